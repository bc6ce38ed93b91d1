"""Writing entries down in few statements, however many there are."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.base.viewer import Seat
from zorgverband.networks.models import Side
from zorgverband.networks.queries import faces
from zorgverband.sharing.circles import FAMILY_CARE, OWN
from zorgverband.sharing.models import Item
from zorgverband.ui.sentences import kept_words

from ..models import Measurement, MeasurementPart, RecordRow, Source
from .entry import TABLES, Entry

# Older facts stand in the record and are found by search; they are no news.
NEWS_WITHIN = timedelta(days=30)


def write_items(
    *, seat: Seat, person: UUID, about: UUID, entries: Sequence[Entry]
) -> dict[UUID, Entry]:
    """Insert an item for each entry and answer those that were inserted: not one whose source
    already has an item in this place."""
    moment = clock.now()
    care = _client_and_care(seat) if any(entry.restricted for entry in entries) else None
    items = {new_id(): entry for entry in entries}
    Item.objects.bulk_create(
        [
            Item(
                id=id,
                network_id=seat.network,
                about_id=about,
                subject=entry.subject,
                kind=entry.kind,
                author_id=person,
                author_member_id=seat.member,
                created_at=moment,
                happened_at=entry.happened_at or moment,
                audience=care if entry.restricted else None,
                circle=OWN if entry.restricted else FAMILY_CARE,
                title=entry.title,
                body=body_of(entry),
                in_news=is_news(entry, moment),
                taken_over_from=entry.taken_over_from,
                source=entry.source_id,
            )
            for id, entry in items.items()
        ],
        ignore_conflicts=True,
    )
    there = set(Item.objects.filter(id__in=list(items)).values_list("id", flat=True))
    return {id: entry for id, entry in items.items() if id in there}


def is_news(entry: Entry, moment: datetime) -> bool:
    """Whether it happened so lately that the people around the client want to hear it."""
    return entry.happened_at is not None and entry.happened_at > moment - NEWS_WITHIN


def body_of(entry: Entry) -> str:
    """The words, and that the day is not known where the source gives none."""
    with kept_words():
        unknown = "" if entry.happened_at else _("De bron noemt geen datum.")
    return "\n".join(part for part in (entry.body, unknown) if part)


def _client_and_care(seat: Seat) -> list[UUID]:
    return [
        face.member
        for face in faces(seat.network).values()
        if face.active and face.side in (Side.CLIENT, Side.CARE)
    ]


def write_rows(*, seat: Seat, about: UUID, items: dict[UUID, Entry]) -> None:
    """Insert the structure of these items: one statement for each table."""
    rows: dict[type[RecordRow], list[RecordRow]] = {}
    for id, entry in items.items():
        table = TABLES.get(entry.kind)
        if table is not None and entry.columns:
            row = table(item_id=id, network_id=seat.network, about_id=about, **entry.columns)
            rows.setdefault(table, []).append(row)
    for table, found in rows.items():
        table._default_manager.bulk_create(found)
    write_parts(seat=seat, items=items)


def write_parts(*, seat: Seat, items: dict[UUID, Entry]) -> None:
    """Insert the parts of measurements among these items."""
    MeasurementPart.objects.bulk_create(
        MeasurementPart(network_id=seat.network, item_id=id, position=position, **part)
        for id, entry in items.items()
        if TABLES.get(entry.kind) is Measurement
        for position, part in enumerate(entry.parts)
    )


def write_sources(*, seat: Seat, items: dict[UUID, Entry], versions: dict[UUID, int]) -> None:
    """Keep where these items came from, with the version of the item it made."""
    moment = clock.now()
    Source.objects.bulk_create(
        Source(
            network_id=seat.network,
            item_id=id,
            version=versions.get(id, 1),
            source_id=entry.source_id,
            digest=entry.digest,
            resource_type=entry.resource_type,
            raw=entry.raw,
            updated=entry.updated,
            taken_at=moment,
        )
        for id, entry in items.items()
    )
