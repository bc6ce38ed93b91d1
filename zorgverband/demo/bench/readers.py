"""Who will read this (the live panel while writing), and who can read that and why."""

from collections.abc import Iterator

from .measure import Question, page, plain_rows
from .place import Place
from .timeline import newest
from .visitor import Visitor

NAMES = (
    "SELECT p.given_name, p.family_name, r.function FROM networks_presence w "
    "JOIN people_person p ON p.id = w.person_id JOIN networks_role r ON r.member_id = w.member_id "
    "WHERE w.network_id = %s"
)


def questions(place: Place) -> Iterator[Question]:
    """As the GP; in plain SQL the names of everybody in the network."""
    for size in place.sizes:
        network = place.network(size)
        visitor = Visitor(place.person("gp", size))
        names = plain_rows(NAMES, [network])
        panel = f"/n/{network}/schrijven/lezers/?subject=1&circle=family_care"
        yield Question("readers panel", "care", size, page(visitor, panel), names)
        strip = f"/n/{network}/bericht/{newest(place, size, 1)}/lezers/"
        yield Question("readers with reasons", "care", size, page(visitor, strip), names)
