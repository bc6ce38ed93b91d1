"""Where mail goes without a mail server: one file per message, for the demo and for tests."""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class Sink(BaseEmailBackend):
    """Writes each message to a file named after its Message-ID.

    So the same message sent twice is one file, like a mail server that recognises a repeat. A file
    is there completely or not at all, and survives a crash right after.
    """

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write all of them; answers how many."""
        folder = Path(settings.MAIL_SINK)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for message in email_messages:
            _write(folder, message)
        return len(email_messages)


def _write(folder: Path, message: EmailMessage) -> None:
    mail = message.message()
    name = hashlib.sha256(str(mail["Message-ID"]).encode()).hexdigest()[:40]
    draft = folder / f".{name}.{os.getpid()}"
    with draft.open("wb") as file:
        file.write(mail.as_bytes())
        file.flush()
        os.fsync(file.fileno())
    draft.replace(folder / f"{name}.eml")
