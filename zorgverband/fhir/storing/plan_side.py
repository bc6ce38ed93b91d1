"""Giving what was stored its place in the plan: parts, what belongs to what, what it suggests."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from uuid import UUID

from django.db import transaction

from zorgverband.agreements.actions.ask_agreement import CannotRead
from zorgverband.base.viewer import Seat
from zorgverband.fhir import became
from zorgverband.fhir.fact import Fact
from zorgverband.fhir.planned import Planned
from zorgverband.fhir.storing.company import Company
from zorgverband.fhir.storing.wishes import Wish, wishes
from zorgverband.plan.actions import (
    take_in_belonging,
    take_in_parts,
    take_in_suggestions,
    take_up,
)
from zorgverband.plan.actions.add_part import Aim
from zorgverband.plan.actions.take_in_parts import TakenPart
from zorgverband.plan.models import Measure, Suggestion
from zorgverband.record.taking.known import items_of_sources, older_items
from zorgverband.sharing.subjects import subject_by_code

Became = tuple[str, str]
_Read = Sequence[tuple[Fact, Planned]]


def place(
    *, seat: Seat, person: UUID, about: UUID, items: Mapping[UUID, Fact], facts: Sequence[Fact]
) -> tuple[list[Became], list[UUID]]:
    """Place what was made or changed (`items`) in the plan. `facts` are all that were read, so that
    what an earlier file brought is tied to what comes now.

    Answers what became of each resource and of what is in it (type and sentence of `became.py`),
    and the agreements that were proposed to somebody who takes part.
    """
    planned = {item: (fact, fact.plan) for item, fact in items.items() if fact.plan is not None}
    read = [(fact, fact.plan) for fact in facts if fact.plan is not None]
    if not read:
        return [], []
    sources = items_of_sources(network=seat.network, about=about, ids=_named(read))
    older = older_items(network=seat.network, about=about, items=planned) if planned else {}
    parts = [_part(item, about, *both) for item, both in planned.items() if both[1].part]
    take_in_parts(seat=seat, person=person, parts=parts, older=older)
    take_in_belonging(seat=seat, pairs=_pairs(seat, about, read, sources))
    company = Company(seat.network)
    found = [
        wish
        for item, (fact, plan) in planned.items()
        for wish in wishes(
            item=item, about=about, fact=fact, plan=plan, goals=sources, company=company
        )
    ]
    new = take_in_suggestions(
        seat=seat, items=planned, older=older,
        wanted=[wish.wanted for wish in found if wish.wanted is not None],
    )  # fmt: skip
    told, asked = _told(seat, person, found, new)
    return [*_resources(planned.values()), *told], asked


def _named(read: _Read) -> set[str]:
    """The sources that are read or referred to."""
    names = {fact.source_id for fact, _plan in read}
    for _fact, plan in read:
        names |= {*plan.holds, *plan.wholes, *(goal for one in plan.deeds for goal in one.goals)}
    return names


def _part(item: UUID, about: UUID, fact: Fact, plan: Planned) -> TakenPart:
    aim = plan.aim
    return TakenPart(
        item=item, kind=plan.part, state=plan.state, since=fact.starts_on,
        said_by=about if plan.by_client else None, attained=aim.attained,
        aim=Aim(measure=Measure(aim.measure), unit=aim.unit, target=aim.target, due_on=aim.due_on),
    )  # fmt: skip


def _pairs(
    seat: Seat, about: UUID, read: _Read, sources: Mapping[str, UUID]
) -> set[tuple[UUID, UUID]]:
    """What belongs to which plan, of what this person may write about."""
    pairs = set()
    for fact, plan in read:
        own = sources.get(fact.source_id)
        if own is None:
            continue
        pairs |= {(sources[one], own) for one in plan.holds if one in sources}
        pairs |= {(own, sources[one]) for one in plan.wholes if one in sources}
    open_to = {
        sources[fact.source_id]
        for fact, _plan in read
        if fact.source_id in sources
        and seat.may_write(about=about, subject=subject_by_code(fact.subject))
    }
    return {(item, whole) for item, whole in pairs if item in open_to}


def _resources(planned: Iterable[tuple[Fact, Planned]]) -> Iterator[Became]:
    """Of a request is told what becomes of the one deed it is."""
    for fact, plan in planned:
        if plan.part:
            yield fact.resource_type, became.OF_PART[plan.part, plan.state]
        elif fact.resource_type == "CareTeam":
            yield fact.resource_type, became.TEAM


def _told(
    seat: Seat, person: UUID, found: Sequence[Wish], new: Sequence[Suggestion]
) -> tuple[list[Became], list[UUID]]:
    """What became of each deed and person; who takes part is asked at once."""
    open_now = {(one.item_id, one.kind, one.key): one for one in new}
    told, asked = [], []
    for wish in found:
        one = wish.wanted
        if one is None:
            told.append((wish.kind, wish.why))
            continue
        row = open_now.get((one.item, one.kind, one.key))
        made = _ask(seat, person, row, wish.executor) if row is not None else None
        asked += [made] if made else []
        told.append((wish.kind, _sentence(row, made)))
    return told, asked


def _sentence(row: Suggestion | None, made: UUID | None) -> str:
    if row is None:
        return became.KNOWN
    if made is not None:
        return became.ASKED
    return became.SUGGESTED if row.kind == "deed" else became.INVITE


def _ask(seat: Seat, person: UUID, row: Suggestion, executor: UUID | None) -> UUID | None:
    """The agreement that was proposed; None when nobody is known, or they cannot read it."""
    if executor is None:
        return None
    try:
        with transaction.atomic():
            made = take_up(
                seat=seat, person=person, suggestion=row.id, executor=executor, at_once=False
            )
    except CannotRead:
        return None
    return UUID(str(made.item_id))
