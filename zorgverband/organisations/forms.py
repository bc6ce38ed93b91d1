"""What who keeps the list fills in, checked into values the actions take."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.http import QueryDict

from zorgverband.base import clock
from zorgverband.base.typed import day_of
from zorgverband.membership.forms import function_options
from zorgverband.networks.models import Side

from .actions.invite_colleague import Wanted
from .actions.take_turns import WrongTurnDates

_LONGEST = 120


def functions() -> list[tuple[str, list[tuple[str, str]]]]:
    """What somebody can do for an organisation: work on the side of care or the social side."""
    return function_options(Side.CARE, Side.SOCIAL)


def read_wanted(data: QueryDict) -> Wanted:
    """Whom to ask."""
    words = ("given_name", "infix", "family_name", "email", "function")
    return Wanted(**{word: data.get(word, "").strip()[:_LONGEST] for word in words})


@dataclass(frozen=True)
class Turn:
    """The form for putting somebody in a team, as typed."""

    team: str = ""
    function: str = ""
    first: str = ""
    last: str = ""
    substitute: bool = False

    @property
    def team_id(self) -> UUID | None:
        """The team chosen, or None."""
        try:
            return UUID(self.team)
        except ValueError:
            return None

    @property
    def starts_at(self) -> datetime | None:
        """The beginning of the first day; None for today and for no day: then it begins now."""
        day = _day(self.first, "first")
        if day is None or day == clock.today():
            return None
        if day < clock.today():
            raise WrongTurnDates(field="first")
        return _midnight(day)

    @property
    def ends_at(self) -> datetime | None:
        """The end of the last day; None for no day."""
        day = _day(self.last, "last")
        return _midnight(day + timedelta(days=1)) if day else None


def read_turn(data: QueryDict) -> Turn:
    """What was filled in about a turn."""
    return Turn(
        team=data.get("team", ""),
        function=data.get("function", ""),
        first=data.get("first", "").strip()[:10],
        last=data.get("last", "").strip()[:10],
        substitute=data.get("substitute") == "1",
    )


def _day(text: str, field: str) -> date | None:
    if not text:
        return None
    day = day_of(text)
    if day is None:
        raise WrongTurnDates(field=field)
    return day


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=clock.HOME)
