"""What somebody fills in to ask for help, checked into what the action takes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from uuid import UUID

from django.http import QueryDict

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.typed import day_of, whole_number
from zorgverband.base.viewer import Seat
from zorgverband.networks.queries import Face
from zorgverband.sharing.actions.share import MayNotWrite
from zorgverband.sharing.circles import OWN
from zorgverband.sharing.forms import Draft, UnknownChoice, read_draft, writable_abouts
from zorgverband.sharing.queries import reasons

from .actions.ask_help import Asking
from .kinds import BODILY, KINDS, subject_of
from .mine import Mine, mine

NOBODY = "nobody"
WAITS = {"2": timedelta(hours=2), "24": timedelta(days=1), "72": timedelta(days=3)}
USUAL = "24"
_TYPED = ("what", "more", "day", "starts", "ends", "weeks", "first_to", "other", "wait")


class NoDay(Refusal):
    """Dit is geen datum. Kies een dag, of laat die leeg."""


class NoTime(Refusal):
    """Vul in hoe laat, bijvoorbeeld 9.30 uur."""


class NobodyChosen(Refusal):
    """Kies aan wie u het eerst vraagt."""


@dataclass(frozen=True)
class HelpDraft:
    """Help that is being asked: its kind and readers, and the rest as it was typed."""

    task: str
    draft: Draft
    typed: Mapping[str, str]
    over: Mine | None = None
    whole: bool = False
    audience_over: tuple[UUID, ...] = ()

    def audience(self, people: Iterable[Face]) -> list[UUID] | None:
        """Who may read it; of what is taken over, who reads that."""
        return list(self.audience_over) if self.over else self.draft.audience(people)

    def asking(self) -> Asking:
        """What is asked, when, and how long each waits; raises NoDay, NoTime or UnknownChoice."""
        weeks = whole_number(self.typed["weeks"] or "1")
        wait = WAITS.get(self.typed["wait"] or USUAL)
        if weeks is None or wait is None:
            raise UnknownChoice(field="weeks" if weeks is None else "wait")
        asking = Asking(
            task=self.task, what=self.typed["what"] or str(KINDS[self.task]),
            more=self.typed["more"][:2000], day=read_day(self.typed["day"], "day"),
            starts=_time(self.typed["starts"], "starts"), ends=_time(self.typed["ends"], "ends"),
            weeks=weeks, wait=wait,
        )  # fmt: skip
        return self._taking_over(asking, self.over) if self.over else asking

    def _taking_over(self, asking: Asking, over: Mine) -> Asking:
        """With the times of what is taken over; as a whole from its next day."""
        asking = replace(asking, instead_of=over.id, starts=over.starts, ends=over.ends)
        if not self.whole:
            return replace(asking, day=asking.day or over.day)
        return replace(asking, whole=True, goes_on=over.repeats, day=over.day, weeks=1)

    def first_to(self) -> UUID | None:
        """Whom it is asked of first; None for nobody in particular. Raises NobodyChosen."""
        chosen = self.typed["first_to"]
        if chosen == "other":
            chosen = self.typed["other"]
        if not chosen:
            raise NobodyChosen(field="first_to")
        try:
            return None if chosen == NOBODY else UUID(chosen)
        except ValueError:
            raise UnknownChoice(field="first_to") from None


def askable_abouts(seat: Seat, people: dict[UUID, Face]) -> list[tuple[UUID, str]]:
    """For whom this person may ask help."""
    return [
        (about, name)
        for about, name in writable_abouts(seat, people)
        if (about != seat.member or seat.side == "client")
        and any(_may(seat, about, kind) for kind in KINDS)
    ]


def askable_kinds(seat: Seat, about: UUID) -> list[str]:
    """The kinds of help this person may ask for."""
    return [kind for kind in KINDS if _may(seat, about, kind)]


def _may(seat: Seat, about: UUID, kind: str) -> bool:
    if kind in BODILY and about == seat.network:
        return False
    return seat.may_write(about=about, subject=subject_of(kind))


def read_help(data: QueryDict, *, seat: Seat, people: dict[UUID, Face]) -> HelpDraft:
    """The help in a form or address. Raises MayNotWrite for who may not ask any, UnknownChoice for
    values that were never offered."""
    abouts = askable_abouts(seat, people)
    if not abouts and not data.get("instead_of"):
        raise MayNotWrite()
    task = data.get("task", "")
    if task not in KINDS:
        raise UnknownChoice(field="task")
    if data.get("instead_of"):
        return _read_over(data, seat=seat, task=task)
    asked = data.copy()
    asked["subject"] = str(subject_of(task).value)
    asked.setdefault("about", str(abouts[0][0]))
    return HelpDraft(
        task=task,
        draft=read_draft(asked, seat=seat, people=people),
        typed={name: data.get(name, "") for name in _TYPED},
    )


def _read_over(data: QueryDict, *, seat: Seat, task: str) -> HelpDraft:
    """Asking somebody to take over what one does: about the same, for who reads that. Raises NotHere
    for what is not theirs."""
    try:
        item = UUID(str(data["instead_of"]))
    except ValueError:
        raise UnknownChoice(field="instead_of") from None
    over = mine(network=seat.network, member=seat.member, id=item)
    if data.get("whole") == "1" and not over.whole:
        raise NotHere()
    typed = {name: data.get(name, "") for name in _TYPED}
    typed["what"] = typed["what"] or over.what
    draft = Draft(title="", body="", about=over.about, subject=over.subject, circle=OWN,
                  chosen=frozenset())  # fmt: skip
    return HelpDraft(
        task=task, draft=draft, typed=typed, over=over, whole=data.get("whole") == "1",
        audience_over=tuple(sorted({one.member for one in reasons(item) if one.reads})),
    )  # fmt: skip


def read_day(text: str, field: str) -> date | None:
    """The day in a date field, None for an empty one; raises NoDay."""
    if not text.strip():
        return None
    day = day_of(text)
    if day is None:
        raise NoDay(field=field)
    return day


def _time(text: str, field: str) -> time | None:
    if not text.strip():
        return None
    try:
        return time.fromisoformat(text).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        raise NoTime(field=field) from None
