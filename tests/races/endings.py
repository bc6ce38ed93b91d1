"""The ways in which somebody's right to read ends, each by the act a user does."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.control.actions import close_network
from zorgverband.membership.actions import exclude, leave_network, remove
from zorgverband.organisations.actions import end_turn, leave_organisation
from zorgverband.organisations.queries import kept_by
from zorgverband.organisations.tests.working import employ, home_care, turn_of
from zorgverband.people.models import Account
from zorgverband.people.sessions import SessionStore
from zorgverband.people.stopping import stop_account


@dataclass(frozen=True)
class Moment:
    """Between which two moments of the clock the ending was committed."""

    before: float
    after: float


def _left(cast: Cast) -> float:
    with inside(cast.peter.person, [cast.network]) as viewer:
        leave_network(seat=viewer.seat(cast.network), person=cast.peter.person)
        return time.monotonic()


def _removed(cast: Cast) -> float:
    with inside(cast.jannie.person, [cast.network]) as viewer:
        seat = viewer.seat(cast.network)
        remove(seat=seat, person=cast.jannie.person, member=cast.anouk.member)
        return time.monotonic()


def _turn_ended(cast: Cast) -> float:
    with inside(cast.fatima.person, []):
        end_turn(turn=turn_of(cast, cast.sanne))
        return time.monotonic()


def _excluded(cast: Cast) -> float:
    with inside(cast.jannie.person, [cast.network]) as viewer:
        exclude(seat=viewer.seat(cast.network), person=cast.jannie.person,
                member=cast.sanne.member, excluded=cast.sanne.person)  # fmt: skip
        return time.monotonic()


def _organisation_left(cast: Cast) -> float:
    (kept,) = [one for one, _name in _kept_by(cast)]
    with inside(cast.fatima.person, []):
        leave_organisation(organisation=kept, person=cast.sanne.person)
        return time.monotonic()


def _practice_left(cast: Cast) -> float:
    practice = _practice_of(cast)
    with inside(cast.anouk.person, []):
        leave_organisation(organisation=practice, person=cast.anouk.person)
        return time.monotonic()


def _closed(cast: Cast) -> float:
    with inside(cast.jannie.person, [cast.network]) as viewer:
        close_network(seat=viewer.seat(cast.network), person=cast.jannie.person)
        return time.monotonic()


def _browser() -> HttpRequest:
    """A request of a browser in which nobody else is signed in."""
    request = HttpRequest()
    request.session = SessionStore()
    return request


def _stopped(cast: Cast) -> float:
    with transaction.atomic():
        account = Account.objects.get(person_id=cast.peter.person)
        stop_account(_browser(), account, meant=True)
        return time.monotonic()


def _nothing(cast: Cast) -> float:
    return time.monotonic()


def _kept_by(cast: Cast) -> list[tuple[UUID, str]]:
    with inside(cast.fatima.person, []):
        return kept_by(cast.fatima.person)


def _practice_of(cast: Cast) -> UUID:
    row = cast.owner.execute(
        "SELECT organisation_id FROM networks_role WHERE member_id = %s", [cast.anouk.member]
    ).fetchone()
    assert row is not None
    return UUID(str(row[0]))


def _works(cast: Cast) -> None:
    home_care(cast)


def _works_in_practice(cast: Cast) -> None:
    employ(cast, _practice_of(cast), cast.anouk)


def _as_it_is(cast: Cast) -> None:
    return None


@dataclass(frozen=True)
class Ending:
    """One way: whose right ends, what must be there before, and the act, which answers the moment
    just before its commit. `refused`: what a page answers after it."""

    name: str
    whose: str
    act: Callable[[Cast], float]
    prepare: Callable[[Cast], None] = _as_it_is
    refused: int = 404

    def victim(self, cast: Cast) -> Somebody:
        """Whose right to read ends."""
        return cast.people[self.whose]

    def happen(self, cast: Cast) -> Moment:
        """Do it."""
        before = self.act(cast)
        return Moment(before, time.monotonic())


ENDINGS = (
    Ending("leaves the network", "peter", _left),
    Ending("is removed", "anouk", _removed),
    Ending("leaves the team", "sanne", _turn_ended, _works),
    Ending("is kept out", "sanne", _excluded),
    Ending("leaves the organisation", "sanne", _organisation_left, _works),
    Ending("leaves the practice", "anouk", _practice_left, _works_in_practice),
    Ending("network is closed", "peter", _closed),
    Ending("account is stopped", "peter", _stopped, refused=302),
)
NONE = Ending("nothing ends", "peter", _nothing)
