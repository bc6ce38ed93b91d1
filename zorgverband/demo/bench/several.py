"""Pages of somebody with three hundred networks: 'Voor mij', the list of networks, the desk."""

from collections.abc import Iterator
from uuid import UUID

from django.db import transaction

from zorgverband.base.viewer import enter, networks_of
from zorgverband.bottlenecks.looking import look

from .measure import Question, page, plain_rows
from .place import Place
from .visitor import Visitor


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
        if key == "coordinator":
            yield _desk(person, visitor)


def _desk(person: UUID, visitor: Visitor) -> Question:
    """The desk over all networks this person coordinates, after a look for what asks attention."""
    with transaction.atomic():
        enter(person=person)
        networks = networks_of(person)
    look(networks=networks)
    return Question(
        "desk", "coordinator", 0, page(visitor, "/netwerken/aandacht/"),
        plain_rows(
            "SELECT b.* FROM bottlenecks_bottleneck b WHERE b.network_id = ANY (%s)"
            " AND b.resolved_at IS NULL ORDER BY b.seriousness DESC, b.since",
            [networks],
        ),
    )  # fmt: skip
