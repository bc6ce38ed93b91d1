"""Random worlds: nobody meets a bottleneck with a fact they may not read, and who may, meets it."""

from datetime import UTC, datetime
from random import Random
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.db import connection, transaction

from tests.rule.worlds import World, build
from zorgverband.base.ids import new_id
from zorgverband.base.viewer import Viewer, enter
from zorgverband.bottlenecks.models import Bottleneck, Lens, Measure, Reach
from zorgverband.networks.models import Member
from zorgverband.sharing.models import Item

EACH = 40
Connection = psycopg.Connection[Any]


@pytest.fixture(scope="module")
def world(django_db_setup: None, owner_connection: Connection, django_db_blocker: Any) -> World:
    """Six networks in which everything the rule speaks of happens, with bottlenecks on random facts."""
    made = build(owner_connection, seed=31, networks=6, items=60)
    chance = Random(31)
    with django_db_blocker.unblock():
        rows = [row for network in made.networks for row in _rows(UUID(network), chance)]
        Bottleneck.objects.using("owner").bulk_create(rows)
        Measure.objects.using("owner").bulk_create(_measure(row) for row in rows[::3])
    return made


def _rows(network: UUID, chance: Random) -> list[Bottleneck]:
    items = list(Item.objects.using("owner").filter(network=network).values_list("id", flat=True))
    members = list(
        Member.objects.using("owner").filter(network=network).values_list("id", flat=True)
    )
    now = datetime.now(UTC)
    return [
        Bottleneck(
            network_id=network, kind="agreement_overdue", key=str(number), digest="",
            lens=chance.choice(Lens.values), reach=chance.choice(Reach.values),
            about_id=chance.choice([*members, network]), subject=chance.randint(6, 15)
            if number % 2 else chance.randint(1, 15),
            facts=chance.sample(items, min(len(items), number % 4)),
            members=chance.sample(members, number % 3), who_id=chance.choice(members),
            since=now, opened_at=now, seriousness=5,
        )
        for number in range(EACH)
    ]  # fmt: skip


def _ids(world: World) -> list[UUID]:
    return [UUID(one) for one in world.networks]


def _measure(row: Bottleneck) -> Measure:
    member = Member.objects.using("owner").filter(network=row.network_id, person__isnull=False)[0]
    return Measure(
        id=new_id(), network_id=row.network_id, bottleneck_id=row.id, what="noted", words="Gebeld.",
        person_id=member.person_id or new_id(), member_id=member.id, at=datetime.now(UTC),
    )  # fmt: skip


def _leads(viewer: Viewer, row: Bottleneck) -> bool:
    seat = viewer.seats[row.network_id]
    lead = Member.objects.filter(id=seat.member).values_list("coordinator", "first_contact")
    return (
        row.reach == Reach.READERS
        or seat.member in (row.who_id, row.asker_id, row.about_id)
        or seat.decides(about=row.about_id, subject=row.subject)
        or any(lead[0])
    )


def _faults(viewer: Viewer, everything: list[Bottleneck]) -> list[str]:
    """Where what this viewer meets is not what follows from what they read."""
    met = set(Bottleneck.objects.values_list("id", flat=True))
    noted = set(Measure.objects.values_list("bottleneck_id", flat=True))
    items = set(Item.objects.values_list("id", flat=True))
    members = set(Member.objects.values_list("id", flat=True))
    found = [f"a measure of what is not met: {one}" for one in noted - met]
    for row in everything:
        seat = viewer.seats.get(row.network_id)
        social = seat is not None and seat.side == "social"
        reads = set(row.facts) <= items and set(row.members) <= members
        if row.id in met and (seat is None or not reads or (social and row.subject <= 5)):
            found.append(f"met without reading it all: {row.id}")
        fits = row.lens == Lens.ALL or (row.lens == Lens.SOCIAL) == social
        if row.id in met and not fits:
            found.append(f"met with the eyes of another side: {row.id}")
        if seat is None or not row.facts or (social and row.subject <= 5):
            continue
        if (row.id in met) != (reads and fits and _leads(viewer, row)):
            found.append(f"not what follows from its facts: {row.id}")
    return found


@pytest.mark.slow
def test_who_meets_what_follows_from_what_they_read(world: World, db: None) -> None:
    everything = list(Bottleneck.objects.using("owner").filter(network_id__in=_ids(world)))
    faults, met, pairs = [], 0, 0
    networks = _ids(world)
    for person in world.persons:
        with transaction.atomic():
            viewer = enter(person=UUID(person), networks=networks)
            faults += _faults(viewer, everything)
            met += Bottleneck.objects.count()
            pairs += len(everything)
    assert faults == []
    assert 0 < met < pairs


def test_the_check_sees_a_lock_that_leaks(world: World, owner: Connection, db: None) -> None:
    # The control: without the question about its facts somebody meets what they may not.
    everything = list(Bottleneck.objects.using("owner").filter(network_id__in=_ids(world)))
    owner.execute("CREATE POLICY leak ON bottlenecks_bottleneck FOR SELECT TO zv_app USING (true)")
    try:
        with transaction.atomic(), connection.cursor():
            viewer = enter(person=UUID(world.persons[0]), networks=[UUID(world.networks[0])])
            assert _faults(viewer, everything) != []
    finally:
        owner.execute("DROP POLICY leak ON bottlenecks_bottleneck")
