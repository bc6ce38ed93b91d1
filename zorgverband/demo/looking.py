"""Everybody of the demo looked in the networks they are in: without that nobody has a log to read."""

import random
from datetime import timedelta
from uuid import UUID

from django.db import transaction

from zorgverband.base.viewer import Seat, enter, networks_of
from zorgverband.journal.models import Look
from zorgverband.networks.queries import Face, faces
from zorgverband.people.models import Person
from zorgverband.sharing.models import Item

from .town import Town, moment

DAYS = 28
# How likely somebody looks on a day, by side, and at which hours.
HABITS = {"client": 0.5, "family": 0.4, "care": 0.25, "social": 0.08}
HOURS = {"client": (9, 20), "family": (18, 23), "care": (8, 17), "social": (9, 16)}
# Once somebody looked at night, for the client to wonder about.
NIGHT_OWL, NIGHT = "kevin", "2.14"


def everybody_looked(town: Town) -> None:
    """Four weeks of the log, of what each could read at the time; the same at every building."""
    chance = random.Random(7)
    for key, person in town.people.items():
        with transaction.atomic():
            enter(person=person)
            networks = networks_of(person)
            viewer = enter(person=person, networks=networks)
            name = Person.objects.get(pk=person).name
            rows = []
            for network in networks:
                seat, face = viewer.seat(network), faces(network)[viewer.seat(network).member]
                for day, at in _moments(key, seat, chance):
                    rows += _looks(name, person, seat, face, day, at, chance)
            Look.objects.bulk_create(rows)


def _moments(key: str, seat: Seat, chance: random.Random) -> list[tuple[int, str]]:
    first, last = HOURS[seat.side]
    found = [
        (day, f"{chance.randint(first, last - 1)}.{chance.randint(10, 59)}")
        for day in range(DAYS, 0, -1)
        if chance.random() < HABITS[seat.side]
    ]
    return [*found, (3, NIGHT)] if key == NIGHT_OWL else found


def _looks(
    name: str, person: UUID, seat: Seat, face: Face, day: int, at: str, chance: random.Random
) -> list[Look]:
    when = moment(day, at) + timedelta(seconds=chance.randint(0, 59))
    if when < face.joined_at:
        return []
    items = Item.objects.filter(network_id=seat.network, created_at__lt=when)
    found: dict[tuple[UUID, int], list[UUID]] = {}
    newest = items.order_by("-created_at").values_list("about_id", "subject", "id")
    for about, subject, item in newest[: chance.randint(1, 6)]:
        found.setdefault((about, subject), []).append(item)
    return [
        Look(
            network_id=seat.network, about_id=about, subject=subject, person_id=person,
            person_name=name, member_id=seat.member, side=seat.side, function=face.function_code,
            organisation=face.organisation, action=Look.Action.READ, door="news", items=ids,
            ground="own" if about == seat.member else "permission", at=when,
        )
        for (about, subject), ids in found.items()
    ]  # fmt: skip
