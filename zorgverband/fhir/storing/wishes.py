"""What items that were stored suggest, and what becomes of all that stands in them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from zorgverband.fhir import became
from zorgverband.fhir.fact import Fact
from zorgverband.fhir.planned import Deed, Mate, Planned
from zorgverband.fhir.storing.company import Company
from zorgverband.plan.actions.take_in_suggestions import Wanted
from zorgverband.plan.models import Suggested

# The element that holds them; a ServiceRequest is one deed itself.
_INSIDE = {"CarePlan": "CarePlan.activity", "CareTeam": "CareTeam.participant"}


@dataclass(frozen=True, kw_only=True)
class Wish:
    """One deed or person: `wanted` when something can be agreed on, `why` when it cannot.
    `executor` does it, when that is somebody who takes part."""

    kind: str
    wanted: Wanted | None = None
    why: str = ""
    executor: UUID | None = None


def wishes(
    *, item: UUID, about: UUID, fact: Fact, plan: Planned, goals: Mapping[str, UUID],
    company: Company,
) -> Iterator[Wish]:  # fmt: skip
    """Everything one item holds, in its order. `goals` are items by source id."""
    kind = _INSIDE.get(fact.resource_type, fact.resource_type)
    for deed in plan.deeds:
        if deed.fate != "open" or not deed.what:
            yield Wish(kind=kind, why=became.OF_FATE.get(deed.fate, became.NAMELESS))
        else:
            who = about if deed.by_client else company.member(deed.who)
            yield Wish(kind=kind, wanted=_deed(item, deed, goals), executor=who)
    for mate in plan.mates:
        why = _why_not(mate, company)
        yield Wish(kind=kind, why=why, wanted=None if why else _person(item, mate))


def _deed(item: UUID, deed: Deed, goals: Mapping[str, UUID]) -> Wanted:
    return Wanted(
        item=item, kind=Suggested.DEED, key=deed.key, what=deed.what, who=deed.who,
        moment=deed.moment, due_on=deed.due_on, repeat=deed.repeat, weekdays=deed.weekdays,
        goal=next((goals[one] for one in deed.goals if one in goals), None),
    )  # fmt: skip


def _why_not(mate: Mate, company: Company) -> str:
    if mate.client:
        return became.CLIENT
    if mate.over:
        return became.TEAM_OVER
    if not mate.name:
        return became.NAMELESS
    return became.TAKES_PART if company.member(mate.name) else ""


def _person(item: UUID, mate: Mate) -> Wanted:
    return Wanted(
        item=item, kind=Suggested.PERSON, key=mate.key, what=mate.name, who=mate.role,
        function=mate.function,
    )  # fmt: skip
