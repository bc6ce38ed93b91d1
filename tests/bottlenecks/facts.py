"""Putting the facts of a scenario there, a function for each kind. Days count from the beginning."""

from datetime import time
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from zorgverband.advice.models import Advice
from zorgverband.agenda.models import Visit, VisitChange
from zorgverband.agreements.models import Agreement
from zorgverband.base.ids import new_id
from zorgverband.base.repeating import FOREVER, Repeat
from zorgverband.carers.models import CarerCheck, CarerOffer
from zorgverband.complaints.models import Complaint
from zorgverband.networks.models import Control, Representation
from zorgverband.plan.models import Goal, PlanPart
from zorgverband.record.doubles import ATC
from zorgverband.record.models import Allergy, Examination, Measurement, Medication
from zorgverband.sharing.subjects import Subject
from zorgverband.talks.models import Question, Report

from .bank import Stage

S = Subject


def agreement(
    s: Stage, *, who: str = "joost", by: str = "marijke", subject: Subject = S.ARRANGEMENTS,
    state: str = "accepted", due: float | None = None, asked: float = -1, title: str = "De traplift",
    changed: float | None = None, columns: dict[str, Any] | None = None, **header: Any,
) -> UUID:  # fmt: skip
    """Something `by` asked of `who`, on a day, to be done by a day."""
    item = s.item(subject, by, title, asked, "agreement", **header)
    s.add(Agreement(
        item_id=item, network_id=s.cast.network, executor_id=s.somebody(who).member, state=state,
        state_at=s.at(asked if changed is None else changed),
        due_on=None if due is None else s.on(due), **(columns or {}),
    ))  # fmt: skip
    return item


def becomes(s: Stage, item: UUID, state: str, day: float = 0) -> None:
    """How that agreement stands from now."""
    s.sql("UPDATE agreements_agreement SET state = %s, state_at = %s WHERE item_id = %s",
          state, s.at(day), item)  # fmt: skip


def asked_again(s: Stage, item: UUID) -> None:
    """The day changed: who promised it must say yes once more."""
    becomes(s, item, "asked", s.day)
    fatima = s.cast.fatima
    s.sql("INSERT INTO agreements_agreementchange (id, network_id, item_id, was, became, person_id,"
          " member_id, at, words) VALUES (%s, %s, %s, 'accepted', 'asked', %s, %s, %s, '')",
          new_id(), s.cast.network, item, fatima.person, fatima.member, s.at(s.day))  # fmt: skip


def question(
    s: Stage, *, to: str = "joost", by: str = "marijke", subject: Subject = S.ARRANGEMENTS,
    due: float = -0.5, asked: float = -3, function: str = "", **header: Any,
) -> UUID:  # fmt: skip
    """Something `by` wants to know of `to`, by a moment."""
    item = s.item(subject, by, "Mag hij traplopen?", asked, "question", **header)
    s.add(Question(
        item_id=item, network_id=s.cast.network, to_member_id=s.somebody(to).member,
        urgency="today", due_at=s.at(due), remind_at=s.at(due), function=function,
        state_by_id=s.somebody(by).person, state_at=s.at(asked),
    ))  # fmt: skip
    return item


def part(
    s: Stage, kind: str, *, by: str = "marijke", subject: Subject = S.ARRANGEMENTS, day: float = -1,
    title: str = "Weer naar de winkel", columns: dict[str, Any] | None = None, **header: Any,
) -> UUID:  # fmt: skip
    """A part of the plan; a goal gets what belongs to a goal."""
    item = s.item(subject, by, title, day, f"plan_{kind}", **header)
    s.add(PlanPart(item_id=item, network_id=s.cast.network, kind=kind, **(columns or {})))
    if kind == "goal":
        s.add(Goal(item_id=item, network_id=s.cast.network))
    return item


def ends(s: Stage, item: UUID, day: float = 0) -> None:
    """That part of the plan ends."""
    s.sql("UPDATE plan_planpart SET ended_at = %s WHERE item_id = %s", s.at(day), item)


