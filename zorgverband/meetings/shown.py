"""Meetings as a page shows them: when, who comes, what is on the agenda, in the reader's language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from zorgverband.networks.queries import Face
from zorgverband.ui.dates import clock, full_date, local_day, long_date, machine_time

from .models import Answer, Kind, State, Vote
from .queries import Row

_LOOKS = {
    State.PREPARING: "waiting", State.DATED: "soon", State.RUNNING: "now",
    State.CLOSED: "done", State.CANCELLED: "cancelled",
}  # fmt: skip
_COMES = {Answer.YES: "done", Answer.NO: "cancelled", Answer.UNKNOWN: "waiting"}


@dataclass(frozen=True)
class ShownMeeting:
    """A meeting in a list or in the head of its page."""

    id: UUID
    href: str
    why: str
    kind: str
    when: str
    state: str
    state_text: str
    chair: str
    secretary: str
    place: str
    video: str
    round: bool


@dataclass(frozen=True)
class ShownParticipant:
    """Somebody who is asked."""

    id: UUID
    member: UUID
    face: Face
    name: str
    mine: bool
    needed: bool
    look: str
    answer: str
    asked: str
    ready: bool


def show_meeting(row: Row, people: dict[UUID, Face]) -> ShownMeeting:
    """One meeting; without statements."""
    parts = {"network_id": row["network_id"], "meeting_id": row["item_id"]}
    chair, secretary = people.get(row["chair_id"]), people.get(row["secretary_id"])
    state = State(row["state"])
    return ShownMeeting(
        id=row["item_id"], href=reverse("meeting", kwargs=parts), why=row["item__title"],
        kind=str(Kind(row["kind"]).label), when=moment_words(row["starts_at"] or row["held_at"]),
        state=_LOOKS[state], state_text=str(state.label), chair=chair.name if chair else "",
        secretary=secretary.name if secretary else "", place=row["place"], video=row["video"],
        round=row["kind"] == Kind.ROUND,
    )  # fmt: skip


def moment_words(moment: datetime | None) -> str:
    """'vrijdag 20 november 2026, 14.00 uur'; nothing for no moment."""
    return f"{full_date(local_day(moment))}, {clock(moment)}" if moment else ""


def show_participants(
    rows: Sequence[Row], *, people: dict[UUID, Face], mine: UUID
) -> list[ShownParticipant]:
    """Who is asked, as far as they show, clients first, then who joined first; without statements."""
    order = {member: place for place, member in enumerate(people)}
    rows = sorted(rows, key=lambda row: order.get(row["member_id"], 0))
    return [
        ShownParticipant(
            id=row["id"], member=row["member_id"], face=people[row["member_id"]],
            name=people[row["member_id"]].name, mine=row["member_id"] == mine,
            needed=row["must_be_there"], look=_COMES[Answer(row["answer"])],
            answer=str(Answer(row["answer"]).label), asked=row["asked"],
            ready=row["ready_at"] is not None,
        )
        for row in rows
        if row["member_id"] in people
    ]  # fmt: skip


@dataclass(frozen=True)
class ShownOption:
    """A proposed moment: whom it suits, and what the reader said of it."""

    id: UUID
    moment: datetime
    words: str
    machine: str
    yes: list[str]
    maybe: list[str]
    no: list[str]
    mine: str
    best: bool


def show_options(rows: Sequence[Row], *, people: dict[UUID, Face], mine: UUID) -> list[ShownOption]:
    """The poll, one line per moment; without statements."""
    found: dict[UUID, list[Row]] = {}
    for row in rows:
        found.setdefault(row["id"], []).append(row)
    most = max((_suits(votes) for votes in found.values()), default=0)
    return [_option(votes, people, mine, most) for votes in found.values()]


def _suits(votes: Sequence[Row]) -> int:
    """Two for each whom it suits, one for each who can if need be."""
    worth = {Vote.YES: 2, Vote.MAYBE: 1}
    return sum(worth.get(row["answers__vote"], 0) for row in votes)


def _option(votes: Sequence[Row], people: dict[UUID, Face], mine: UUID, most: int) -> ShownOption:
    def who(said: str) -> list[str]:
        return [
            people[row["answers__member_id"]].name for row in votes
            if row["answers__vote"] == said and row["answers__member_id"] in people
        ]  # fmt: skip

    moment = votes[0]["starts_at"]
    own = [row["answers__vote"] for row in votes if row["answers__member_id"] == mine]
    return ShownOption(
        id=votes[0]["id"], moment=moment, words=day_and_clock(moment),
        machine=machine_time(moment), yes=who(Vote.YES), maybe=who(Vote.MAYBE), no=who(Vote.NO),
        mine=own[0] if own else "", best=bool(most) and _suits(votes) == most,
    )  # fmt: skip


def day_and_clock(moment: datetime) -> str:
    """'vrijdag 20 november, 14.00 uur'."""
    return f"{long_date(local_day(moment))}, {clock(moment)}"


@dataclass(frozen=True)
class AskedMeeting:
    """A meeting that comes, on the first page of who is asked: what waits for them there."""

    id: UUID
    why: str
    when: str
    running: bool
    waits: str


def asked_of(facts: dict[str, Any]) -> AskedMeeting:
    """One of what `queries.asked_rows` reads, as JSON holds it."""
    at, state = facts["at"], facts["state"]
    waits = ""
    if state == State.PREPARING:
        waits = _("Zeg wanneer u kunt")
    elif state == State.DATED and facts["answer"] == Answer.UNKNOWN:
        waits = _("Zeg of u komt")
    return AskedMeeting(
        id=UUID(facts["id"]), why=facts["why"], running=state == State.RUNNING, waits=waits,
        when=day_and_clock(datetime.fromisoformat(at)) if at else "",
    )  # fmt: skip
