"""One's passkeys: making one, naming it, forgetting it."""

from typing import Any

from allauth.mfa.webauthn.internal.auth import begin_registration
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zorgverband.base.refusals import Refusal
from zorgverband.people import factors
from zorgverband.sharing.doors import Outside, account_door
from zorgverband.sharing.frame import page_across, say
from zorgverband.sharing.step_up import step_up
from zorgverband.ui.addresses import address

from .overview import account_of


@require_http_methods(["GET", "POST"])
@account_door
@step_up
def passkeys(here: Outside) -> HttpResponse:
    """The passkeys one has, and a form for one more; the browser makes it (ui/passkey.js)."""
    if here.request.method == "GET":
        return _page(here)
    account, form = account_of(here), here.request.POST
    first = not factors.factors_of(account).any
    try:
        factors.add_passkey(
            here.request, account, name=form.get("name", ""), answer=form.get("credential", "")
        )
    except Refusal as refusal:
        return _page(here, refusal)
    say(here.request, _("Uw passkey is gemaakt. U kunt er vanaf nu mee inloggen."))
    return HttpResponseRedirect(address("recovery_codes" if first else "passkeys"))


@require_POST
@account_door
@step_up
def forget_passkey(here: Outside, passkey_id: int) -> HttpResponse:
    """From here nobody signs in with it."""
    factors.remove_passkey(here.request, account_of(here), passkey=passkey_id)
    say(here.request, _("De passkey is weg. Haal hem ook van uw toestel."))
    return HttpResponseRedirect(address("passkeys"))


def _page(here: Outside, refusal: Refusal | None = None) -> HttpResponse:
    account = account_of(here)
    asked: dict[str, Any] = dict(begin_registration(account, True))
    known = factors.factors_of(account).passkeys
    name = _("Passkey %(number)s") % {"number": len(known) + 1}
    return page_across(
        here, "home/safety/passkeys.html", current="more_across", known=known, asked=asked,
        name=here.request.POST.get("name", name), refusal=refusal,
        status=refusal.status if refusal else 200,
    )  # fmt: skip
