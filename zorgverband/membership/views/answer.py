"""Answering an invitation: with the link one can say no; with the code too one reads what it is
about and says yes. No account is needed before that."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import login
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zorgverband.base import joining
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.secret_links import token_hash
from zorgverband.base.viewer import enter
from zorgverband.networks.functions import label_of
from zorgverband.people.models import Account
from zorgverband.sharing.doors import own_door
from zorgverband.sharing.frame import basics, rendered
from zorgverband.ui.sentences import listed

from ..actions import accept, decline
from ..actions.decline import tell_inviter
from ..forms import names_in, read_arrival
from ..grants import summary, unpacked
from ..tokens import code_hash
from .ended import CodeStopped, WrongCode, ended, unlogged

PROVEN = "invitation"


@require_http_methods(["GET", "POST"])
@own_door
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind the link: asks for the code, then says what the invitation is about."""
    hashed = token_hash(token)
    _enter(request)
    typed = request.POST.get("code", "")
    offer = joining.look_at_invitation(
        token=hashed, code=code_hash(hashed, typed) if typed else _proven(request, hashed)
    )
    match offer["state"]:
        case "absent":
            raise NotHere()
        case "mine":
            return HttpResponseRedirect(_today(offer["network"]))
        case "open":
            if typed:
                request.session[PROVEN] = [hashed, code_hash(hashed, typed)]
                return HttpResponseRedirect(request.path)
            return _offered(request, offer)
        case "wrong" | "asks":
            request.session.pop(PROVEN, None)
            wrong = WrongCode(field="code", left=offer["left"]) if typed else None
            return _ask(request, token, wrong)
        case "codes" if "inviter" in offer:
            _tell_stopped(offer)
            return _ask(request, token, CodeStopped(), stopped=True)
        case state:
            return ended(request, state)


@require_POST
@own_door
def accept_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Saying yes: harmless to repeat. Afterwards one is signed in, on Vandaag of the network."""
    hashed = token_hash(token)
    signed_in = request.user.person_id if request.user.is_authenticated else None
    try:
        # Refused halfway, nothing of it stays.
        with transaction.atomic():
            person, network = accept(
                token=hashed,
                code=_proven(request, hashed),
                person=signed_in,
                arrival=None if signed_in else read_arrival(request.POST),
                phone=request.POST.get("phone", ""),
            )
    except Refusal as refusal:
        return _refused(request, hashed, refusal)
    request.session.pop(PROVEN, None)
    request.session.pop("name", None)
    if not signed_in:
        account = Account.objects.get(person_id=person)
        login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session["said"] = [{"text": _("Welkom. U doet nu mee."), "kind": "good"}]
    return HttpResponseRedirect(_today(network))


@require_http_methods(["GET", "POST"])
@own_door
def decline_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Saying no, on a page that says what it means; who invited hears of it."""
    hashed = token_hash(token)
    offer = joining.look_at_invitation(token=hashed, code="")
    if offer["state"] == "absent":
        raise NotHere()
    if offer["state"] != "asks":
        return ended(request, offer["state"])
    if request.method == "POST":
        decline(token=hashed)
        request.session.pop(PROVEN, None)
        return ended(request, "declined_now")
    return _page(request, "membership/decline.html", token=token)


def _enter(request: HttpRequest) -> None:
    if request.user.is_authenticated:
        enter(person=request.user.person_id)


def _proven(request: HttpRequest, hashed: str) -> str:
    """The hash of the code this session gave for this link; "" when it gave none."""
    of, code = request.session.get(PROVEN, ("", ""))
    return code if of == hashed else ""


def _today(network: object) -> str:
    return reverse("today", kwargs={"network_id": network})


def _tell_stopped(offer: dict[str, Any]) -> None:
    tell_inviter(verb="codes_wrong", network=UUID(offer["network"]), inviter=UUID(offer["inviter"]))


def _refused(request: HttpRequest, hashed: str, refusal: Refusal) -> HttpResponse:
    offer = joining.look_at_invitation(token=hashed, code=_proven(request, hashed))
    if offer["state"] != "open":
        return ended(request, offer["state"])
    return _offered(request, offer, refusal)


def _ask(
    request: HttpRequest, token: str, refusal: Refusal | None, *, stopped: bool = False
) -> HttpResponse:
    return _page(
        request, "membership/invitation.html", refusal, token=token, stopped=stopped,
    )  # fmt: skip


def _offered(
    request: HttpRequest, offer: dict[str, Any], refusal: Refusal | None = None
) -> HttpResponse:
    token = request.resolver_match.kwargs["token"] if request.resolver_match else ""
    known = Account.objects.filter(email__iexact=offer["email"]).exists()
    signed_in = request.user.is_authenticated
    does = offer["description"] or label_of(offer["function"])
    return _page(
        request,
        "membership/offer.html",
        refusal,
        token=token,
        offer=offer,
        does=", ".join(part for part in (does, offer["organisation"]) if part),
        whose=listed(offer["clients"] or ()),
        words=summary(unpacked(offer["permissions"]), side=offer["side"]),
        sign_in=known and not signed_in,
        arriving=not known and not signed_in,
        names=names_in(offer, request.POST),
        phone=request.POST.get("phone", ""),
        me=request.session.get("name", "") if signed_in else "",
    )


def _page(
    request: HttpRequest, template: str, refusal: Refusal | None = None, **context: Any
) -> HttpResponse:
    frame = basics(request, refusal=refusal, **context)
    status = refusal.status if refusal else 200
    return unlogged(rendered(template, frame, status=status))
