"""Changing one's own words: what stood there before stays readable as a version."""

from uuid import UUID

from zorgverband.base import clock, locked
from zorgverband.base.refusals import AlreadyDone, NotYours
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

from ..models import Item, Version
from ..queries import item as readable_item
from .share import NothingWritten


class ChangedMeanwhile(AlreadyDone):
    """Dit bericht is net veranderd. Hieronder ziet u hoe het nu is. Pas het aan en bewaar opnieuw."""


class Settled(AlreadyDone):
    """Dit staat vast: er is al op geantwoord, of het verslag is klaar. Klopt het niet meer? Schrijf dat
    er dan bij."""


class AgreedUpon(Settled):
    """Op deze afspraak is al geantwoord. De tekst blijft daarom zo staan. Wilt u iets anders? Vraag dan
    een nieuwe afspraak."""


class AfterDeath(AlreadyDone):
    """Na het overlijden blijft alles staan zoals het is. Er kan niets meer bij."""


def must_live(item: UUID) -> None:
    """Raise AfterDeath for what is about somebody who died, before anything is put under it."""
    if locked.frozen(item):
        raise AfterDeath()


def must_not_stand(item: UUID) -> None:
    """Raise Settled for one's own words that others settled something on: an answered question or
    complaint, the minutes of a meeting that was held; AgreedUpon for an agreement that another answered.
    A correction that was asked for is no matter of this: who grants it changes the words."""
    if locked.agreed_upon(item):
        raise AgreedUpon()
    if locked.stands(item):
        raise Settled()


def edit_item(*, seat: Seat, person: UUID, item: UUID, title: str, body: str, version: int) -> None:
    """Replace title and body of one's own item, made from `version`.

    Raises NotHere, NotYours for another's item, NothingWritten, or ChangedMeanwhile when somebody
    saved in between; then nothing changes.
    """
    header = readable_item(network=seat.network, id=item)
    if header["author_id"] != person:
        raise NotYours()
    if not title.strip() and not body.strip():
        raise NothingWritten(field="body")
    changed = Item.objects.filter(id=item, version=version).update(
        title=title.strip(), body=body.strip(), version=version + 1, edited_at=clock.now()
    )
    if not changed:
        raise ChangedMeanwhile()
    Version.objects.bulk_create(
        [
            Version(
                network_id=seat.network,
                item_id=item,
                number=version,
                title=header["title"],
                body=header["body"],
                author_id=person,
                written_at=header["edited_at"] or header["created_at"],
            )
        ]
    )
    record(verb="edited", network=seat.network, person=person, item=item)
