"""The mails: fixed words, in the reader's language. Never a name, a sender, a title or a text.

A digest holds counts only. A mail says no more than that there is something to look at, because
mail passes through many hands.
"""

from collections.abc import Mapping, Sequence
from email.utils import parseaddr
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .kinds import Kind


def compose(
    *,
    delivery: UUID,
    address: str,
    language: str,
    bundle: str,
    counts: Mapping[str, int],
    codes: Sequence[str] = (),
) -> EmailMessage:
    """The mail of one delivery. Its Message-ID follows from the delivery alone, so that a mail
    server or mailbox recognises a repeat."""
    with translation.override(language):
        subject, lines = _words(bundle, counts)
        lines += [
            _("De code van Wie heeft gekeken is %(code)s.") % {"code": code} for code in codes
        ]
        body = "\n\n".join([*lines, _where("for_me"), _less()])
        return EmailMessage(
            subject=subject,
            body=body + "\n",
            to=[address],
            headers={"Message-ID": message_id(delivery), "Auto-Submitted": "auto-generated"},
        )


def message_id(delivery: UUID) -> str:
    """The Message-ID of a delivery, the same at every attempt."""
    host = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "zorgverband"
    return f"<{delivery}@{host}>"


def _words(bundle: str, counts: Mapping[str, int]) -> tuple[str, list[str]]:
    if bundle.startswith("event "):
        if counts.get(Kind.ASKED):
            return _("Er is een vraag aan u"), [
                _("Er is een vraag aan u. Bekijk het in Zorgverband.")
            ]
        if counts.get(Kind.ANSWERED):
            return _("Er is antwoord op uw vraag"), [
                _("Er is antwoord op een vraag van u. Bekijk het in Zorgverband.")
            ]
        return _("Er is nieuws"), [_("Er is nieuws. Bekijk het in Zorgverband.")]
    asked = counts.get(Kind.ASKED, 0)
    news = sum(counts.values()) - asked
    lines = []
    if asked:
        lines.append(
            ngettext("Er is %(n)s vraag aan u.", "Er zijn %(n)s vragen aan u.", asked)
            % {"n": asked}
        )
    if news:
        lines.append(
            ngettext("Er is %(n)s nieuw bericht.", "Er zijn %(n)s nieuwe berichten.", news)
            % {"n": news}
        )
    return _("Er is nieuws"), [" ".join(lines), _("Bekijk het in Zorgverband.")]


def _where(name: str) -> str:
    return settings.ADDRESS.rstrip("/") + reverse(name)


def _less() -> str:
    words = _("Wilt u vaker of minder vaak mail? Kies dat bij Meldingen:")
    return f"{words}\n{_where('notification_settings')}"
