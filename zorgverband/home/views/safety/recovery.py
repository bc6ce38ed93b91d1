"""Recovery codes: on paper, for who lost the telephone."""

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zorgverband.base.refusals import NotHere
from zorgverband.people import factors
from zorgverband.sharing.doors import Outside, account_door
from zorgverband.sharing.frame import page_across, say
from zorgverband.sharing.step_up import step_up
from zorgverband.ui.addresses import address

from .overview import ONWARD, account_of


@require_safe
@account_door
@step_up
def recovery_codes(here: Outside) -> HttpResponse:
    """The codes that are left, to print; and on to where one was going."""
    if not factors.factors_of(account_of(here)).any:
        raise NotHere()
    return page_across(
        here, "home/safety/recovery_codes.html", current="more_across",
        codes=factors.recovery_codes(account_of(here)),
        onward=here.request.session.get(ONWARD, address("safety")),
    )  # fmt: skip


@require_POST
@account_door
@step_up
def new_recovery_codes(here: Outside) -> HttpResponse:
    """Ten new ones instead of what is left."""
    factors.new_recovery_codes(here.request, account_of(here))
    say(here.request, _("Dit zijn uw nieuwe codes. De oude werken niet meer."))
    return HttpResponseRedirect(address("recovery_codes"))
