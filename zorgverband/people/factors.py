"""What somebody has to sign in with besides a password: a code app, passkeys, recovery codes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.flows import generate_recovery_codes
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.flows import activate_totp, deactivate_totp
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from allauth.mfa.webauthn.internal.flows import add_authenticator, remove_authenticator
from django.http import HttpRequest

from zorgverband.base.refusals import NotHere, Refusal

from . import proof
from .models import Account

NAME_AT_MOST = 40


class WrongCode(Refusal):
    """Deze code klopt niet of is te oud. Vul de nieuwste code van uw app in."""


class PasskeyFailed(Refusal):
    """Het lukte niet om de passkey te maken. Probeer het opnieuw."""


@dataclass(frozen=True)
class Passkey:
    """A passkey as its owner knows it."""

    id: int
    name: str
    added_at: datetime
    used_at: datetime | None


@dataclass(frozen=True)
class Factors:
    """What one account has: since when a code app, which passkeys, how many recovery codes."""

    code_app: datetime | None
    passkeys: list[Passkey]
    codes_left: int

    @property
    def any(self) -> bool:
        """Whether there is a second factor at all."""
        return bool(self.code_app or self.passkeys)


def factors_of(account: Account) -> Factors:
    """What this account has now. One statement."""
    rows = list(Authenticator.objects.filter(user=account).order_by("created_at"))
    by_type: dict[str, list[Any]] = {}
    for row in rows:
        by_type.setdefault(row.type, []).append(row)
    apps = by_type.get(Authenticator.Type.TOTP, [])
    codes = by_type.get(Authenticator.Type.RECOVERY_CODES, [])
    return Factors(
        code_app=apps[0].created_at if apps else None,
        passkeys=[
            Passkey(row.pk, row.wrap().name, row.created_at, row.last_used_at)
            for row in by_type.get(Authenticator.Type.WEBAUTHN, [])
        ],
        codes_left=len(codes[0].wrap().get_unused_codes()) if codes else 0,
    )


def add_code_app(request: HttpRequest, account: Account, *, code: str) -> None:
    """Turn on the app whose secret was shown in this session, once it shows the right code; this
    counts as having used it. Raises WrongCode."""
    form = ActivateTOTPForm(user=account, data={"code": code.replace(" ", "")})
    if not form.is_valid():
        raise WrongCode(field="code")
    activate_totp(request, form)
    proof.note(request, account, "mfa", type="totp")


def remove_code_app(request: HttpRequest, account: Account) -> None:
    """Turn it off. Raises NotHere when it was not on."""
    deactivate_totp(request, _one(account, type=Authenticator.Type.TOTP))


def add_passkey(request: HttpRequest, account: Account, *, name: str, answer: str) -> None:
    """Keep the passkey the browser made; this counts as having used it. Raises PasskeyFailed."""
    given = {"name": name[:NAME_AT_MOST], "credential": answer, "passwordless": "1"}
    form = AddWebAuthnForm(user=account, data=given)
    try:
        right = form.is_valid()
    except (ValueError, KeyError, TypeError, AttributeError):
        # What a browser never sends; the library does not look at every part of it.
        right = False
    if not right:
        raise PasskeyFailed()
    words = form.cleaned_data
    add_authenticator(request, name=words["name"], credential=words["credential"])
    proof.note(request, account, "mfa", type="webauthn")


def remove_passkey(request: HttpRequest, account: Account, *, passkey: int) -> None:
    """Forget one of one's own passkeys. Raises NotHere for any other."""
    remove_authenticator(request, _one(account, type=Authenticator.Type.WEBAUTHN, pk=passkey))


def recovery_codes(account: Account) -> list[str]:
    """The codes that were not used yet."""
    row = Authenticator.objects.filter(user=account, type=Authenticator.Type.RECOVERY_CODES).first()
    return list(row.wrap().get_unused_codes()) if row else []


def new_recovery_codes(request: HttpRequest, account: Account) -> None:
    """Ten new codes; the old ones stop working. Raises NotHere without a second factor."""
    if not factors_of(account).any:
        raise NotHere()
    generate_recovery_codes(request)


def _one(account: Account, **which: object) -> Authenticator:
    row = Authenticator.objects.filter(user=account, **which).first()
    if row is None:
        raise NotHere()
    return row
