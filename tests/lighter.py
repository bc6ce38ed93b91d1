"""What tests do with less work than the product: passwords are hashed in one round, and a process
lists the files of the styles once instead of for every test client.

Nothing is left out: a hash made here is one the product reads, and the reverse.
"""

from typing import Any

from django.contrib.auth.hashers import PBKDF2PasswordHasher
from whitenoise.middleware import WhiteNoiseMiddleware


class OneRound(PBKDF2PasswordHasher):
    """The product's own way of hashing, in one round."""

    iterations = 1


def list_files_once() -> None:
    """Let every test client after the first take over which files of styles and scripts exist."""
    listed: dict[str, Any] = {}
    really = WhiteNoiseMiddleware.add_files_from_finders

    def add_files_from_finders(self: WhiteNoiseMiddleware) -> None:
        if not listed:
            really(self)
            listed.update(self.files)
        self.files.update(listed)

    WhiteNoiseMiddleware.add_files_from_finders = add_files_from_finders
