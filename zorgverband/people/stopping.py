"""Stopping one's own account, and loosening it from the organisation through which one signed in."""

from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import logout
from django.http import HttpRequest

from zorgverband.base import joining
from zorgverband.base.refusals import AlreadyDone, Refusal

from .factors import factors_of
from .models import Account
from .sessions import end_others


class StopNotMeant(Refusal):
    """Zet een vinkje als u zeker weet dat u wilt stoppen."""


class StillNeeded(Refusal):
    """Dit kan nu niet. U beslist als enige voor iemand anders, of u bewaart een dossier. Geef dat eerst
    aan iemand anders. Dat kan bij Wie beslist."""


class NotLinked(AlreadyDone):
    """Dit is al zo. Kijk hoe het nu staat."""


class OnlyWayIn(Refusal):
    """U hebt nog geen andere manier om in te loggen. Kies eerst een wachtwoord, of maak een passkey."""


def stop_account(request: HttpRequest, account: Account, *, meant: bool) -> None:
    """From the commit nobody signs in with it and all its sessions have ended; what the person wrote
    stays, and who is told of anything by mail is not. Only the installation's owner turns it on again
    (`account` command). Raises StopNotMeant, or StillNeeded for who decides alone for another."""
    if not meant:
        raise StopNotMeant(field="meant")
    if joining.needed():
        raise StillNeeded()
    account.is_active = False
    account.save(update_fields=["is_active"])
    logout(request)


def is_linked(account: Account) -> bool:
    """Whether this account was signed in with through an organisation."""
    return bool(SocialAccount.objects.filter(user=account).exists())


def unlink(request: HttpRequest, account: Account) -> None:
    """Nobody signs in with it through the organisation any more; other devices are signed out. Raises
    OnlyWayIn for who would be locked out, NotLinked when it was so already."""
    if account.provider_off:
        raise NotLinked()
    if not (account.has_usable_password() or factors_of(account).passkeys):
        raise OnlyWayIn()
    SocialAccount.objects.filter(user=account).delete()
    account.provider_off = True
    account.save(update_fields=["provider_off"])
    end_others(account, keep=request.session.session_key or "")


def allow_link(account: Account) -> None:
    """From here one may sign in through the organisation again. Raises NotLinked when it was so."""
    if not account.provider_off:
        raise NotLinked()
    account.provider_off = False
    account.save(update_fields=["provider_off"])
