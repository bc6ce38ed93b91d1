"""Who takes turns in which team, from when to when."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from zorgverband.base import clock, jobs, working
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import AlreadyDone, NotHere, Refusal
from zorgverband.journal.actions import CHANNEL
from zorgverband.networks.functions import FUNCTIONS
from zorgverband.networks.models import Side


class NoTeamName(Refusal):
    """Vul een naam voor het team in."""


class NoTurnFunction(Refusal):
    """Kies wat deze persoon in het team doet."""


class WrongTurnDates(Refusal):
    """De laatste dag ligt voor de eerste dag, of is al voorbij. Kijk de dagen na."""


class InTeamAlready(Refusal):
    """Deze persoon zit in die dagen al in dit team."""


class TurnOver(AlreadyDone):
    """Deze persoon zit al niet meer in dit team."""


def make_team(*, organisation: UUID, name: str, phone: str = "") -> UUID:
    """Make a team without people yet and answer its id. Raises NoTeamName or NotHere."""
    if not name.strip():
        raise NoTeamName(field="name")
    team = new_id()
    made = working.make_team(
        organisation=organisation, team=team, name=name.strip(), phone=phone.strip()
    )
    if not made:
        raise NotHere()
    return team


def begin_turn(
    *,
    organisation: UUID,
    team: UUID,
    person: UUID,
    function: str,
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
    substitute: bool = False,
) -> UUID:
    """Put somebody of the organisation in a team: from now (None) or from a later moment, until a
    moment or for as long as it lasts. It ends by itself. From the commit, or that moment, this
    person reads what the team reads. Raises NoTurnFunction, WrongTurnDates, InTeamAlready, NotHere.
    """
    # A team is never a client or family: nobody gets such a function through work.
    known = FUNCTIONS.get(function)
    if known is None or not {Side.CARE, Side.SOCIAL} & set(known.sides):
        raise NoTurnFunction(field="function")
    begins = starts_at or clock.now()
    if ends_at is not None and ends_at <= max(begins, clock.now()):
        raise WrongTurnDates(field="last")
    for one in working.turns(organisation):
        if (one.team, one.person) == (team, person) and _overlap(one, begins, ends_at):
            raise InTeamAlready(field="team")
    turn = new_id()
    events = working.begin_turn(
        turn=turn,
        team=team,
        person=person,
        function=function,
        starts_at=starts_at,
        ends_at=ends_at,
        substitute=substitute,
    )
    _wake(events)
    return turn


def end_turn(*, turn: UUID, ends_at: datetime | None = None) -> None:
    """Take somebody out of a team, now (None) or at a later moment. From then on they read nothing
    through it, in any network. Raises TurnOver for what is not there to be ended."""
    if ends_at is not None and ends_at <= clock.now():
        ends_at = None
    events = working.end_turn(turn=turn, ends_at=ends_at)
    if events is None:
        raise TurnOver()
    _wake(events)


def _overlap(one: working.Turns, begins: datetime, ends_at: datetime | None) -> bool:
    return (ends_at is None or one.starts_at < ends_at) and (
        one.ends_at is None or one.ends_at > begins
    )


def _wake(events: Iterable[UUID] | None) -> None:
    """Let open pages look again who may listen; nobody is told by mail."""
    if events is None:
        raise NotHere()
    for event in events:
        jobs.wake(CHANNEL, event)
