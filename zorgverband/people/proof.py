"""How sure we are that the one behind this session is who they say: what was proven in it, and when.

Everything rests on allauth's list of proofs in the session (`get_authentication_records`), which
belongs to one account. Nothing here decides who reads what; that is done in the database.
"""

import time
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.core import ratelimit
from allauth.mfa.base.forms import ReauthenticateForm as CodeForm
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import ReauthenticateWebAuthnForm as PasskeyForm
from allauth.mfa.webauthn.internal.auth import begin_authentication
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from .models import Account

RECENT = 10 * 60
# A second factor of our own, one of a provider that is sure enough, or a click in a demo, where
# nobody is real.
STRONG = {"mfa", "level", "demo"}
PASSWORD, CODE, PASSKEY, CLICK = "password", "code", "passkey", "click"


def is_strong(request: HttpRequest) -> bool:
    """Whether a second factor was used in this session."""
    return any(record["method"] in STRONG for record in _records(request))


def weak_person(request: HttpRequest) -> UUID | None:
    """Whose session this is, when it takes a second factor to act in it for one's work."""
    account = request.user
    if not settings.SECOND_FACTOR or not isinstance(account, Account) or is_strong(request):
        return None
    return account.person_id


def recently_proven(request: HttpRequest, *, within: float = RECENT) -> bool:
    """Whether the last proof, signing in included, is at most `within` seconds old."""
    return time.time() - max((record["at"] for record in _records(request)), default=0) < within


def _records(request: HttpRequest) -> list[dict[str, Any]]:
    account = request.user
    return list(get_authentication_records(request, account if account.is_authenticated else None))


def note(request: HttpRequest, account: Account, method: str, **more: object) -> None:
    """Write in the session that `account` has just proven itself in this way."""
    record_authentication(request, account, method, reauthenticated=True, **more)


def ways(request: HttpRequest) -> list[str]:
    """With what who is signed in can prove themselves again, what is easiest first. Who came in with
    one click in a demo clicks again."""
    account = _account(request)
    kinds = set(Authenticator.objects.filter(user=account).values_list("type", flat=True))
    found = [PASSKEY] if Authenticator.Type.WEBAUTHN in kinds else []
    found += [PASSWORD] if account.has_usable_password() else []
    found += [CODE] if Authenticator.Type.TOTP in kinds else []
    clicked = any(record["method"] == "demo" for record in _records(request))
    return [CLICK] if clicked else found


def _account(request: HttpRequest) -> Account:
    account = request.user
    assert isinstance(account, Account), "a page that asks who one is, without signing in"
    return account


def passkey_question(request: HttpRequest) -> dict[str, Any]:
    """What the browser must sign to prove itself with a passkey; remembered in the session."""
    return dict(begin_authentication(_account(request)))


def prove(request: HttpRequest, given: Mapping[str, str]) -> str:
    """Try what was given (`password`, `code`, `passkey` or `click`) and note it when it is right.

    Answers what is wrong as a sentence, empty when it is proven. At most ten tries a minute.
    """
    account = _account(request)
    if not ratelimit.consume(request, action="reauthenticate", user=account):
        return _("U probeerde het te vaak. Wacht 5 minuten en probeer het dan opnieuw.")
    for way in ways(request):
        if given.get(way):
            return _TRY[way](request, account, given[way])
    return _("Vul in waarmee u laat zien dat u het bent.")


def _password(request: HttpRequest, account: Account, given: str) -> str:
    if not account.check_password(given):
        return _("Dit wachtwoord klopt niet. Probeer het opnieuw.")
    note(request, account, "password")
    return ""


def _code(request: HttpRequest, account: Account, given: str) -> str:
    form = CodeForm(user=account, data={"code": given})
    if not form.is_valid():
        return _("Deze code klopt niet of is te oud. Vul de nieuwste code van uw app in.")
    form.save()
    return ""


def _passkey(request: HttpRequest, account: Account, given: str) -> str:
    form = PasskeyForm(user=account, data={"credential": given})
    if not form.is_valid():
        return _("Het lukte niet met deze passkey. Probeer het opnieuw, of kies een andere manier.")
    form.save()
    return ""


def _click(request: HttpRequest, account: Account, given: str) -> str:
    note(request, account, "demo")
    return ""


_TRY = {PASSWORD: _password, CODE: _code, PASSKEY: _passkey, CLICK: _click}
