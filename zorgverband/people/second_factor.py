"""How allauth's second factors are used here: secrets kept encrypted, names in plain words."""

import base64
import hashlib

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet
from django.conf import settings
from django.utils.translation import gettext as _

from .models import Account


def _safe() -> Fernet:
    """Locks with a key of this installation, apart from what else is signed with it."""
    key = hashlib.sha256(b"second factors:" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))


class Adapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """What allauth asks of us about codes and passkeys."""

    def encrypt(self, text: str) -> str:
        """The secret of an app or of recovery codes, unreadable in the database and its backups."""
        return _safe().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The other way. Raises cryptography.fernet.InvalidToken after a change of SECRET_KEY."""
        return _safe().decrypt(encrypted_text.encode()).decode()

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """This site, as passkeys know it: its host without the port."""
        known: dict[str, str] = super().get_public_key_credential_rp_entity()
        return known | {"name": "Zorgverband"}

    def generate_authenticator_name(self, user: Account, type: Authenticator.Type) -> str:
        """A name for a passkey that the person can change: 'Passkey 2'."""
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return _("Passkey %(number)s") % {"number": number}
