"""Fills the plan that is measured: a household of four with forty goals and three hundred
agreements. Dated before the run, so that it stays when what a run wrote is taken away."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connections, transaction

from zorgverband.agreements.models import Agreement, State
from zorgverband.base.ids import new_id
from zorgverband.base.repeating import Repeat
from zorgverband.networks.models import Member, Role, Side
from zorgverband.people.models import Person
from zorgverband.plan.models import Goal, GoalStep, PlanPart
from zorgverband.sharing.models import Item, Permission
from zorgverband.sharing.subjects import Subject

GOALS, AGREEMENTS, STEPS, OTHERS = 40, 300, 4, 3
FIRST = "Doel 0"
OWNER = "owner"


def fill(network: UUID) -> None:
    """Give this network a household and a plan, unless it has one."""
    if Item.objects.using(OWNER).filter(network_id=network, title=FIRST).exists():
        return
    with transaction.atomic(using=OWNER):
        clients = _household(network)
        writer = (
            Member.objects.using(OWNER)
            .filter(network_id=network, side=Side.FAMILY, person__isnull=False, left_at=None)
            .select_related("person")
            .order_by("joined_at", "id")
        )[0]
        goals = _goals(network, clients, writer)
        _agreements(network, goals, clients, writer)
    with connections[OWNER].cursor() as cursor:
        cursor.execute(
            "ANALYZE plan_planpart, plan_goal, plan_goalstep, agreements_agreement, sharing_item"
        )


def _household(network: UUID) -> list[UUID]:
    """Three more clients beside the one there is, each with the permissions everybody has."""
    rows = Member.objects.using(OWNER).filter(network_id=network, side=Side.CLIENT)
    first = rows.select_related("person").order_by("joined_at", "id")[0]
    given = list(Permission.objects.using(OWNER).filter(network_id=network, about_id=first.id))
    assert first.person is not None
    clients = [first.id]
    for number in range(OTHERS):
        person = Person(given_name=f"Kind {number + 1}", family_name=first.person.family_name)
        member = Member(
            network_id=network, person=person, side=Side.CLIENT, joined_at=first.joined_at
        )
        role = Role(network_id=network, member=member, function="client")
        for made in (person, member, role):
            made.save(using=OWNER, force_insert=True)
        for one in given:
            one.id, one.about_id = new_id(), member.id
        Permission.objects.using(OWNER).bulk_create(given)
        clients.append(member.id)
    return clients


def _goals(network: UUID, clients: Sequence[UUID], writer: Member) -> list[UUID]:
    now = datetime.now(UTC)
    items = [
        item_row(network, clients[number % len(clients)], writer, "plan_goal", f"Doel {number}")
        for number in range(GOALS)
    ]
    here = [{"item_id": one.id, "network_id": network} for one in items]
    put_rows(items)
    put_rows([PlanPart(**one, kind="goal") for one in here])
    put_rows([Goal(**one, measure="scale") for one in here])
    put_rows([
        GoalStep(**one, value=value + 3, person=of(writer), member=writer,
                 at=now - timedelta(days=40 - value))
        for one in here for value in range(STEPS)
    ])  # fmt: skip
    return [one.id for one in items]


def _agreements(
    network: UUID, goals: Sequence[UUID], clients: Sequence[UUID], writer: Member
) -> None:
    today, now = datetime.now(UTC).date(), datetime.now(UTC)
    items = [
        item_row(network, clients[number % len(clients)], writer, "agreement", f"Afspraak {number}")
        for number in range(AGREEMENTS)
    ]
    put_rows(items)
    put_rows([
        Agreement(
            item=item, network_id=network, goal_id=goals[number % GOALS], executor=writer,
            state=State.RUNNING, state_at=now - timedelta(days=9),
            **_when(number, today.replace(day=1)),
        )
        for number, item in enumerate(items)
    ])  # fmt: skip


def _when(number: int, day: Any) -> dict[str, Any]:
    """A third repeats."""
    if number % 3:
        return {"due_on": day + timedelta(days=60)}
    return {"first_on": day, "repeat": Repeat.WEEKLY, "weekdays": [1, 4]}


def item_row(network: UUID, about: UUID, writer: Member, kind: str, title: str) -> Item:
    """An item as it is written, about arrangements, long before the run."""
    moment = datetime.now(UTC) - timedelta(days=50)
    return Item(
        id=new_id(), network_id=network, about_id=about, subject=Subject.ARRANGEMENTS, kind=kind,
        author=of(writer), author_member=writer, created_at=moment, happened_at=moment,
        circle="everyone", title=title, in_news=False,
    )  # fmt: skip


def of(member: Member) -> Person:
    """The person of a member who is no team."""
    assert member.person is not None
    return member.person


def put_rows(rows: Sequence[Any]) -> None:
    """Write these rows of one table as the owner."""
    type(rows[0]).objects.using(OWNER).bulk_create(rows)
