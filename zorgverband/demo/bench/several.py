"""Pages of somebody with three hundred networks: 'Voor mij', the list of networks, the desk."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.db import connections, transaction

from zorgverband.base.viewer import enter, networks_of
from zorgverband.bottlenecks.looking import look

from .measure import Question, page, plain_rows
from .place import Place
from .sweeping_rows import fill
from .visitor import Visitor

# Who has a desk, and over how many networks: the statements are the same.
DESKS = ((200, "coordinator"), (20, "gp"))


def questions(place: Place) -> Iterator[Question]:
    """As the GP of three hundred networks and the coordinator of two hundred."""
    size = place.sizes[0]
    for key, who in (("gp", "care, most networks"), ("coordinator", "coordinator")):
        person = place.person(key, size)
        visitor = Visitor(person)
        yield Question(
            "for me", who, 0, page(visitor, "/voor-mij/"),
            plain_rows(
                "SELECT n.*, i.title FROM notifications_notice n JOIN sharing_item i ON i.id = n.item_id "
                "WHERE n.person_id = %s ORDER BY n.at DESC, n.id DESC LIMIT 41",
                [person],
            ),
        )  # fmt: skip
        yield Question(
            "networks", who, 0, page(visitor, "/netwerken/?alle=1"),
            plain_rows(
                "SELECT n.id, p.given_name, p.family_name FROM networks_member m "
                "JOIN networks_network n ON n.id = m.network_id "
                "JOIN networks_member c ON c.network_id = n.id AND c.side = 'client' "
                "JOIN people_person p ON p.id = c.person_id WHERE m.person_id = %s LIMIT 20",
                [person],
            ),
        )  # fmt: skip
    yield from _desks(place)


def _desks(place: Place) -> Iterator[Question]:
    """The desks of two persons of whom one coordinates exactly two hundred networks, the other exactly
    twenty, in which much asks attention."""
    taken = {place.network(size) for size in place.sizes}
    for number, key in DESKS:
        person = place.person(key, place.sizes[0])
        with transaction.atomic():
            enter(person=person)
            networks = [one for one in networks_of(person) if one not in taken][:number]
        if not networks:
            continue
        taken |= set(networks)
        _coordinates(person, networks)
        look(networks=networks)
        yield Question(
            f"desk, {number} networks", key, 0, page(Visitor(person), "/netwerken/aandacht/"),
            plain_rows(
                "SELECT b.* FROM bottlenecks_bottleneck b WHERE b.network_id = ANY (%s)"
                " AND b.resolved_at IS NULL ORDER BY b.seriousness DESC, b.since",
                [networks],
            ),
        )  # fmt: skip


def _coordinates(person: UUID, networks: Sequence[UUID]) -> None:
    """Make this person the coordinator of these networks and no other; give these enough to find."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "UPDATE networks_member SET coordinator = network_id = ANY (%s) WHERE person_id = %s"
            " AND coordinator IS DISTINCT FROM (network_id = ANY (%s))",
            [list(networks), person, list(networks)],
        )
        cursor.execute(
            "SELECT n.id FROM unnest(%s::uuid[]) AS n(id) WHERE NOT EXISTS"
            " (SELECT FROM agreements_agreement a WHERE a.network_id = n.id)",
            [list(networks)],
        )
        bare = [row[0] for row in cursor.fetchall()]
    if bare:
        fill(bare, lambda _said: None)
