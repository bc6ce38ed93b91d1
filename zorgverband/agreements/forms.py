"""What somebody fills in to agree on something, checked into values the action takes."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import QueryDict

from zorgverband.base.refusals import Refusal
from zorgverband.base.typed import day_of
from zorgverband.base.viewer import Seat
from zorgverband.networks.queries import Face
from zorgverband.sharing.actions.share import MayNotWrite
from zorgverband.sharing.forms import Draft, UnknownChoice, read_draft, writable_abouts
from zorgverband.sharing.subjects import Subject

from .actions.ask_agreement import NobodyDoesIt


class NoDate(Refusal):
    """Dit is geen datum. Kies een dag, of laat die leeg."""


@dataclass(frozen=True)
class AgreementDraft:
    """An agreement that is being made: its words and readers, and the rest as it was typed."""

    draft: Draft
    what: str
    executor_typed: str
    due_typed: str

    def executor(self, people: dict[UUID, Face]) -> UUID:
        """Who does it; raises NobodyDoesIt for nobody, or somebody who does not take part."""
        try:
            face = people.get(UUID(self.executor_typed))
        except ValueError:
            face = None
        if face is None or not face.active:
            raise NobodyDoesIt(field="executor")
        return face.member

    def due_on(self) -> date | None:
        """Until when; raises NoDate."""
        if not self.due_typed:
            return None
        day = day_of(self.due_typed)
        if day is None:
            raise NoDate(field="due_on")
        return day


def read_agreement(data: QueryDict, *, seat: Seat, people: dict[UUID, Face]) -> AgreementDraft:
    """The agreement in a form or address. Raises MayNotWrite for who may not write anything, and
    UnknownChoice for values that were never offered."""
    abouts = writable_abouts(seat, people)
    if not abouts:
        raise MayNotWrite()
    asked = data.copy()
    asked.setdefault("about", str(abouts[0][0]))
    asked["body"] = data.get("more", "")
    if "subject" not in data and _writes_arrangements(seat, str(asked["about"])):
        asked["subject"] = str(Subject.ARRANGEMENTS.value)
    return AgreementDraft(
        draft=read_draft(asked, seat=seat, people=people),
        what=data.get("what", ""),
        executor_typed=data.get("executor", ""),
        due_typed=data.get("due_on", ""),
    )


def _writes_arrangements(seat: Seat, about: str) -> bool:
    try:
        return seat.may_write(about=UUID(about), subject=Subject.ARRANGEMENTS)
    except ValueError:
        raise UnknownChoice(field="about") from None
