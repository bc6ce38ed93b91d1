"""Help that is asked, and that nobody does yet when the moment comes near."""

from datetime import time, timedelta
from typing import Any
from uuid import UUID

from zorgverband.helping.models import HelpRequest, HelpTaken
from zorgverband.sharing.subjects import Subject as S

from ..bank import AGAIN, FOUND, HIDDEN, NEAR, OVER, Stage, scenario
from ..facts import agreement, becomes

KIND = "help_not_taken"


def help_asked(
    s: Stage, *, on: float | None = 1, subject: S = S.COMING, by: str = "marijke",
    weeks: int = 1, header: dict[str, Any] | None = None, **columns: Any,
) -> UUID:  # fmt: skip
    """Help that was asked yesterday, of all who read it."""
    item = s.item(subject, by, "Naar de kapper", -1, "help", **(header or {}))
    day = None if on is None else s.on(on)
    last = None if day is None else day + timedelta(weeks=weeks - 1)
    s.add(HelpRequest(
        item_id=item, network_id=s.cast.network, task="transport", day=day, last_on=last, weeks=weeks,
        **({"first_until": s.at(-1), "wait_minutes": 0, "starts": day and time(10)} | columns),
    ))  # fmt: skip
    return item


def does(s: Stage, item: UUID, who: str, subject: S = S.COMING) -> UUID:
    """Somebody does it; the agreement that came of it."""
    made = agreement(s, who=who, by="marijke", subject=subject, state="accepted", asked=-0.1)
    one = s.somebody(who)
    s.add(HelpTaken(network_id=s.cast.network, item_id=item, made_id=made, at=s.at(s.day - 0.05),
                    person_id=one.person, member_id=one.member))  # fmt: skip
    return made


def given_back(s: Stage, item: UUID) -> None:
    """Not after all."""
    s.sql("UPDATE helping_helptaken SET given_back_at = %s WHERE item_id = %s", s.at(s.day), item)


@scenario(KIND, FOUND)
def _(s: Stage) -> None:
    """Tomorrow at ten she must be at the hairdresser's, and nobody takes her."""
    help_asked(s, on=1)
    s.wants(0, hanneke=KIND, jannie=KIND, marijke=KIND)
    s.owner_is("hanneke")


@scenario(KIND, FOUND)
def _(s: Stage) -> None:
    """Any day will do, and four days after everybody was asked still nobody does it."""
    help_asked(s, on=None)
    s.wants(1, hanneke="")
    s.wants(3, hanneke=KIND)


@scenario(KIND, FOUND)
def _(s: Stage) -> None:
    """Each week for three weeks; the second time comes near."""
    help_asked(s, on=3, weeks=3)
    s.wants(1, hanneke="")
    s.wants(9.5, hanneke=KIND)


@scenario(KIND, NEAR)
def _(s: Stage) -> None:
    """The neighbour does it."""
    does(s, help_asked(s, on=1), "ria")
    s.wants(0, hanneke="", marijke="")


@scenario(KIND, NEAR)
def _(s: Stage) -> None:
    """It is next week: there is time."""
    help_asked(s, on=6)
    s.wants(0, hanneke="", marijke="")
    s.wants(5.5, hanneke=KIND)


@scenario(KIND, HIDDEN)
def _(s: Stage) -> None:
    """Help with washing: the coordinator of the municipality hears nothing of it."""
    s.member("linda", coordinator=True)
    help_asked(s, on=1, subject=S.HEALTH, by="fatima")
    s.wants(0, hanneke=KIND, linda="", ria="")


@scenario(KIND, OVER)
def _(s: Stage) -> None:
    """The son does it after all; and what is not needed any more asks nothing."""
    one, other = help_asked(s, on=1), help_asked(s, on=1)
    s.wants(0, hanneke=f"{KIND} {KIND}")
    does(s, one, "peter")
    s.sql("UPDATE helping_helprequest SET ended_at = %s WHERE item_id = %s", s.at(0), other)
    s.wants(0.05, hanneke="", marijke="")


@scenario(KIND, AGAIN)
def _(s: Stage) -> None:
    """Who would do it cannot after all."""
    item = help_asked(s, on=1)
    made = does(s, item, "ria")
    s.wants(0, hanneke="")
    becomes(s, made, "failed")
    given_back(s, item)
    s.wants(0.1, hanneke=KIND)
