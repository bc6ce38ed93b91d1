"""Choosing another password."""

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from zorgverband.base.refusals import Refusal
from zorgverband.people.password import change_password
from zorgverband.sharing.doors import Outside, account_door
from zorgverband.sharing.frame import page_across, say
from zorgverband.ui.addresses import address

from .overview import account_of


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@account_door
def password(here: Outside) -> HttpResponse:
    """The old one and the new one; all other devices are signed out."""
    if here.request.method == "GET":
        return _page(here)
    form = here.request.POST
    try:
        change_password(
            here.request, account_of(here), old=form.get("old", ""), new=form.get("new", "")
        )
    except Refusal as refusal:
        return _page(here, refusal)
    say(here.request, _("Uw wachtwoord is veranderd. Op andere toestellen bent u uitgelogd."))
    return HttpResponseRedirect(address("safety"))


def _page(here: Outside, refusal: Refusal | None = None) -> HttpResponse:
    return page_across(
        here, "home/safety/password.html", current="more_across", refusal=refusal,
        known=account_of(here).has_usable_password(), address=account_of(here).email,
        status=refusal.status if refusal else 200,
    )  # fmt: skip
