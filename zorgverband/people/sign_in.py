"""How allauth is used here: no open sign-up, addresses never in mails' subjects."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation

from .models import Account
from .proof import recently_proven
from .sessions import end_others

log = logging.getLogger(__name__)


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Accounts come from invitations, never from a sign-up page."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No: who is not invited has nothing to see here."""
        return False

    def set_password(self, user: Account, password: str) -> None:
        """A password chosen from a mail: whoever is signed in with the old one is out."""
        super().set_password(user, password)
        end_others(user)

    def respond_user_inactive(self, request: HttpRequest, user: Account) -> HttpResponse:
        """To the sign-in page, as for an address nobody has."""
        return HttpResponseRedirect(reverse("account_login"))

    def is_reauthentication_required(self, app: str) -> bool:
        """Not again for who has just proved themselves (`sharing/step_up.py`)."""
        return not recently_proven(context.request)

    def get_reauthentication_methods(self, user: Account) -> list[dict[str, str]]:
        """One page for all ways."""
        return [{"id": "step_up", "url": reverse("step_up"), "description": ""}]

    def send_notification_mail(
        self, template_prefix: str, user: Account, context: object = None, email: object = None
    ) -> None:
        """One mail for whatever changed in how somebody signs in, at the commit. It says no more than
        that; a mail server that is away does not undo the change."""
        transaction.on_commit(lambda: self._tell(user))

    def _tell(self, user: Account) -> None:
        words = {"password_url": settings.ADDRESS + reverse("account_reset_password")}
        try:
            with translation.override(user.language):
                self.send_mail("account/email/changed", user.email, words)
        except OSError:
            log.warning("a mail about signing in could not be sent")

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