def visit(
    s: Stage, *, who: str = "marijke", first: float = -20, repeat: Repeat = Repeat.DAILY,
    starts: str = "09:00", until: str | None = "10:00", by: str = "marijke",
    subject: Subject = S.COMING, title: str = "Helpen met wassen", weekdays: tuple[int, ...] = (),
    columns: dict[str, Any] | None = None, **header: Any,
) -> UUID:  # fmt: skip
    """Somebody comes: daily from long ago unless said otherwise."""
    item = s.item(subject, by, title, min(first, -1), "visit", **header)
    said: dict[str, Any] = {
        "who_id": s.somebody(who).member, "first_on": s.on(first),
        "last_on": s.on(first) if repeat == Repeat.ONCE else FOREVER,
        "starts": time.fromisoformat(starts),
        "ends": time.fromisoformat(until) if until else None,
    }  # fmt: skip
    s.add(Visit(item_id=item, network_id=s.cast.network, repeat=repeat, weekdays=list(weekdays),
                **(said | (columns or {}))))  # fmt: skip
    return item


def change(s: Stage, item: UUID, on: float, by: str = "marijke", **columns: Any) -> None:
    """One time of that visit is different."""
    s.add(VisitChange(
        item_id=item, network_id=s.cast.network, on_date=s.on(on),
        changed_by_id=s.somebody(by).person, changed_at=s.at(0), **columns,
    ))  # fmt: skip


def measured(
    s: Stage, value: str, *, low: str | None = None, high: str | None = None, day: float = 0,
    name: str = "Gewicht", by: str = "fatima", **header: Any,
) -> UUID:  # fmt: skip
    """A measurement of Jannie."""
    item = s.item(S.RESULTS, by, name, day, "measurement", **header)
    s.add(Measurement(
        item_id=item, network_id=s.cast.network, about_id=s.cast.jannie.member, name=name,
        series=uuid5(s.cast.network, name), value=Decimal(value), unit="kg",
        low=Decimal(low) if low else None, high=Decimal(high) if high else None, taken_at=s.at(day),
    ))  # fmt: skip
    return item


def medicine(
    s: Stage, name: str, atc: str = "", *, status: str = "active", by: str = "anouk",
    columns: dict[str, Any] | None = None, **header: Any,
) -> UUID:  # fmt: skip
    """A medicine of Jannie."""
    item = s.item(S.MEDICATION, by, name, -1, "medication", **header)
    s.add(Medication(
        item_id=item, network_id=s.cast.network, about_id=s.cast.jannie.member, name=name,
        code=atc, code_system=ATC if atc else "", status=status, **(columns or {}),
    ))  # fmt: skip
    return item


def allergy(s: Stage, name: str, atc: str = "", *, status: str = "active", **header: Any) -> UUID:
    """What Jannie cannot stand."""
    item = s.item(S.HEALTH, "anouk", name, -1, "allergy", **header)
    s.add(Allergy(
        item_id=item, network_id=s.cast.network, about_id=s.cast.jannie.member, name=name,
        code=atc, code_system=ATC if atc else "", status=status,
    ))  # fmt: skip
    return item


def examination(
    s: Stage, kind: str, on: float, *, state: str = "done", because: str = "", by: str = "anouk",
    **header: Any,
) -> UUID:  # fmt: skip
    """An examination of Jannie, done or planned."""
    item = s.item(S.RESULTS, by, "Bloedonderzoek", min(on, -0.5), "examination", **header)
    s.add(Examination(
        item_id=item, network_id=s.cast.network, about_id=s.cast.jannie.member, name="Bloed",
        kind=kind, state=state, on_date=s.on(on), again_because=because,
    ))  # fmt: skip
    return item


def advice(
    s: Stage, topic: str, direction: str, *, by: str = "joost", subject: Subject = S.TREATMENT,
    low: str | None = None, high: str | None = None, columns: dict[str, Any] | None = None,
    title: str = "", **header: Any,
) -> UUID:  # fmt: skip
    """What somebody advises Jannie."""
    item = s.item(subject, by, title or f"{topic} {direction}", -1, "advice", **header)
    s.add(Advice(
        item_id=item, network_id=s.cast.network, about_id=s.cast.jannie.member, topic=topic,
        direction=direction, low=Decimal(low) if low else None, high=Decimal(high) if high else None,
        **(columns or {}),
    ))  # fmt: skip
    return item


