"""Answering one line: this I take over, or not, because. Nothing passes on before the whole does."""

from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone, NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.membership.actions.appoint import NotAsCoordinator
from zorgverband.networks.models import Member, Side

from ..handed import handover, line
from ..models import HandoverLine, LineState
from .parties import HandoverOver, running


class NotGivenToYou(NotYours):
    """Dit is niet aan u overgedragen. Alleen wie het overneemt, kan dit zeggen."""


class NoReason(Refusal):
    """Vul in waarom u dit niet overneemt. Dan weet de ander wat er nodig is."""


class LineChanged(AlreadyDone):
    """Hier is net iets aan veranderd. Kijk hoe het nu is, en antwoord dan opnieuw."""


def accept_line(*, seat: Seat, person: UUID, handover: UUID, line: UUID) -> None:
    """Say that one takes this over. Raises NotHere, NotGivenToYou, HandoverOver, LineChanged, or
    NotAsCoordinator for a team that would be the coordinator."""
    _answer(seat, person, handover, line, LineState.ACCEPTED, "")


def refuse_line(*, seat: Seat, person: UUID, handover: UUID, line: UUID, reason: str) -> None:
    """Say that one does not take this over, and why: it stays with the leaver, who gives it to somebody
    else. Raises NoReason, and as `accept_line`."""
    if not reason.strip():
        raise NoReason(field="reason")
    _answer(seat, person, handover, line, LineState.REFUSED, reason)


def _answer(seat: Seat, person: UUID, whole: UUID, id: UUID, state: LineState, reason: str) -> None:
    given = running(handover(network=seat.network, id=whole))
    found = line(handover=whole, id=id)
    if found.to_member_id != seat.member:
        raise NotGivenToYou()
    if state == LineState.ACCEPTED and found.role == "coordinator":
        _must_be_one(seat)
    # The same condition stands in the statement: what was given to somebody else meanwhile is not mine.
    rows = HandoverLine.objects.filter(id=id, to_member_id=seat.member, given_at=found.given_at)
    changed = rows.update(
        state=state, answered_at=clock.now(), answered_by_id=person, reason=reason.strip()
    )
    if not changed:
        raise LineChanged()
    verb = "handover_line_accepted" if state == LineState.ACCEPTED else "handover_line_refused"
    record(verb=verb, network=seat.network, person=person, item=whole,
           to_person=given.item__author_id)  # fmt: skip


def _must_be_one(seat: Seat) -> None:
    mine = Member.objects.filter(id=seat.member).values_list("person_id", "side").get()
    if mine[0] is None or mine[1] == Side.CLIENT:
        raise NotAsCoordinator()


__all__ = ["HandoverOver", "accept_line", "refuse_line"]
