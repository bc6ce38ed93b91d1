"""How allauth is used here: no open sign-up, addresses never in mails' subjects."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from zorgverband.base.jobs import wake
from zorgverband.base.listening import SESSIONS


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Accounts come from invitations, never from a sign-up page."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No: who is not invited has nothing to see here."""
        return False

    def logout(self, request: HttpRequest) -> None:
        """End the session, and at that commit what was still open in it."""
        account = request.user.pk
        super().logout(request)
        if account:
            wake(SESSIONS, account)

    def format_email_subject(self, subject: str) -> str:
        """The subject as it is: fixed words only."""
        return subject

    def get_reset_password_from_key_url(self, key: str) -> str:
        """The link in the mail: to the address of this installation, whatever a request says."""
        uid, _, token = key.partition("-")
        parts = {"uidb36": uid, "key": token}
        return settings.ADDRESS + reverse("account_reset_password_from_key", kwargs=parts)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """To the start page, which knows where this person belongs."""
        return "/"

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Fixed texts only; allauth's password reset goes out at once."""
        super().send_mail(template_prefix, email, context)
