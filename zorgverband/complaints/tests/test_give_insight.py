"""What who handles a complaint may read meanwhile: what the client chose, and only while it runs."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import ProgrammingError
from django.urls import reverse

from tests.cast import Cast
from tests.visitor import inside
from zorgverband.base.ids import new_id
from zorgverband.sharing.actions.change_permission import MayNotDecide, NeverForSocial
from zorgverband.sharing.subjects import Subject

from ..actions.give_insight import ChooseSubjects
from ..models import Insight
from .asking import act, complain, reads, words

ClientOf = Callable[..., Any]
LONG_AGO = datetime.now(UTC) - timedelta(days=100)


def money(cast: Cast, at: datetime = LONG_AGO) -> UUID:
    """Something the coordinator does not read."""
    return cast.item(about=cast.jannie, subject=Subject.MONEY, author=cast.marijke, at=at)


def opened(cast: Cast, one: UUID, **said: Any) -> None:
    """The client lets who handles it read about money, the past too, unless said otherwise."""
    choices = {"about": cast.jannie.member, "subjects": [Subject.MONEY], "reads_from": None}
    act(cast.jannie, "give_insight", one, **choices | said)


def test_who_handles_it_reads_what_was_opened_until_it_ends(cast: Cast) -> None:
    old, recent = money(cast), money(cast, datetime.now(UTC) - timedelta(days=2))
    other = cast.item(about=cast.jannie, subject=Subject.WORK, author=cast.marijke, at=LONG_AGO)
    one = complain(cast.jannie, handler=cast.hanneke, against=cast.fatima)
    assert not reads(cast.hanneke, recent)
    opened(cast, one, reads_from=datetime.now(UTC) - timedelta(days=10))
    assert (reads(cast.hanneke, recent), reads(cast.hanneke, old)) == (True, False)
    opened(cast, one)
    assert reads(cast.hanneke, old)
    # Nobody else, and nothing else.
    assert not reads(cast.joost, old)
    assert not reads(cast.hanneke, other)
    act(cast.hanneke, "answer_complaint", one, outcome="Beloofd.")
    assert reads(cast.hanneke, old)
    act(cast.jannie, "end_complaint", one, satisfied=True)
    assert not reads(cast.hanneke, old)


def test_it_ends_by_the_date_alone_and_can_be_stopped_before(cast: Cast) -> None:
    item = money(cast)
    one, two = (complain(cast.jannie, handler=cast.hanneke) for _ in range(2))
    opened(cast, one)
    cast.owner.execute(
        "UPDATE complaints_complaint SET ends_at = now() - interval '1 second' WHERE item_id = %s",
        [one],
    )
    assert not reads(cast.hanneke, item)
    opened(cast, two)
    assert reads(cast.hanneke, item)
    insight = Insight.objects.using("owner").get(complaint_id=two)
    act(cast.jannie, "stop_insight", two, insight=insight.id)
    assert not reads(cast.hanneke, item)


def test_never_through_the_wall_and_only_by_who_decides(cast: Cast) -> None:
    one = complain(cast.jannie, handler=cast.linda, against=cast.hanneke)
    with pytest.raises(NeverForSocial):
        opened(cast, one, subjects=[Subject.HEALTH])
    with pytest.raises(ChooseSubjects):
        opened(cast, one, subjects=[])
    mine = complain(cast.marijke, handler=cast.hanneke)
    with pytest.raises(MayNotDecide):
        act(cast.marijke, "give_insight", mine, about=cast.jannie.member,
            subjects=[Subject.MONEY], reads_from=None)  # fmt: skip
    # Put there past the actions, the lock and the ring still refuse.
    row = Insight(id=new_id(), network_id=cast.network, complaint_id=one, member_id=cast.linda.member,
                  about_id=cast.jannie.member, subjects=[1], given_by_id=cast.jannie.person,
                  starts_at=datetime.now(UTC) - timedelta(hours=1))  # fmt: skip
    with pytest.raises(ProgrammingError), inside(cast.jannie.person, [cast.network]):
        Insight.objects.bulk_create([row])
    Insight.objects.using("owner").bulk_create([row])
    wound = cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.anouk)
    assert not reads(cast.linda, wound)


@pytest.mark.slow
def test_the_page_shows_who_reads_more_before_it_is_so(cast: Cast, client_of: ClientOf) -> None:
    item = money(cast)
    one = complain(cast.jannie, handler=cast.hanneke, against=cast.fatima)
    at = reverse("give_insight", kwargs={"network_id": cast.network, "complaint_id": one})
    jannie, chosen = client_of(cast.jannie), {"go": "1", "subject": str(Subject.MONEY.value)}
    assert jannie.get(at).status_code == 200
    shown = jannie.get(at, chosen).content.decode()
    assert cast.hanneke.name.split()[0] in shown
    assert not reads(cast.hanneke, item)
    seen = re.search(r'name="seen" value="(\w+)"', shown)
    assert seen
    assert jannie.post(at, words(**chosen, seen="anders")).status_code == 409
    assert jannie.post(at, words(**chosen, seen=seen[1])).status_code == 302
    assert reads(cast.hanneke, item)
    page = reverse("complaint", kwargs={"network_id": cast.network, "complaint_id": one})
    for who in (jannie, client_of(cast.hanneke)):
        assert "geld en post" in who.get(page).content.decode()
    assert client_of(cast.fatima).get(at).status_code == 404
    assert client_of(cast.hanneke).get(at).status_code == 403
