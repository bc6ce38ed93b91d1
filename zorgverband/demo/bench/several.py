"""Pages of somebody with three hundred networks: 'Voor mij' and the list of networks."""

from collections.abc import Iterator

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
            "networks", who, 0, page(visitor, "/netwerken/"),
            plain_rows(
                "SELECT n.id, p.given_name, p.family_name FROM networks_member m "
                "JOIN networks_network n ON n.id = m.network_id "
                "JOIN networks_member c ON c.network_id = n.id AND c.side = 'client' "
                "JOIN people_person p ON p.id = c.person_id WHERE m.person_id = %s LIMIT 20",
                [person],
            ),
        )  # fmt: skip
