"""Stopping one's account, and no longer signing in through an organisation."""

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.viewer import networks_of
from zorgverband.people import stopping
from zorgverband.sharing.doors import Outside, account_door
from zorgverband.sharing.frame import page_across, say
from zorgverband.sharing.step_up import step_up
from zorgverband.ui.addresses import address

from .overview import account_of


@require_http_methods(["GET", "POST"])
@account_door
@step_up
def stop_account(here: Outside) -> HttpResponse:
    """What stopping means; posted with a tick, the account is stopped and one is signed out."""
    refusal = None
    if here.request.method == "POST":
        try:
            meant = here.request.POST.get("meant") == "1"
            stopping.stop_account(here.request, account_of(here), meant=meant)
        except Refusal as raised:
            refusal = raised
        else:
            say(here.request, _("Uw account is gestopt. U bent overal uitgelogd."))
            return HttpResponseRedirect(address("account_login"))
    return page_across(
        here, "home/safety/stop_account.html", current="more_across", refusal=refusal,
        networks=len(networks_of(here.person)), status=refusal.status if refusal else 200,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@account_door
@step_up
def provider(here: Outside) -> HttpResponse:
    """Whether one can sign in through the organisation; posted, no longer, or again."""
    if not settings.OIDC_NAME:
        raise NotHere()
    refusal, account = None, account_of(here)
    if here.request.method == "POST":
        try:
            _turn(here, on=here.request.POST.get("turn") == "on")
        except Refusal as raised:
            refusal = raised
        else:
            return HttpResponseRedirect(address("provider"))
    return page_across(
        here, "home/safety/provider.html", current="more_across", name=settings.OIDC_NAME,
        off=account.provider_off, linked=stopping.is_linked(account), refusal=refusal,
        status=refusal.status if refusal else 200,
    )  # fmt: skip


def _turn(here: Outside, *, on: bool) -> None:
    if on:
        stopping.allow_link(account_of(here))
        say(here.request, _("U kunt weer inloggen via uw organisatie."))
        return
    stopping.unlink(here.request, account_of(here))
    say(here.request, _("Niemand logt nog bij u in via de organisatie."))
