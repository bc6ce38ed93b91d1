"""Choosing another password: from that commit every other session has ended."""

from allauth.account.adapter import get_adapter
from allauth.core import ratelimit
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from zorgverband.base.refusals import Refusal

from . import proof
from .models import Account
from .sessions import end_others


class WrongPassword(Refusal):
    """Uw oude wachtwoord klopt niet. Probeer het opnieuw."""


class TooOften(Refusal):
    """U probeerde het te vaak. Wacht 5 minuten en probeer het dan opnieuw."""

    status = 429


class TooEasy(Refusal):
    """Dit wachtwoord is te makkelijk te raden. Kies minstens 10 tekens. Een zin van vier woorden
    werkt goed."""


def change_password(request: HttpRequest, account: Account, *, old: str, new: str) -> None:
    """Set the password, keep this session and end all others. Raises WrongPassword, TooOften or
    TooEasy; who has no password yet needs no old one."""
    if not ratelimit.consume(request, action="change_password", user=account):
        raise TooOften()
    if account.has_usable_password() and not account.check_password(old):
        raise WrongPassword(field="old")
    try:
        validate_password(new, account)
    except ValidationError:
        raise TooEasy(field="new") from None
    account.set_password(new)
    account.save(update_fields=["password"])
    update_session_auth_hash(request, account)
    proof.note(request, account, "password")
    get_adapter().send_notification_mail("", account)
    end_others(account, keep=request.session.session_key or "")
