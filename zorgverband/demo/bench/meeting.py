"""A meeting while it is held and its minutes: with ten points, and with two hundred."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db import connections, transaction

from zorgverband.base.ids import new_id
from zorgverband.demo.generator_people import made_id
from zorgverband.meetings.models import Meeting, Note, Participant, Point, Presence, State, Step
from zorgverband.networks.models import Member, Side
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from .household_rows import item_row, of, put_rows
from .measure import Question, page, plain_rows
from .place import SEED, Place
from .visitor import Visitor

NUMBER, POINTS, NOTES = 5, (10, 200), 2
PAGES = {"meeting": ("running", "nu"), "minutes": ("closed", "verslag")}
ROWS = """
SELECT p.*, i.title, i.body, n.kind, h.body, h.author_id, h.created_at
FROM meetings_point p JOIN sharing_item i ON i.id = p.item_id
LEFT JOIN meetings_note n ON n.point_id = p.item_id LEFT JOIN sharing_item h ON h.id = n.item_id
WHERE p.meeting_id = %(meeting)s ORDER BY p.place, n.item_id
"""


def questions(place: Place) -> Iterator[Question]:
    """Both pages as the GP, and in plain SQL the same points with their notes."""
    network = made_id(SEED, "network", NUMBER)
    visitor = Visitor(place.person("gp", place.sizes[0]))
    for what, (state, tail) in PAGES.items():
        for size in POINTS:
            meeting = _meeting(network, State(state), size)
            yield Question(
                what, "care", size, page(visitor, f"/n/{network}/overleg/{meeting}/{tail}/"),
                plain_rows(ROWS, {"meeting": meeting}),
            )  # fmt: skip


def _meeting(network: UUID, state: State, size: int) -> UUID:
    """The meeting of so many points, made when it is not there yet."""
    title = f"Overleg {state} {size}"
    found = Item.objects.using("owner").filter(network_id=network, title=title).first()
    if found is not None:
        return UUID(str(found.id))
    with transaction.atomic(using="owner"):
        made = _filled(network, state, size, title)
    with connections["owner"].cursor() as cursor:
        cursor.execute("ANALYZE meetings_point, meetings_note, meetings_step, sharing_item")
    return made


def _filled(network: UUID, state: State, size: int, title: str) -> UUID:
    members = list(
        Member.objects.using("owner")
        .filter(network_id=network, person__isnull=False, left_at=None)
        .select_related("person")
        .order_by("joined_at", "id")
    )
    writer = next(one for one in members if one.side == Side.FAMILY)
    item = item_row(network, network, writer, "meeting", title)
    put_rows([item])
    moment, here = datetime.now(UTC) - timedelta(days=40), {"network_id": network}
    put_rows([
        Meeting(item=item, **here, chair=writer, state=state, held_at=moment,
                closed_at=moment if state == State.CLOSED else None)
    ])  # fmt: skip
    put_rows([Participant(id=new_id(), item=item, **here, member=one) for one in members])
    put_rows([Presence(id=new_id(), item=item, **here, member=writer, from_at=moment)])
    _points(network, item.id, writer, size)
    return UUID(str(item.id))


def _points(network: UUID, meeting: UUID, writer: Member, size: int) -> None:
    here = {"network_id": network}
    points = [item_row(network, network, writer, "meeting_point", f"Punt {n}") for n in range(size)]
    notes = [
        item_row(network, network, writer, "meeting_note", f"Notitie {n}")
        for n in range(size * NOTES)
    ]
    for note in notes:
        note.subject, note.title, note.body = Subject.ARRANGEMENTS, "", note.title
    put_rows(points)
    put_rows(notes)
    put_rows([
        Point(item=one, **here, meeting_id=meeting, place=n) for n, one in enumerate(points)
    ])  # fmt: skip
    put_rows([
        Note(item=one, **here, point_id=points[n // NOTES].id, kind="decision")
        for n, one in enumerate(notes)
    ])  # fmt: skip
    at = datetime.now(UTC) - timedelta(days=39)
    put_rows([
        Step(id=new_id(), item=one, **here, meeting_id=meeting, member=writer,
             person=of(writer), at=at + timedelta(minutes=n))
        for n, one in enumerate(points)
    ])  # fmt: skip
