"""What somebody fills in for a part of the plan, checked into values the actions take."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.typed import day_of
from zorgverband.base.viewer import Seat
from zorgverband.networks.queries import Face
from zorgverband.sharing.actions.share import MayNotWrite
from zorgverband.sharing.forms import Draft, UnknownChoice, read_draft, writable_abouts

from .actions.add_part import Aim, Own, Said
from .domains import ADULT, DOMAINS, GENERAL, YOUTH, domain
from .kinds import INTERVENTION, KINDS, PRESENT, SAFE, Kind
from .models import Measure


class NoDate(Refusal):
    """Dit is geen datum. Kies een dag, of laat die leeg."""


class NoNumber(Refusal):
    """Dit is geen getal. Schrijf bijvoorbeeld 7 of 2,5."""


_TYPED = (
    "words", "domain", "said_by", "quote", "since", "measure", "unit", "target", "due_on", "value",
    "who", "signs", "goal",
)  # fmt: skip

SAFE_CHOICES = tuple(str(value) for value in range(11))


@dataclass(frozen=True)
class PartDraft:
    """A part that is being written: its readers, and everything else as it was typed."""

    kind: Kind
    draft: Draft
    typed: Mapping[str, str]

    def said(self, people: dict[UUID, Face]) -> Said:
        """Who says it; raises UnknownChoice or NoDate."""
        return Said(
            by=self._member("said_by", people),
            quote=self.typed["quote"] == "1",
            since=read_day(self.typed["since"], "since"),
        )

    def own(self, people: dict[UUID, Face]) -> Own:
        """What belongs to this kind only; raises UnknownChoice."""
        value = self.typed["value"]
        return Own(
            value=int(value) if self.kind.code == SAFE and value in SAFE_CHOICES else None,
            who=self._member("who", people) if self.kind.code == PRESENT else None,
            signs=self.kind.code == PRESENT and self.typed["signs"] == "1",
            goal=self._id("goal") if self.kind.code == INTERVENTION else None,
        )

    def _member(self, name: str, people: dict[UUID, Face]) -> UUID | None:
        id = self._id(name)
        if id is not None and id not in people:
            raise UnknownChoice(field=name)
        return id

    def _id(self, name: str) -> UUID | None:
        try:
            return UUID(self.typed[name]) if self.typed[name] else None
        except ValueError:
            raise UnknownChoice(field=name) from None

    def aim(self) -> Aim:
        """How a goal is measured; raises UnknownChoice, NoDate or NoNumber."""
        return read_aim(self.typed)


def read_aim(typed: Mapping[str, str]) -> Aim:
    """How a goal is measured, out of a form; raises UnknownChoice, NoDate or NoNumber."""
    try:
        measure = Measure(typed.get("measure", ""))
    except ValueError:
        raise UnknownChoice(field="measure") from None
    return Aim(
        measure=measure,
        unit=typed.get("unit", ""),
        target=read_number(typed.get("target", ""), "target"),
        due_on=read_day(typed.get("due_on", ""), "due_on"),
    )


def read_part(data: QueryDict, *, kind: str, seat: Seat, people: dict[UUID, Face]) -> PartDraft:
    """The part in a form or address; its subject follows from the domain. Raises NotHere for an
    unknown kind, MayNotWrite for who may write nothing, UnknownChoice for what was never offered."""
    if kind not in KINDS or not KINDS[kind].by_hand:
        raise NotHere()
    abouts = plan_abouts(seat, people)
    if not abouts:
        raise MayNotWrite()
    asked = data.copy()
    asked.setdefault("about", str(abouts[0][0]))
    chosen = domain(data.get("domain", ""))
    asked["subject"] = str(chosen.subject.value)
    asked["body"] = data.get("more", "")
    draft = read_draft(asked, seat=seat, people=people)
    return PartDraft(
        kind=KINDS[kind],
        draft=replace(draft, subject=chosen.subject),
        typed={name: data.get(name, "") for name in _TYPED},
    )


def plan_abouts(seat: Seat, people: dict[UUID, Face]) -> list[tuple[UUID, str]]:
    """Clients and household about whom this person may write something in the plan; a client first
    about themselves."""
    found = [
        (about, name)
        for about, name in writable_abouts(seat, people)
        if (about != seat.member or seat.side == "client") and domain_options(seat, about)
    ]
    return sorted(found, key=lambda one: one[0] != seat.member)


def domain_options(seat: Seat, about: UUID) -> list[tuple[str, list[tuple[str, str]]]]:
    """The domains this person may write on about this client or household, in groups."""

    def open_to(code: str) -> bool:
        subject = domain(code).subject
        household = subject.medical and about == seat.network
        return seat.may_write(about=about, subject=subject) and not household

    groups = (
        (_("Het hele plan"), (GENERAL,)), (_("Volwassenen"), ADULT),
        (_("Kinderen en jongeren"), YOUTH),
    )  # fmt: skip
    found = [
        (name, [(one.code, str(one.label)) for one in group if open_to(one.code)])
        for name, group in groups
    ]
    return [(name, group) for name, group in found if group]


def read_scores(data: QueryDict) -> dict[str, int]:
    """The scores that were chosen, by domain; what is no score is left out."""
    found = {}
    for code in DOMAINS:
        text = data.get(f"score-{code}", "")
        if text in ("1", "2", "3", "4", "5"):
            found[code] = int(text)
    return found


def read_day(text: str, field: str) -> date | None:
    """The day in a date field, None for an empty one; raises NoDate."""
    if not text:
        return None
    day = day_of(text)
    if day is None:
        raise NoDate(field=field)
    return day


def read_number(text: str, field: str) -> Decimal | None:
    """The number in a field, with a comma or a point; raises NoNumber."""
    if not text.strip():
        return None
    try:
        number = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        raise NoNumber(field=field) from None
    if not number.is_finite() or abs(number) >= Decimal(10) ** 7:
        raise NoNumber(field=field)
    return round(number, 2)
