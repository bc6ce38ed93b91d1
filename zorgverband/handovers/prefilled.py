"""What the record already says of a section, as whoever hands over may read it: to check and change.

Into a section goes only what has the subject of that section and no readers of its own (chosen ones, an
objection, a compartment): so that no words come under eyes for which they were closed.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from zorgverband.advice.queries import advice_now
from zorgverband.advice.wording import advice_words
from zorgverband.agenda.models import Visit
from zorgverband.agreements.agreed import Agreed
from zorgverband.agreements.queries import open_agreements
from zorgverband.base import clock
from zorgverband.base.deciding import standings
from zorgverband.control.words import state_line
from zorgverband.networks.functions import FUNCTIONS
from zorgverband.networks.models import Member, Side
from zorgverband.networks.queries import Face
from zorgverband.plan.queries import parts
from zorgverband.record.kinds import KINDS
from zorgverband.record.queries.lines import allergy_rows, medication_rows, problem_rows
from zorgverband.record.queries.measurements import latest, parts_of
from zorgverband.record.shown import measurement_name, sentence, since, value_words
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import full_date
from zorgverband.ui.repeats import repeats_in_words

from .handed import Handed
from .sections import Section

Line = tuple[UUID, str]
_PAIN = KINDS["pain"].code
# Topics of advice that stand in a section of the report.
_ADVICE = {
    "nutrition": ("fluid", "salt", "eating", "sugar", "protein", "diet"),
    "mobility": ("movement", "weight_bearing", "lifting", "stairs", "rest"),
}


@dataclass(frozen=True)
class Prefilled:
    """The words for a section, and the items they come from (for the access log)."""

    words: str = ""
    items: tuple[UUID, ...] = ()


@dataclass
class _Where:
    """Of whom it is, and what was read already."""

    network: UUID
    about: UUID
    leaver: UUID
    people: dict[UUID, Face]
    read: dict[str, Any] = field(default_factory=dict)

    def once(self, name: str, rows: Callable[[], Any]) -> Any:
        if name not in self.read:
            self.read[name] = rows()
        return self.read[name]


def prefilled(
    found: Handed, sections: Sequence[tuple[Section, Subject]], people: dict[UUID, Face]
) -> dict[str, Prefilled]:
    """By code what the record says of these sections; empty for what says nothing."""
    where = _Where(found.network_id, found.about_id, found.from_member_id, people)
    lines = {one.code: list(_SOURCES[one.code](where)) for one, _subject in sections
             if one.code in _SOURCES}  # fmt: skip
    open_ones = open_to_all(item for those in lines.values() for item, _words in those)
    made = {}
    for one, subject in sections:
        kept = [each for each in lines.get(one.code, ()) if open_ones.get(each[0]) == subject]
        plain = _PLAIN[one.code](where) if one.code in _PLAIN else ()
        made[one.code] = Prefilled(
            words="\n".join([*plain, *(words for _item, words in kept)]),
            items=tuple(item for item, _words in kept),
        )
    return made


def open_to_all(items: Iterable[UUID]) -> dict[UUID, int]:
    """Of these items those without readers of their own, with their subject. One statement."""
    wanted = set(items)
    if not wanted:
        return {}
    rows = Item.objects.filter(id__in=wanted, audience=None, denied=[], compartment_id=None)
    return dict(rows.values_list("id", "subject"))


def _medication(where: _Where) -> Iterable[Line]:
    for row in medication_rows(network=where.network, about=where.about):
        yield row["item_id"], sentence(row["item__title"], row["dose"], since(row["starts_on"]))


def _allergies(where: _Where) -> Iterable[Line]:
    for row in allergy_rows(network=where.network, about=where.about):
        yield row["item_id"], sentence(row["item__title"], row["reaction"])


def _problems(where: _Where) -> Iterable[Line]:
    rows = where.once("problems", lambda: problem_rows(network=where.network, about=where.about))
    for row in rows:
        yield row["item_id"], sentence(row["item__title"], since(row["since"]))


def _measured(where: _Where, *, pain: bool) -> Iterable[Line]:
    rows = where.once("latest", lambda: latest(network=where.network, about=where.about))
    wanted = [row for row in rows if (row["code"] == _PAIN) == pain]
    found = where.once("parts", lambda: parts_of([row["item_id"] for row in rows]))
    for row in wanted:
        name = measurement_name(row)
        value = value_words(row, found.get(row["item_id"], ()))
        yield row["item_id"], f"{name}: {value} ({full_date(row['taken_at'])})"


def _goals(where: _Where) -> Iterable[Line]:
    for one in where.once("plan", lambda: parts(where.network)):
        if one.kind == "goal" and one.about == where.about and one.closed_at is None:
            yield one.id, one.words


def _agreements(where: _Where) -> Iterable[Line]:
    for one in open_agreements(where.network):
        if one.about == where.about:
            who = where.people.get(one.executor)
            words = sentence(who.name if who else "", _when(one))
            yield one.id, f"{one.what} ({words})" if words else one.what


def _when(one: Agreed) -> str:
    return repeats_in_words(one.rule) or (full_date(one.due_on) if one.due_on else "")


def _visits(where: _Where) -> Iterable[Line]:
    rows = Visit.objects.filter(
        network_id=where.network, last_on__gte=clock.today(), stopped_from=None,
        item__about_id=where.about,
    ).exclude(who_id=where.leaver)  # fmt: skip
    for item, who, name, title, body in rows.values_list(
        "item_id", "who_id", "who_name", "item__title", "item__body"
    )[:30]:
        face = where.people.get(who) if who else None
        yield item, f"{name or (face.name if face else '')}: {title or body}"


def _advice(code: str) -> Callable[[_Where], Iterable[Line]]:
    def rows(where: _Where) -> Iterable[Line]:
        found = where.once("advice", lambda: advice_now(network=where.network, about=where.about))
        for row in found:
            if row["topic"] in _ADVICE[code]:
                yield row["item_id"], advice_words(row)

    return rows


_SOURCES: Mapping[str, Callable[[_Where], Iterable[Line]]] = {
    "medication": _medication,
    "allergies": _allergies,
    "history": _problems,
    "problem": _problems,
    "vital": lambda where: _measured(where, pain=False),
    "pain": lambda where: _measured(where, pain=True),
    "goal": _goals,
    "agreements": _agreements,
    "help": _visits,
    "nutrition": _advice("nutrition"),
    "mobility": _advice("mobility"),
}


def _decides(where: _Where) -> Iterable[str]:
    """Who decides: everybody inside may know that."""
    for one in standings(where.network):
        if one.client == where.about:
            acting = [member for member in one.deciders if member != one.client]
            name = where.people[one.client].name
            yield state_line(one.state, one.holder, one.ends_at, acting, where.people, name=name)


def _care_people(where: _Where) -> Iterable[str]:
    return (_called(one) for one in _openly(where) if one.side == Side.CARE)


def _to_call(where: _Where) -> Iterable[str]:
    """Whom everybody may know of: of the care side only who is known by nature."""
    for one in _openly(where):
        known = one.side != Side.CARE or (
            one.function_code in FUNCTIONS and FUNCTIONS[one.function_code].known_by_nature
        )
        if one.phone and known and one.side != Side.CLIENT:
            yield _called(one)


def _openly(where: _Where) -> list[Face]:
    """Who takes part, inside a compartment aside: that is for who is named in it alone."""
    hidden = Member.objects.filter(network_id=where.network).exclude(compartment=None)
    inside = where.once("inside", lambda: set(hidden.values_list("id", flat=True)))
    return [one for one in where.people.values() if one.active and one.member not in inside]


def _called(one: Face) -> str:
    return sentence(one.name, one.described, one.phone)


_PLAIN: Mapping[str, Callable[[_Where], Iterable[str]]] = {
    "legal": _decides,
    "caregivers": _care_people,
    "who_to_call": _to_call,
}
