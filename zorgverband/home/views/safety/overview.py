"""The page 'Inloggen en veiligheid', and the one that asks for a second factor first."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from zorgverband.base.viewer import enter, networks_of
from zorgverband.people.factors import Factors, factors_of
from zorgverband.people.models import Account
from zorgverband.sharing.doors import Outside, account_door
from zorgverband.sharing.frame import page_across
from zorgverband.ui.addresses import address

from ...more_links import Link

ONWARD = "onward"


def account_of(here: Outside) -> Account:
    """Who is signed in here."""
    account = here.request.user
    assert isinstance(account, Account), "a door that lets in who is not signed in"
    return account


@require_safe
@account_door
def safety(here: Outside) -> HttpResponse:
    """The ways one signs in, and where."""
    links = _links(account_of(here), factors_of(account_of(here)))
    return page_across(here, "home/safety/overview.html", current="more_across", links=links)


def _links(account: Account, has: Factors) -> list[Link]:
    word = _("U logt in met uw e-mailadres en een wachtwoord.")
    keys = ngettext("U hebt 1 passkey.", "U hebt %(num)s passkeys.", len(has.passkeys))
    left = ngettext("Nog 1 code over.", "Nog %(num)s codes over.", has.codes_left)
    lines = [
        ("password", _("Wachtwoord"), "key-round", word if account.has_usable_password() else ""),
        ("passkeys", _("Passkeys"), "fingerprint-pattern", keys % {"num": len(has.passkeys)}
         if has.passkeys else _("Inloggen met uw vinger, gezicht of pincode. Niet ingesteld.")),
        ("code_app", _("Code-app"), "smartphone",
         _("Staat aan.") if has.code_app else _("Een code op uw telefoon. Niet ingesteld.")),
    ]  # fmt: skip
    if has.any:
        lines.append(
            ("recovery_codes", _("Herstelcodes"), "printer", left % {"num": has.codes_left})
        )
    if settings.OIDC_NAME:
        lines.append(
            ("provider", _("Via %(name)s") % {"name": settings.OIDC_NAME}, "building-2",
             _("Staat uit.") if account.provider_off else _("Inloggen via uw organisatie"))
        )  # fmt: skip
    lines.append(("devices", _("Toestellen"), "monitor", _("Waar u nu bent ingelogd")))
    lines.append(("stop_account", _("Account stoppen"), "user-x", _("Niet meer meedoen")))
    return [Link(label, address(name), icon, text) for name, label, icon, text in lines]


@require_safe
@account_door
def second_factor(here: Outside) -> HttpResponse:
    """Why a second factor is asked, and how to get one; afterwards one goes on to `next`."""
    onward = here.request.GET.get("next", "")
    if safe(here.request, onward):
        here.request.session[ONWARD] = onward
    withheld = enter(person=here.person).withheld
    if not withheld:
        return HttpResponseRedirect(here.request.session.pop(ONWARD, "/"))
    return page_across(
        here, "home/safety/second_factor.html", current="more_across",
        has=factors_of(account_of(here)), others=bool(networks_of(here.person)),
    )  # fmt: skip


def safe(request: HttpRequest, onward: str) -> bool:
    """Whether this is an address of this site."""
    return url_has_allowed_host_and_scheme(onward, {request.get_host()}, request.is_secure())
