"""Messages on devices: beside the mail, by the same rules, with nothing in them.

As with mail, a message is claimed first, the rule is asked again as its person, and only then it goes.
It goes to each of their devices; it counts as sent when one push service took it. A push service that
is away is tried later, one that says the device is gone is forgotten. What a push service keeps for
later it keeps until the quiet hours at most, under one name, so that a repeat takes its place.
"""

import logging
from dataclasses import replace
from datetime import timedelta
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from zorgverband.base import clock, telling
from zorgverband.base.telling import Claim
from zorgverband.base.viewer import enter
from zorgverband.people.models import Account

from . import outward, sealed
from .kinds import Channel
from .models import PushAddress
from .queries import wishes
from .sending import ABANDONED, AT_A_TIME, again_later, note, readable
from .timing import Peace, first_calm

GONE = (404, 410)
LATER = (0, 429)
LONGEST_KEPT = 4  # hours
log = logging.getLogger(__name__)


def push_due(*, at_once: bool = False) -> int:
    """Send every message for a device that is due now; answers how many went out. `at_once`: as with
    mail.

    Must not run inside a transaction, as with mail.
    """
    sent = 0
    while settings.PUSH_KEY:
        with transaction.atomic(durable=True):
            claims = telling.claim_deliveries(
                channel=Channel.PUSH, now=clock.now(), abandoned_after=ABANDONED, limit=AT_A_TIME,
                at_once=at_once,
            )  # fmt: skip
        if not claims:
            break
        for claim in claims:
            try:
                sent += _push(claim)
            except Exception:
                log.exception("message %s could not be made", claim.delivery)
                again_later(claim)
    return sent


def _push(claim: Claim) -> bool:
    with transaction.atomic():
        enter(person=claim.person)
        account = Account.objects.filter(person_id=claim.person, is_active=True).first()
        devices = list(PushAddress.objects.filter(person_id=claim.person))
        # Working hours hold per network, and were reckoned with when this was planned.
        peace = replace(wishes(claim.person).peace, work_hours=False)
        if account is None or not devices or not readable(claim):
            note(claim, dropped_at=clock.now())
            return False
        now = clock.now()
        if (calm := first_calm(now, peace)) > now:
            note(claim, claimed_at=None, due_at=calm)
            return False
    with translation.override(account.language):
        words = _("Er is nieuws. Bekijk het in Zorgverband.").encode()
    answers = {device.pk: _sent_to(device, words, peace) for device in devices}
    return _noted(claim, answers)


def _sent_to(device: PushAddress, words: bytes, peace: Peace) -> int:
    """What the push service of this device answered; 0 when it did not."""
    try:
        headers = {
            "Content-Encoding": "aes128gcm", "Content-Type": "application/octet-stream",
            "TTL": str(kept_seconds(peace)), "Topic": "nieuws", "Urgency": "normal",
            "Authorization": sealed.authorization(
                endpoint=device.endpoint, key=sealed.own_key(settings.PUSH_KEY), contact=_contact()
            ),
        }  # fmt: skip
        sealed_words = sealed.seal(words, public_key=device.public_key, secret=device.secret)
        return outward.post(device.endpoint, body=sealed_words, headers=headers)
    except outward.NotAllowed:
        # What led outside then leads inside now: nothing more goes there.
        return GONE[0]
    except OSError:
        return 0


def _noted(claim: Claim, answers: dict[Any, int]) -> bool:
    taken = any(200 <= status < 300 for status in answers.values())
    later = not taken and any(status in LATER or status >= 500 for status in answers.values())
    with transaction.atomic():
        enter(person=claim.person)
        gone = [device for device, status in answers.items() if status in GONE]
        PushAddress.objects.filter(id__in=gone).delete()
        if taken:
            note(claim, sent_at=clock.now())
        elif not later:
            note(claim, dropped_at=clock.now())
    if later:
        again_later(claim)
    return taken


def kept_seconds(peace: Peace) -> int:
    """How long a push service may keep it for a device that is off: not into the quiet hours."""
    here = clock.now().astimezone(clock.HOME)
    whole = here.replace(minute=0, second=0, microsecond=0)
    for hours in range(1, LONGEST_KEPT + 1):
        later = whole + timedelta(hours=hours)
        if peace.disturbs(later):
            return int((later - here).total_seconds())
    return LONGEST_KEPT * 3600


def _contact() -> str:
    """Where a push service can reach who runs this installation."""
    if settings.SECURE:
        return settings.ADDRESS
    return "mailto:" + parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
