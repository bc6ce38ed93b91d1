"""Setting up an app that shows a code, and turning it off."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import get_totp_secret
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zorgverband.base.refusals import Refusal
from zorgverband.people import factors
from zorgverband.sharing.doors import Outside, account_door
from zorgverband.sharing.frame import page_across, say
from zorgverband.sharing.step_up import step_up
from zorgverband.ui.addresses import address
from zorgverband.ui.pictures import as_picture

from .overview import account_of


@require_http_methods(["GET", "POST"])
@account_door
@step_up
def code_app(here: Outside) -> HttpResponse:
    """Three steps: open the app, show it the square, fill in its code."""
    if here.request.method == "GET":
        return _page(here)
    try:
        factors.add_code_app(here.request, account_of(here), code=here.request.POST.get("code", ""))
    except Refusal as refusal:
        return _page(here, refusal)
    say(here.request, _("Uw code-app staat aan."))
    return HttpResponseRedirect(address("recovery_codes"))


@require_POST
@account_door
@step_up
def stop_code_app(here: Outside) -> HttpResponse:
    """From here its codes are not asked any more."""
    factors.remove_code_app(here.request, account_of(here))
    say(here.request, _("Uw code-app staat uit."))
    return HttpResponseRedirect(address("safety"))


def _page(here: Outside, refusal: Refusal | None = None) -> HttpResponse:
    account = account_of(here)
    since = factors.factors_of(account).code_app
    secret = "" if since else get_totp_secret()
    adapter = get_adapter()
    picture = adapter.build_totp_svg(adapter.build_totp_url(account, secret)) if secret else ""
    return page_across(
        here, "home/safety/code_app.html", current="more_across", since=since, refusal=refusal,
        square=as_picture(picture), secret=" ".join(secret[i : i + 4] for i in range(0, 32, 4)),
        status=refusal.status if refusal else 200,
    )  # fmt: skip
