"""On which devices somebody gets a message beside the mail."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from zorgverband.base import clock, telling
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import NotHere, Refusal

from . import outward, sealed
from .models import PushAddress

MOST = 5


class NotAPushAddress(Refusal):
    """Dit toestel kan geen meldingen ontvangen. U krijgt wel mail."""


class TooManyDevices(Refusal):
    """U krijgt al op vijf toestellen meldingen. Zet ze eerst op een ander toestel uit."""


@dataclass(frozen=True)
class Device:
    """A device that gets messages; `here`: the one somebody looks with now."""

    id: UUID
    kind: str
    since: datetime
    here: bool


def subscribe(
    *, person: UUID, mark: str, kind: str, endpoint: str, public_key: str, secret: str
) -> None:
    """Send messages to this device too, from now on; what it had before ends.

    Raises NotAPushAddress for an address or keys no browser gives, TooManyDevices.
    """
    try:
        outward.check(endpoint)
        sealed.check_keys(public_key, secret)
    except ValueError:
        raise NotAPushAddress() from None
    mine = PushAddress.objects.filter(person_id=person)
    if mine.exclude(mark=mark).count() >= MOST:
        raise TooManyDevices()
    telling.take_over_device(endpoint)
    unsubscribe(person=person, mark=mark)
    row = PushAddress(
        id=new_id(), person_id=person, mark=mark, kind=kind, endpoint=endpoint,
        public_key=public_key, secret=secret, since=clock.now(),
    )  # fmt: skip
    # Two tabs of one browser can do this at once, with the same address.
    PushAddress.objects.bulk_create([row], ignore_conflicts=True)


def unsubscribe(*, person: UUID, mark: str) -> None:
    """No message on this device any more; safe to repeat."""
    PushAddress.objects.filter(person_id=person, mark=mark).delete()


def unsubscribe_one(*, person: UUID, device: UUID) -> None:
    """No message any more on one of one's devices, said from another. Raises NotHere."""
    gone, _rows = PushAddress.objects.filter(person_id=person, id=device).delete()
    if not gone:
        raise NotHere()


def devices_with_messages(*, person: UUID, here: str) -> list[Device]:
    """On which devices this person gets messages, the one with mark `here` first."""
    rows = PushAddress.objects.filter(person_id=person).order_by("-since")
    found = [Device(one.id, one.kind, one.since, one.mark == here) for one in rows]
    return sorted(found, key=lambda one: not one.here)
