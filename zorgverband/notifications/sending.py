"""Sending what is due, as far as mail allows exactly once.

What is guaranteed. One delivery per person, bundle and channel exists (a constraint of the
database). A worker first claims it and commits that, so that two workers never send the same. Then
it asks the rule again, acting as that person: who may not read it any more gets nothing. Then it
hands the mail to the mail server, and notes that it was sent. A worker that dies in between leaves
a claim; after ABANDONED another worker tries again. So a mail is never lost. It can reach the mail
server twice only when a worker dies between the server's "accepted" and the note of it, and both
then carry the same Message-ID, from which mail systems and our own sink recognise a repeat.
"""

import logging
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from zorgverband.base import clock, telling
from zorgverband.base.telling import Claim
from zorgverband.base.viewer import enter
from zorgverband.journal.codes import codes_at
from zorgverband.people.models import Account

from .kinds import Channel, Kind, Pace
from .letters import compose
from .models import Delivery, Preference

ABANDONED = timedelta(minutes=10)
AT_A_TIME = 50
MOST_COUNTED = 500
FIRST_PAUSE = timedelta(minutes=2)
ENOUGH_ATTEMPTS = 10
log = logging.getLogger(__name__)


def send_due(*, at_once: bool = False) -> int:
    """Send every mail that is due now and not held by another worker; answers how many went out.
    `at_once`: only mails about one event, not the digests, of which there are many on the hour.

    Must not run inside a transaction: a claim has to be committed before its mail leaves.
    """
    sent = 0
    while True:
        with transaction.atomic(durable=True):
            claims = telling.claim_deliveries(
                channel=Channel.MAIL, now=clock.now(), abandoned_after=ABANDONED, limit=AT_A_TIME,
                at_once=at_once,
            )  # fmt: skip
        if not claims:
            return sent
        sent += _send_all(claims)


def _send_all(claims: Sequence[Claim]) -> int:
    mails = get_connection()
    sent = 0
    try:
        for number, claim in enumerate(claims):
            try:
                sent += _send(claim, mails)
            except (SMTPRecipientsRefused, SMTPSenderRefused, SMTPDataError):
                again_later(claim)
            except OSError:
                # The server is away: to try the others too would hold up everything.
                for waiting in claims[number:]:
                    again_later(waiting)
                break
            except Exception:
                # One mail that cannot be made must not hold up all that come after it.
                log.exception("mail %s could not be made", claim.delivery)
                again_later(claim)
    finally:
        mails.close()
    return sent


def _send(claim: Claim, mails: BaseEmailBackend) -> bool:
    # Reaching the server can take long: first that, so that the rule is asked just before sending.
    mails.open()
    with transaction.atomic():
        enter(person=claim.person)
        counts = readable(claim)
        codes = codes_of(claim) if Kind.LOG in counts else []
        account = Account.objects.filter(person_id=claim.person, is_active=True).first()
        if not counts or account is None:
            note(claim, dropped_at=clock.now())
            return False
    message = compose(
        delivery=claim.delivery,
        address=account.email,
        language=account.language,
        bundle=claim.bundle,
        counts=counts,
        codes=codes,
    )
    mails.send_messages([message])
    with transaction.atomic():
        enter(person=claim.person)
        note(claim, sent_at=clock.now())
    return True


def readable(claim: Claim) -> dict[str, int]:
    """How much of this bundle, by kind, its person may know of now, has not read yet, and still
    wants to hear of by mail. Must run as that person."""
    unwanted = set(
        Preference.objects.filter(person_id=claim.person, pace=Pace.NEVER).values_list(
            "kind", flat=True
        )
    )
    lines = telling.inbox(limit=MOST_COUNTED, unread=True, bundle=claim.bundle)
    return Counter(line.kind for line in lines if line.kind not in unwanted)


def codes_of(claim: Claim) -> list[str]:
    """The codes of the log that go out with this bundle: they say nothing about anybody, and so stand
    outside our database as well. Must run as that person; enters the networks it is about."""
    lines = telling.inbox(limit=MOST_COUNTED, unread=True, bundle=claim.bundle)
    about = [(line.network, line.at) for line in lines if line.kind == Kind.LOG]
    enter(person=claim.person, networks=[network for network, _at in about])
    return [code for _network, _at, code in codes_at(about)]


def again_later(claim: Claim) -> None:
    """The server did not take it: let go of the claim and try later, for about two days."""
    with transaction.atomic():
        enter(person=claim.person)
        if claim.attempts >= ENOUGH_ATTEMPTS:
            log.error(
                "mail %s was refused %s times and is given up", claim.delivery, claim.attempts
            )
            note(claim, dropped_at=clock.now())
            return
        pause = FIRST_PAUSE * 2 ** (claim.attempts - 1)
        note(claim, claimed_at=None, due_at=clock.now() + pause)


def note(claim: Claim, **columns: object) -> None:
    """Write down how it stands with a delivery that was not sent yet. Must run as that person."""
    Delivery.objects.filter(id=claim.delivery, sent_at=None).update(**columns)
