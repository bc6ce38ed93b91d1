"""Answering an invitation to work somewhere: with the link one can say no; with the code too one
reads which organisation asks, and says yes. No account is needed before that."""

from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zorgverband.base import working
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.secret_links import token_hash
from zorgverband.membership.forms import names_in, read_arrival
from zorgverband.membership.tokens import code_hash
from zorgverband.membership.views.ended import CodeStopped, WrongCode, ended, unlogged
from zorgverband.networks.functions import label_of
from zorgverband.people.models import Account
from zorgverband.sharing.doors import own_door
from zorgverband.sharing.frame import basics, rendered

from .. import actions

PROVEN = "work"


@require_http_methods(["GET", "POST"])
@own_door
def work_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind the link: asks for the code, then says which organisation asks."""
    hashed = token_hash(token)
    typed = request.POST.get("code", "")
    code = code_hash(hashed, typed) if typed else _proven(request, hashed)
    offer = working.look_at_work(token=hashed, code=code)
    match offer["state"]:
        case "absent":
            raise NotHere()
        case "open":
            if typed:
                request.session[PROVEN] = [hashed, code]
                return HttpResponseRedirect(request.path)
            return _offered(request, token, offer)
        case "wrong" | "asks":
            request.session.pop(PROVEN, None)
            wrong = WrongCode(field="code", left=offer["left"]) if typed else None
            return _page(request, "organisations/ask_code.html", wrong, token=token, stopped=False)
        case "codes" if "left" in offer:
            stop = CodeStopped()
            return _page(request, "organisations/ask_code.html", stop, token=token, stopped=True)
        case state:
            return ended(request, state)


@require_POST
@own_door
def accept_work(request: HttpRequest, token: str) -> HttpResponse:
    """Saying yes. Afterwards one is signed in."""
    hashed = token_hash(token)
    signed_in = request.user.person_id if request.user.is_authenticated else None
    try:
        # Refused halfway, nothing of it stays.
        with transaction.atomic():
            person = actions.accept_work(
                token=hashed,
                code=_proven(request, hashed),
                person=signed_in,
                arrival=None if signed_in else read_arrival(request.POST),
            )
    except Refusal as refusal:
        offer = working.look_at_work(token=hashed, code=_proven(request, hashed))
        if offer["state"] != "open":
            return ended(request, offer["state"])
        return _offered(request, token, offer, refusal)
    request.session.pop(PROVEN, None)
    if not signed_in:
        account = Account.objects.get(person_id=person)
        login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session["said"] = [
        {"text": _("Welkom. Uw organisatie kan u nu in een team zetten."), "kind": "good"}
    ]
    return HttpResponseRedirect(reverse("networks"))


@require_http_methods(["GET", "POST"])
@own_door
def decline_work(request: HttpRequest, token: str) -> HttpResponse:
    """Saying no, on a page that says what it means."""
    hashed = token_hash(token)
    offer = working.look_at_work(token=hashed, code="")
    if offer["state"] == "absent":
        raise NotHere()
    if offer["state"] != "asks":
        return ended(request, offer["state"])
    if request.method == "POST":
        actions.decline_work(token=hashed)
        request.session.pop(PROVEN, None)
        said = _("De link werkt nu niet meer. U hoeft verder niets te doen.")
        title = _("U doet niet mee")
        return _page(request, "membership/ended.html", title=title, sentence=said, used=False)
    return _page(request, "organisations/decline.html", token=token)


def _proven(request: HttpRequest, hashed: str) -> str:
    """The hash of the code this session gave for this link; "" when it gave none."""
    of, code = request.session.get(PROVEN, ("", ""))
    return code if of == hashed else ""


def _offered(
    request: HttpRequest, token: str, offer: dict[str, Any], refusal: Refusal | None = None
) -> HttpResponse:
    known = Account.objects.filter(email__iexact=offer["email"]).exists()
    signed_in = request.user.is_authenticated
    return _page(
        request,
        "organisations/offer.html",
        refusal,
        token=token,
        offer=offer,
        does=label_of(offer["function"]),
        sign_in=known and not signed_in,
        arriving=not known and not signed_in,
        names=names_in(offer, request.POST),
        me=request.session.get("name", "") if signed_in else "",
    )


def _page(
    request: HttpRequest, template: str, refusal: Refusal | None = None, **context: Any
) -> HttpResponse:
    frame = basics(request, refusal=refusal, **context)
    return unlogged(rendered(template, frame, status=refusal.status if refusal else 200))