def offers(
    s: Stage, *, who: str = "marijke", hours: str | None = None, respite: int | None = None,
    day: float = -10, readers: tuple[str, ...] = ("hanneke",), **columns: Any,
) -> UUID:  # fmt: skip
    """What a carer offers, for themselves and the readers they chose."""
    item = s.item(S.CARER, who, "Wat ik doe", day, "carer_offer", **_own(s, who, readers))
    s.add(CarerOffer(
        item_id=item, network_id=s.cast.network, about_id=s.somebody(who).member,
        hours=Decimal(hours) if hours else None, respite_weeks=respite, **columns,
    ))  # fmt: skip
    return item


def checks(
    s: Stage, holds: int, day: float, *, who: str = "marijke", rested: float | None = None,
    readers: tuple[str, ...] = ("hanneke",),
) -> UUID:  # fmt: skip
    """How long a carer says they can keep it up."""
    item = s.item(S.CARER, who, "Hoe lang houdt u dit nog vol?", day, "carer_check",
                  **_own(s, who, readers))  # fmt: skip
    s.add(CarerCheck(
        item_id=item, network_id=s.cast.network, about_id=s.somebody(who).member, on_date=s.on(day),
        holds=holds, rested_on=None if rested is None else s.on(rested),
    ))  # fmt: skip
    return item


def _own(s: Stage, who: str, readers: tuple[str, ...]) -> dict[str, Any]:
    chosen = [s.somebody(one).member for one in readers]
    return {"about": s.somebody(who), "audience": chosen, "allowed": chosen}


def control(s: Stage, state: str, ends: float | None, holder: str = "hanneke") -> None:
    """Who decides about Jannie, until when."""
    s.add(Control(
        network_id=s.cast.network, client_id=s.cast.jannie.member, state=state,
        holder_id=s.somebody(holder).member, starts_at=s.at(-10),
        ends_at=None if ends is None else s.at(ends),
    ))  # fmt: skip


def represents(s: Stage, who: str, review: float | None, ends: float | None = None) -> None:
    """Somebody acts for Jannie, to be looked at again on a day."""
    s.add(Representation(
        network_id=s.cast.network, client_id=s.cast.jannie.member,
        representative_id=s.somebody(who).member, ground="authorisation", subjects=[10],
        starts_at=s.at(-300), ends_at=None if ends is None else s.at(ends),
        review_on=None if review is None else s.on(review),
    ))  # fmt: skip


def complaint(
    s: Stage, *, by: str = "jannie", handler: str = "hanneke", against: str = "fatima",
    receipt: float = 5, answer: float = 42, subject: Subject = S.ARRANGEMENTS, **header: Any,
) -> UUID:  # fmt: skip
    """Somebody complains, about themselves; the handler reads it by name."""
    named = [s.somebody(handler).member]
    item = s.item(subject, by, "Te laat", -1, "complaint", about=s.somebody(by), audience=named,
                  allowed=named, **header)  # fmt: skip
    s.add(Complaint(
        item_id=item, network_id=s.cast.network, kind="complaint", handler_id=named[0],
        against_id=s.somebody(against).member, receipt_by=s.on(receipt), answer_by=s.on(answer),
    ))  # fmt: skip
    return item


def handled(s: Stage, item: UUID, day: float = 0, **columns: Any) -> None:
    """How that complaint goes on: these columns get this moment, or the value that is given."""
    for column, value in columns.items():
        s.sql(f"UPDATE complaints_complaint SET {column} = %s WHERE item_id = %s",
              s.at(day) if value is True else value, item)  # fmt: skip


def report(
    s: Stage, *, by: str = "ria", remind: float = 3, subject: Subject = S.DAY, **header: Any
) -> UUID:
    """Somebody passes something on; who leads reads it, unless said otherwise."""
    leading = [s.cast.hanneke.member, s.cast.jannie.member]
    item = s.item(subject, by, "Eten en drinken", -1, "report",
                  **({"audience": leading} | header))  # fmt: skip
    s.add(Report(item_id=item, network_id=s.cast.network, noticed="food", since="today",
                 remind_on=s.on(remind)))  # fmt: skip
    return item


def read(s: Stage, item: UUID, day: float | None = 0) -> None:
    """The coordinator says that they read it; no day: that was a mistake."""
    s.sql("UPDATE talks_report SET read_at = %s WHERE item_id = %s",
          None if day is None else s.at(day), item)  # fmt: skip
