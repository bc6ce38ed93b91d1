"""Who can read one message and why; and, for who decides, an exception for one reader."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from zorgverband.base import deciding
from zorgverband.base.refusals import NotHere
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces, names_of_people

from .. import actions, queries
from ..confirming import Question, confirmed
from ..consequences import consequence
from ..doors import Here, network_door
from ..frame import page, rendered
from ..shown import ReaderLine, reader_lines
from ..subjects import Subject

DENIED, ALLOWED, BY_AUDIENCE, BY_PERMISSION, NOTHING = -5, 6, -7, 8, -10


@dataclass(frozen=True)
class Choice:
    """What who decides may do with one reader: a verb, and the page that asks first."""

    verb: str
    href: str


@require_safe
@network_door
def readers(here: Here, item_id: UUID) -> HttpResponse:
    """Who can read this message and why; a fragment for the strip, a page without JavaScript."""
    row = queries.item(network=here.network, id=item_id)
    people, names = faces(here.network), names_of_people(here.network)
    reading, others = reader_lines(
        queries.reasons(item_id), people=people, names=names, subject=Subject(row["subject"])
    )
    context: dict[str, Any] = {"reading": reading, "others": others, "item_id": item_id}
    if here.request.headers.get("HX-Request"):
        return rendered("sharing/readers_fragment.html", context)
    decides = may_decide(here, row)
    return page(
        here, "sharing/readers.html", current="news", people=people, row=row,
        at=address(here, "item", item_id), decides=decides,
        mine=row["author_id"] == here.person and row["compartment_id"] is None,
        movable=actions.movable(kind=row["kind"], subject=row["subject"]),
        choice=lambda line: choice_for(here, row, line) if decides else None, **context,
    )  # fmt: skip


def may_decide(here: Here, row: dict[str, Any]) -> bool:
    """Whether the viewer makes exceptions for this item. Who reads what is in a compartment stands
    in the compartment."""
    decides = here.seat.decides(about=row["about_id"], subject=row["subject"])
    return decides and row["compartment_id"] is None


def choice_for(here: Here, row: dict[str, Any], line: ReaderLine) -> Choice | None:
    """What can be done for this reader; None for who always or never reads it."""
    if line.member == here.seat.member:
        return None
    names = {
        DENIED: ("withdraw_objection", _("Bezwaar intrekken")),
        ALLOWED: ("stop_sharing_with", _("Niet meer delen")),
        BY_PERMISSION: ("object_to", _("Bezwaar maken")),
        BY_AUDIENCE: ("share_with", _("Wel delen")),
        NOTHING: ("share_with", _("Wel delen")),
    }
    if line.line not in names:
        return None
    name, verb = names[line.line]
    return Choice(verb, address(here, name, row["id"], member_id=line.member))


@require_http_methods(["GET", "POST"])
@network_door
def object_to(here: Here, item_id: UUID, member_id: UUID) -> HttpResponse:
    """Objecting to one reader of one message: first what it may mean."""
    row, face = _those(here, item_id, member_id)
    subject = Subject(row["subject"])
    first = [
        _("%(name)s leest dit bericht dan niet meer.") % {"name": face.name},
        consequence(subject, face.side, face.name),
    ]
    if subject.medical and face.side == Side.CARE:
        first.append(_("Ook bij nood kan %(name)s dit bericht niet lezen.") % {"name": face.name})
    first.append(_("U hoeft niet te zeggen waarom. U kunt uw bezwaar altijd weer intrekken."))
    return _asked(
        here, item_id, member_id, actions.object_to, first,
        title=_("%(name)s dit bericht niet meer laten lezen?"), yes=_("Bezwaar maken"),
        done=_("%(name)s leest dit bericht niet meer."), face=face,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@network_door
def withdraw_objection(here: Here, item_id: UUID, member_id: UUID) -> HttpResponse:
    """Ending an objection, as easily."""
    _row, face = _those(here, item_id, member_id)
    return _asked(
        here, item_id, member_id, actions.withdraw_objection, (),
        title=_("Bezwaar tegen %(name)s intrekken?"), yes=_("Bezwaar intrekken"),
        done=_("Uw bezwaar tegen %(name)s is ingetrokken."), face=face,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@network_door
def share_with(here: Here, item_id: UUID, member_id: UUID) -> HttpResponse:
    """Letting somebody read this one message."""
    _row, face = _those(here, item_id, member_id)
    first = [
        _("%(name)s leest dan dit ene bericht, met de reacties eronder.") % {"name": face.name},
        _("Andere berichten blijven zoals ze zijn."),
    ]
    return _asked(
        here, item_id, member_id, actions.share_with, first,
        title=_("Dit bericht delen met %(name)s?"), yes=_("Wel delen"),
        done=_("%(name)s kan dit bericht nu lezen."), face=face,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@network_door
def stop_sharing_with(here: Here, item_id: UUID, member_id: UUID) -> HttpResponse:
    """Ending that."""
    _row, face = _those(here, item_id, member_id)
    return _asked(
        here, item_id, member_id, actions.stop_sharing_with, (),
        title=_("Dit bericht niet meer delen met %(name)s?"), yes=_("Niet meer delen"),
        done=_("U deelt dit bericht niet meer met %(name)s."), face=face,
    )  # fmt: skip


def _those(here: Here, item: UUID, member: UUID) -> tuple[dict[str, Any], Face]:
    row = queries.item(network=here.network, id=item)
    face = faces(here.network).get(member)
    if face is None:
        raise NotHere()
    return row, face


def _asked(
    here: Here,
    item: UUID,
    member: UUID,
    act: Callable[..., list[UUID]],
    first: Sequence[str],
    *,
    title: str,
    yes: str,
    done: str,
    face: Face,
) -> HttpResponse:
    name = {"name": face.name}
    question = Question(
        title=title % name, first=first, yes=yes, no=_("Niet doen"), done=done % name,
        back=address(here, "readers", item), item=item, current="news",
    )  # fmt: skip
    opens = act in (actions.share_with, actions.withdraw_objection)
    if opens and not _alone(here, item, member):
        place = address(here, "propose_exception", item, member_id=member)
        ends = act is actions.withdraw_objection
        return HttpResponseRedirect(f"{place}?end=1" if ends else place)
    return confirmed(
        here, lambda: act(seat=here.seat, person=here.person, item=item, member=member), question
    )


def _alone(here: Here, item: UUID, member: UUID) -> bool:
    """Whether who decides may open this to this member without another's yes."""
    row = queries.item(network=here.network, id=item)
    return not here.seat.controls(row["about_id"]) or deciding.may_open(
        network=here.network,
        about=row["about_id"],
        subject=row["subject"],
        member=member,
        item=item,
    )


def address(here: Here, name: str, item: UUID, **more: UUID) -> str:
    """The address of a page of this item."""
    return reverse(name, kwargs={"network_id": here.network, "item_id": item, **more})
