"""Signing in through an organisation (OpenID Connect): for people we know, when it is sure enough.

allauth does the protocol. Ours is what follows: nobody comes into being by it, the address must be
verified by the provider and be that of an account here, and the level the provider gives (`acr`)
must be enough for what the person does here (settings OIDC_LEVELS). Nothing of what the provider
tells about a person is kept but the number it knows them by.
"""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse

from zorgverband.base import telling
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import enter, leave

from . import proof
from .models import Account

LEVELS = ("", "low", "substantial", "high")
STRONG_FROM = "substantial"


class NotSureEnough(Refusal):
    """Zo inloggen is niet zeker genoeg voor wat u hier doet. Kies een manier van inloggen met een
    hogere zekerheid, of log in met uw wachtwoord."""


class NotKnown(Refusal):
    """Wij kennen u hier nog niet. Vraag om een uitnodiging. Doet u al mee? Log dan in met uw
    wachtwoord."""


class TurnedOff(Refusal):
    """U zette inloggen via uw organisatie uit. Log in met uw wachtwoord, en zet het weer aan bij
    Inloggen en veiligheid."""


class NotVerified(Refusal):
    """Uw organisatie weet niet zeker of dit e-mailadres van u is. Log in met uw wachtwoord."""


class NotNow(Refusal):
    """Inloggen via uw organisatie lukt nu niet. Probeer het later, of log in met uw wachtwoord."""


class Protocol(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]  # allauth has no types
    """allauth's client, that always checks the signature and keeps no claims."""

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **kwargs: Any) -> Any:
        """The sign-in with its claims beside it, not in what is stored."""
        login = super().complete_login(request, app, token, **kwargs)
        found = login.account.extra_data
        login.claims = found.get("userinfo", {}) | found.get("id_token", {})
        login.account.extra_data = {}
        return login

    def _decode_id_token(self, app: Any, id_token: str) -> Any:
        # allauth leaves the signature unchecked for a token fetched over TLS; the level stands on it.
        self.did_fetch_access_token = False
        return super()._decode_id_token(app, id_token)


class Adapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Whom we let in."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """No: nobody comes into being by signing in."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Let in, link, or send back with a sentence."""
        try:
            account = _owner(sociallogin)
            level = _level(sociallogin.claims, account)
        except Refusal as refusal:
            raise ImmediateHttpResponse(_back(request, refusal)) from None
        if request.user.is_authenticated:
            logout(request)
        if not sociallogin.is_existing:
            sociallogin.connect(request, account)
        if LEVELS.index(level) >= LEVELS.index(STRONG_FROM):
            proof.note(request, account, "level", level=level)

    def on_authentication_error(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Back to the sign-in page, whatever went wrong over there."""
        raise ImmediateHttpResponse(_back(request, NotNow()))


def _owner(sociallogin: Any) -> Account:
    """The account this is: linked before, or of the same verified address. Raises NotVerified,
    NotKnown or TurnedOff."""
    if sociallogin.is_existing:
        account: Account = sociallogin.user
        return account
    claims = sociallogin.claims
    if claims.get("email_verified") is not True or not claims.get("email"):
        raise NotVerified()
    found = Account.objects.filter(email__iexact=claims["email"], is_active=True).first()
    if found is None:
        raise NotKnown()
    if found.provider_off:
        raise TurnedOff()
    return found


def _level(claims: dict[str, Any], account: Account) -> str:
    """The level of this sign-in. Raises NotSureEnough when one of the person's sides asks more."""
    level = settings.OIDC_ACR.get(claims.get("acr", ""), "")
    enter(person=account.person_id)
    sides = telling.my_sides()
    leave()
    asked = max((LEVELS.index(settings.OIDC_LEVELS.get(side, "")) for side in sides), default=0)
    if LEVELS.index(level) < asked:
        raise NotSureEnough()
    return level


def _back(request: HttpRequest, refusal: Refusal) -> HttpResponseRedirect:
    said = {"text": refusal.sentence, "kind": "error"}
    request.session["said"] = [*request.session.get("said", ()), said]
    return HttpResponseRedirect(reverse("account_login"))
