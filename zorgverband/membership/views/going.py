"""Leaving, being taken out, being kept out, and the two roles there is one of: each with a page
that says what happens, and for whom, before it happens."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.confirming import Question, confirmed
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import say

from .. import actions, queries
from ..actions.appoint import MayNotAppoint
from ..actions.exclude import MayNotExclude
from ..actions.remove import MayNotRemove
from ..checks import decides, leads
from ..words import (
    coordinator_sentences,
    exclude_sentences,
    first_contact_sentences,
    leave_sentences,
    remove_sentences,
)
from .people import one_of


@require_http_methods(["GET", "POST"])
@network_door
def leave(here: Here) -> HttpResponse:
    """Leaving oneself."""
    face = one_of(faces(here.network), here.seat.member)
    return _asked(
        here,
        lambda: actions.leave_network(seat=here.seat, person=here.person),
        title=_("Wilt u weggaan uit dit netwerk?"),
        sentences=leave_sentences(face),
        yes=_("Weggaan"),
        no=_("Blijven"),
        done=_("U doet niet meer mee. U leest niets meer van dit netwerk."),
        onward="/",
    )


@require_http_methods(["GET", "POST"])
@network_door
def remove(here: Here, member_id: UUID) -> HttpResponse:
    """Taking somebody out."""
    face = _chosen(here, member_id, MayNotRemove)
    mates = queries.team_mates(here.network, {member_id: face}).get(member_id, [])
    return _asked(
        here,
        lambda: actions.remove(seat=here.seat, person=here.person, member=member_id),
        title=_("%(name)s uit het netwerk halen?") % {"name": face.name},
        sentences=remove_sentences(face, [mate.name for mate in mates]),
        yes=_("Uit netwerk halen"),
        no=_("Niet doen"),
        done=_("%(name)s doet niet meer mee.") % {"name": face.name},
    )


@require_http_methods(["GET", "POST"])
@network_door
def exclude(here: Here, member_id: UUID, person_id: UUID) -> HttpResponse:
    """Keeping one person of a team out."""
    if not decides(here.seat):
        raise MayNotExclude()
    face = one_of(faces(here.network), member_id)
    mates = queries.team_mates(here.network, {member_id: face}).get(member_id, [])
    names = [mate.name for mate in mates if mate.person == person_id]
    if not names:
        raise NotHere()
    return _asked(
        here,
        lambda: actions.exclude(
            seat=here.seat, person=here.person, member=member_id, excluded=person_id
        ),
        title=_("%(name)s niet meer laten meedoen?") % {"name": names[0]},
        sentences=exclude_sentences(names[0], face),
        yes=_("Niet meer laten meedoen"),
        no=_("Niet doen"),
        done=_("%(name)s leest niets meer van dit netwerk.") % {"name": names[0]},
    )


@require_POST
@network_door
def readmit(here: Here, person_id: UUID) -> HttpResponse:
    """Letting a person of a team in again; easily undone, so without a page in between."""
    actions.readmit(seat=here.seat, person=here.person, excluded=person_id)
    say(here.request, _("Deze persoon doet weer mee via het team."))
    return HttpResponseRedirect(_people(here))


@require_http_methods(["GET", "POST"])
@network_door
def make_coordinator(here: Here, member_id: UUID) -> HttpResponse:
    """Choosing another coordinator."""
    face = _chosen(here, member_id, MayNotAppoint)
    return _asked(
        here,
        lambda: actions.appoint_coordinator(seat=here.seat, person=here.person, member=member_id),
        title=_("%(name)s als coördinator kiezen?") % {"name": face.name},
        sentences=coordinator_sentences(face, faces(here.network)),
        yes=_("Als coördinator kiezen"),
        no=_("Niet doen"),
        done=_("%(name)s is nu de coördinator.") % {"name": face.name},
    )


@require_http_methods(["GET", "POST"])
@network_door
def make_first_contact(here: Here, member_id: UUID) -> HttpResponse:
    """Choosing another first contact."""
    face = _chosen(here, member_id, MayNotAppoint)
    return _asked(
        here,
        lambda: actions.appoint_first_contact(seat=here.seat, person=here.person, member=member_id),
        title=_("%(name)s als eerste aanspreekpunt kiezen?") % {"name": face.name},
        sentences=first_contact_sentences(face, faces(here.network)),
        yes=_("Als eerste aanspreekpunt kiezen"),
        no=_("Niet doen"),
        done=_("%(name)s is nu het eerste aanspreekpunt.") % {"name": face.name},
    )


def _chosen(here: Here, member: UUID, refusal: type[Refusal]) -> Face:
    if not leads(here.seat):
        raise refusal()
    return one_of(faces(here.network), member)


def _people(here: Here) -> str:
    return reverse("people", kwargs={"network_id": here.network})


def _asked(
    here: Here,
    act: Callable[[], None],
    *,
    title: str,
    sentences: list[str],
    yes: str,
    no: str,
    done: str,
    onward: str = "",
) -> HttpResponse:
    """The page that asks, with who reads more and who less; posted, the act, and on."""
    question = Question(
        title=title, first=sentences, yes=yes, no=no, done=done, back=_people(here),
        onward=onward, current="people",
    )  # fmt: skip
    return confirmed(here, act, question)
