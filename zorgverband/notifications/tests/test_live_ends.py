"""Open streams end at the commit that ends a right: within a second, not at the next sign of life."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.cast import Cast, Somebody
from tests.running import Site
from tests.visitor import signed_in
from zorgverband.people.models import Account, Session

from .test_live import Stream

SECOND = 1.0
Listen = Callable[[Somebody], Stream]


@pytest.fixture
def listen(site: Site, db: None) -> Iterator[Listen]:
    opened: list[Stream] = []

    def open_stream(who: Somebody) -> Stream:
        session = signed_in(who.person).cookies["sessionid"].value
        opened.append(Stream(site, f"/live/{who.network}/", session=session))
        assert opened[-1].status == 200
        return opened[-1]

    yield open_stream
    for stream in opened:
        stream.socket.close()


def deactivate(cast: Cast) -> None:
    Account.objects.filter(pk=cast.fatima.account).update(is_active=False)


def change_the_password(cast: Cast) -> None:
    Account.objects.filter(pk=cast.fatima.account).update(password="!another")


def end_the_session(cast: Cast) -> None:
    Session.objects.filter(account=cast.fatima.account).delete()


def leave_the_team(cast: Cast) -> None:
    cast.owner.execute(
        "UPDATE people_teamperson SET ends_at = now() WHERE person_id = %s", [cast.fatima.person]
    )


def end_the_membership(cast: Cast) -> None:
    cast.end(cast.fatima)


@pytest.mark.slow
@pytest.mark.parametrize(
    "act", [deactivate, change_the_password, end_the_session, leave_the_team, end_the_membership]
)
def test_a_stream_ends_with_what_it_rests_on(cast: Cast, listen: Listen, act: Any) -> None:
    stream, other = listen(cast.fatima), listen(cast.marijke)
    assert not stream.ended(0.3), "it would have ended anyway"
    act(cast)
    assert stream.ended(SECOND)
    assert not other.ended(0.2)


def test_a_weak_session_of_a_professional_gets_no_stream(cast: Cast, site: Site) -> None:
    for by, status in (("mfa", 200), ("password", 404)):
        session = signed_in(cast.fatima.person, by=by).cookies["sessionid"].value
        stream = Stream(site, f"/live/{cast.network}/", session=session)
        assert stream.status == status
        stream.socket.close()
