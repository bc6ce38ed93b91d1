"""Inviting somebody: fill in, see the effect, send; and the invitations that wait."""

from dataclasses import replace
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.functions import label_of
from zorgverband.networks.models import Side
from zorgverband.networks.queries import faces, names_of_people
from zorgverband.people.models import Account
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.ui.dates import full_date
from zorgverband.ui.sentences import listed as names_in_words

from .. import queries
from ..actions import draft, put_before, refuse_invitation, resend, send, withdraw
from ..begun import begun
from ..checks import clients_to_ask, decides, leads, must_invite, must_lead
from ..effect import effect_of_invitation, what_it_gives
from ..forms import function_options, kind_options, read_wish, wish_of
from ..models import Invitation
from ..tokens import as_shown, code_of

SHOW_CODE = "invited"


@require_http_methods(["GET", "POST"])
@network_door
def invite(here: Here) -> HttpResponse:
    """The form; posted, it becomes a draft of which the effect is shown."""
    must_invite(here.seat)
    refusal, data = None, here.request.POST
    made_before = _draft(here, here.request.GET.get("concept", ""))
    wish = read_wish(data) if data else wish_of(made_before) if made_before else begun(here)
    asked = read_wish(here.request.GET).function
    wish = replace(wish, function=wish.function or asked)
    if here.request.method == "POST":
        try:
            made = draft(seat=here.seat, person=here.person, wish=wish)
        except Refusal as raised:
            refusal = raised
        else:
            return HttpResponseRedirect(_address(here, "invite_effect", made.id))
    return page(
        here,
        "membership/invite.html",
        current="people",
        status=refusal.status if refusal else 200,
        refusal=refusal,
        wish=wish,
        functions=function_options(Side.FAMILY, Side.CARE, Side.SOCIAL),
        kinds=kind_options(),
        organisations=queries.organisation_names(),
    )


@require_http_methods(["GET", "POST"])
@network_door
def invite_effect(here: Here, invitation_id: UUID) -> HttpResponse:
    """What the new person will be able to read and write; posted, the invitation leaves, or is put
    before a client who gets help with deciding."""
    must_invite(here.seat)
    people, asked = faces(here.network), clients_to_ask(here.seat)
    if here.request.method == "POST" and asked:
        put_before(seat=here.seat, person=here.person, invitation=invitation_id)
        say(here.request, _("Voorgelegd. Er gaat pas iets weg na een ja."))
        return HttpResponseRedirect(reverse("people", kwargs={"network_id": here.network}))
    if here.request.method == "POST":
        send(seat=here.seat, person=here.person, invitation=invitation_id)
        return _to_code(here, invitation_id)
    found = _draft(here, str(invitation_id)) or _to_answer(here, invitation_id)
    if found is None:
        raise NotHere()
    name = found.organisation.name if found.organisation else found.organisation_name
    return page(
        here,
        "membership/effect.html",
        current="people",
        invitation=found,
        does=", ".join(
            part for part in (found.description or label_of(found.function), name) if part
        ),
        effect=effect_of_invitation(seat=here.seat, person=here.person, invitation=found)
        if leads(here.seat) else what_it_gives(seat=here.seat, invitation=found),
        viewer_side=here.seat.side,
        first_asked=names_in_words([people[one].name for one in asked if one in people]),
        prepared_by=_preparer(here, found),
    )  # fmt: skip


@require_POST
@network_door
def refuse(here: Here, invitation_id: UUID) -> HttpResponse:
    """The client says no to what was put before them."""
    refuse_invitation(seat=here.seat, person=here.person, invitation=invitation_id)
    say(here.request, _("U zei nee. Er gaat niets weg."))
    return HttpResponseRedirect(reverse("people", kwargs={"network_id": here.network}))


def _preparer(here: Here, invitation: Invitation) -> str:
    """Who prepared what the viewer answers; "" for one's own."""
    if invitation.invited_by_id == here.person:
        return ""
    return names_of_people(here.network).get(invitation.invited_by_id) or _("Iemand")


@require_safe
@network_door
def invited(here: Here, invitation_id: UUID) -> HttpResponse:
    """The code, shown once, and what to do with it."""
    must_lead(here.seat)
    found = (
        Invitation.objects.filter(network_id=here.network, id=invitation_id, ended_at=None)
        .exclude(confirmed_at=None)
        .values("given_name", "expires_at")
        .first()
    )
    if found is None or found["expires_at"] is None:
        raise NotHere()
    once = here.request.session.pop(SHOW_CODE, "") == str(invitation_id)
    return page(
        here,
        "membership/invited.html",
        current="people",
        name=found["given_name"],
        until=full_date(found["expires_at"]),
        code=as_shown(code_of(invitation_id, found["expires_at"])) if once else "",
        invitation_id=invitation_id,
    )


@require_POST
@network_door
def resend_invitation(here: Here, invitation_id: UUID) -> HttpResponse:
    """Mail the link again and show a new code."""
    resend(seat=here.seat, invitation=invitation_id)
    return _to_code(here, invitation_id)


@require_POST
@network_door
def withdraw_invitation(here: Here, invitation_id: UUID) -> HttpResponse:
    """End an invitation nobody answered yet."""
    withdraw(seat=here.seat, invitation=invitation_id)
    say(here.request, _("Ingetrokken. De link in de mail werkt niet meer."))
    return HttpResponseRedirect(reverse("people", kwargs={"network_id": here.network}))


def _to_code(here: Here, invitation: UUID) -> HttpResponse:
    here.request.session[SHOW_CODE] = str(invitation)
    return HttpResponseRedirect(_address(here, "invited", invitation))


def _draft(here: Here, invitation: str) -> Invitation | None:
    try:
        number = UUID(invitation)
    except ValueError:
        return None
    return _found(here, number).filter(invited_by_id=here.person, put_at=None).first()


def _to_answer(here: Here, invitation: UUID) -> Invitation | None:
    """What was put before the viewer, who decides."""
    if not decides(here.seat):
        return None
    return _found(here, invitation).exclude(put_at=None).filter(ended_at=None).first()


def _found(here: Here, invitation: UUID) -> QuerySet[Invitation]:
    return (
        Invitation.objects.filter(network_id=here.network, id=invitation, confirmed_at=None)
        .defer("token_hash", "code_hash")
        .select_related("organisation")
        .annotate(somebody=Subquery(_WITH_ADDRESS))
    )


_WITH_ADDRESS = Account.objects.filter(email__iexact=OuterRef("email")).values("person_id")[:1]


def _address(here: Here, name: str, invitation: UUID) -> str:
    return reverse(name, kwargs={"network_id": here.network, "invitation_id": invitation})
