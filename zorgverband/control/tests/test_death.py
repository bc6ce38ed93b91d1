"""After a client's death: nothing is written, nobody reads except as recorded, nothing is sent."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.base import clock, deciding
from zorgverband.base import telling as tell
from zorgverband.base.viewer import Seat, enter, networks_of
from zorgverband.journal.models import Event
from zorgverband.notifications.actions import deliver
from zorgverband.sharing.models import Item, Reply
from zorgverband.sharing.subjects import Subject

from ..actions import record_death
from ..actions.record_death import KnownAlready
from .doing import at, before, confirm, reads, send, words

Browser = Callable[..., Any]
Entered = Callable[..., Any]


def record(cast: Cast, client_of: Browser, who: str = "hanneke", keeper: str = "hanneke") -> Any:
    return confirm(
        client_of(cast.people[who]), at("record_death", cast, client_id=cast.jannie.member),
        died_on=clock.today().isoformat(), keeper=str(cast.people[keeper].member),
    )  # fmt: skip


def test_from_the_commit_only_the_keeper_reads(cast: Cast, client_of: Browser) -> None:
    cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke, body="Laatste foto.")
    assert reads(client_of(cast.marijke), cast, "Laatste foto.")
    record(cast, client_of)
    assert reads(client_of(cast.hanneke), cast, "Laatste foto.")
    for who in ("jannie", "marijke", "peter", "fatima", "anouk", "linda"):
        assert client_of(cast.people[who]).get(at("news", cast)).status_code == 404, who
    with transaction.atomic():
        enter(person=cast.marijke.person)
        assert cast.network not in networks_of(cast.marijke.person)


def test_the_page_says_first_what_happens(cast: Cast, client_of: Browser) -> None:
    shown = send(
        client_of(cast.anouk), at("record_death", cast, client_id=cast.jannie.member),
        died_on=clock.today().isoformat(), keeper=str(cast.anouk.member),
    )  # fmt: skip
    page = words(shown)
    assert "Alleen Anouk Visser leest nog, en bewaart het dossier." in page
    assert "mensen lezen niets meer" in page
    assert reads(client_of(cast.marijke), cast, "Jannie")


def test_nothing_is_written_any_more_by_no_door(
    cast: Cast, client_of: Browser, entered: Entered
) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.hanneke, body="Eerder.")
    record(cast, client_of)
    with entered(cast.hanneke) as viewer:
        assert not viewer.seat(cast.network).may_write(about=cast.jannie.member, subject=6)
        assert Item.objects.filter(id=item).update(body="Later.") == 0
        member = viewer.seat(cast.network).member
    reply = Reply(network_id=cast.network, item_id=item, author_id=cast.hanneke.person,
                  author_member_id=member, body="Nog iets.", created_at=datetime.now(UTC))  # fmt: skip
    with pytest.raises(DatabaseError), entered(cast.hanneke):
        Reply.objects.bulk_create([reply])


def test_what_waited_to_be_told_is_not_told(cast: Cast, client_of: Browser) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.hanneke, body="Nieuws.")
    event = Event(network_id=cast.network, verb="shared", item_id=item, person_id=cast.hanneke.person,
                  at=datetime.now(UTC))  # fmt: skip
    event.save(force_insert=True, using="owner")
    with transaction.atomic():
        assert deliver(event=event.id).persons > 0
    record(cast, client_of)
    with transaction.atomic():
        enter(person=cast.marijke.person)
        assert tell.inbox(limit=50, unread=True) == []
        assert deliver(event=event.id).persons == 0


def test_a_mistake_is_taken_back_and_all_is_as_it_was(cast: Cast, client_of: Browser) -> None:
    cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke, body="Laatste foto.")
    record(cast, client_of)
    confirm(client_of(cast.hanneke), at("undo_death", cast, client_id=cast.jannie.member))
    assert reads(client_of(cast.marijke), cast, "Laatste foto.")
    assert reads(client_of(cast.jannie), cast, "Laatste foto.")


def test_after_two_weeks_no_more(cast: Cast, client_of: Browser) -> None:
    record(cast, client_of)
    cast.owner.execute(
        "UPDATE networks_death SET starts_at = now() - interval '15 days' WHERE network_id = %s",
        [cast.network],
    )
    answer = send(
        client_of(cast.hanneke), at("undo_death", cast, client_id=cast.jannie.member), seen="x"
    )
    assert answer.status_code == 409


def test_the_client_herself_can_say_it_is_not_so(cast: Cast, client_of: Browser) -> None:
    record(cast, client_of)
    with transaction.atomic():
        enter(person=cast.ria.person, networks=[cast.network])
        assert not deciding.undo_death(cast.jannie.member)
    with transaction.atomic():
        enter(person=cast.jannie.person, networks=[cast.network])
        assert deciding.undo_death(cast.jannie.member)


@pytest.mark.parametrize("who", ["marijke", "ria", "fatima", "linda", "jannie"])
def test_nobody_else_records_it(cast: Cast, client_of: Browser, who: str) -> None:
    address = at("record_death", cast, client_id=cast.jannie.member)
    fields = {"died_on": clock.today().isoformat(), "keeper": str(cast.hanneke.member)}
    assert send(client_of(cast.people[who]), address, **fields).status_code == 404


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("died_on", "", "Vul de dag van overlijden in"),
        ("died_on", "2190-01-01", "Die ligt niet in de toekomst"),
        ("keeper", "", "Kies wie het dossier bewaart"),
    ],
)
def test_without_day_or_keeper_it_is_refused(
    cast: Cast, client_of: Browser, field: str, value: str, sentence: str
) -> None:
    good = {"died_on": clock.today().isoformat(), "keeper": str(cast.hanneke.member)}
    address = at("record_death", cast, client_id=cast.jannie.member)
    answer = send(client_of(cast.hanneke), address, **good | {field: value})
    assert answer.status_code == 422
    assert sentence in words(answer)


def test_the_keeper_lets_the_nurses_read_on_a_ground_and_until_a_day(
    cast: Cast, client_of: Browser
) -> None:
    cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.anouk, body="Wond dicht.")
    cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke, body="Taart.")
    record(cast, client_of)
    keep = at("keep_access", cast, client_id=cast.jannie.member)
    confirm(
        client_of(cast.hanneke), keep, member=str(cast.fatima.member), ground="retention",
        subjects=["1"], until=(clock.today() + timedelta(days=30)).isoformat(),
    )  # fmt: skip
    fatima = client_of(cast.fatima)
    assert reads(fatima, cast, "Wond dicht.")
    assert not reads(fatima, cast, "Taart.")
    assert fatima.get(keep).status_code == 404, "only the keeper chooses"
    page = client_of(cast.hanneke).get(at("who_decides", cast))
    assert "bewaarplicht van de zorg (WGBO)" in words(page)
    kept = cast.owner.execute(
        "SELECT id FROM networks_keptaccess WHERE member_id = %s", [cast.fatima.member]
    ).fetchone()
    assert kept is not None
    stop = at("end_kept_access", cast, client_id=cast.jannie.member, kept_id=kept[0])
    assert send(client_of(cast.hanneke), stop).status_code == 302
    assert client_of(cast.fatima).get(at("news", cast)).status_code == 404


def test_in_a_household_the_others_go_on(cast: Cast, client_of: Browser) -> None:
    cast.owner.execute(
        "UPDATE networks_member SET side = 'client' WHERE id = %s", [cast.peter.member]
    )
    cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke, body="Over Jannie.")
    cast.item(about=cast.network, subject=Subject.HOME, author=cast.peter, body="Over het huis.")
    record(cast, client_of)
    peter = client_of(cast.peter)
    assert reads(peter, cast, "Over het huis.")
    assert not reads(peter, cast, "Over Jannie.")
    assert client_of(cast.jannie).get(at("news", cast)).status_code == 404


def test_of_two_who_record_it_at_once_the_second_hears_that_it_was_done(cast: Cast) -> None:
    def recorded(who: Somebody, seat: Seat) -> None:
        record_death(
            seat=seat, person=who.person, client=cast.jannie.member, died_on=clock.today(),
            keeper=cast.hanneke.member,
        )  # fmt: skip

    with inside(cast.anouk.person, [cast.network]) as viewer:
        before(cast, cast.hanneke, recorded)
        with pytest.raises(KnownAlready):
            recorded(cast.anouk, viewer.seat(cast.network))
