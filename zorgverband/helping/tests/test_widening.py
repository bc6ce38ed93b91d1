"""Of whom help is asked follows from its dates, in Python and in the lock alike; never who reads it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import Error

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.agenda.models import Visit, VisitChange
from zorgverband.agreements.actions import cancel_agreement
from zorgverband.agreements.models import Agreement
from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import NotHere
from zorgverband.helping.actions import (
    end_help,
    give_back,
    open_help,
    refuse_help,
    take_help,
    thank,
)
from zorgverband.helping.actions.ask_help import NobodyReads
from zorgverband.helping.actions.take_help import NotNeededNow, NotYetYours, SomebodyWasFirst
from zorgverband.helping.jobs import tell_of_help
from zorgverband.helping.models import HelpRequest, HelpTaken, HelpTold
from zorgverband.helping.queries import wanted
from zorgverband.networks.models import Death, KeptAccess
from zorgverband.sharing.models import Item
from zorgverband.sharing.queries import reasons
from zorgverband.sharing.subjects import Subject

from .asking import DAY, act, asked_by, offers

HOUR = timedelta(hours=1)


def earlier(cast: Cast, asked: UUID, hours: float) -> None:
    """As if it was asked so many hours ago."""
    cast.owner.execute(
        "UPDATE helping_helprequest SET first_until = first_until - %s WHERE item_id = %s",
        [hours * HOUR, asked],
    )


def told(cast: Cast, asked: UUID) -> set[UUID]:
    """Who was told so far, after the worker came by."""
    tell_of_help()
    rows = HelpTold.objects.using("owner").filter(item_id=asked)
    return set(rows.values_list("person_id", flat=True))


@pytest.mark.slow
def test_after_a_death_nobody_is_told_and_others_are(cast: Cast, caplog: Any) -> None:
    asked = asked_by(cast, cast.jannie)
    earlier(cast, asked, 49)
    day = clock.now() - HOUR
    common = {"network_id": cast.network, "entered_by_id": cast.hanneke.person, "starts_at": day}
    gone = Death(client_id=cast.jannie.member, died_on=clock.today(), **common)
    kept = KeptAccess(member_id=cast.ria.member, about_id=cast.jannie.member, ground="keeper",
                      subjects=[int(Subject.COMING)], **common)  # fmt: skip
    for row in (gone, kept):
        row.save(using="owner", force_insert=True)
    assert told(cast, asked) == set()
    assert cast.other is not None
    elsewhere = asked_by(cast.other, cast.other.henk, about=cast.other.henk)
    earlier(cast.other, elsewhere, 49)
    assert cast.other.sofie.person in told(cast.other, elsewhere)
    # The worker did not even try.
    assert not [one for one in caplog.records if one.name.endswith("in_turn")]
    # It still stands open, and Ria still reads it.
    with inside(cast.ria.person, (cast.network,)):
        assert Item.objects.filter(id=asked).exists()


def test_it_widens_by_its_dates_whether_or_not_a_job_ran(cast: Cast) -> None:
    offers(cast, cast.peter, groceries="wants")
    offers(cast, cast.marijke, groceries="not")
    asked = asked_by(cast, cast.jannie, first_to=cast.ria, wait=DAY)
    assert told(cast, asked) == set()
    for who in (cast.peter, cast.linda):
        with pytest.raises(NotYetYours):
            act(cast, who, take_help, asked=asked)
    earlier(cast, asked, 25)
    assert told(cast, asked) == {cast.peter.person}
    with pytest.raises(NotYetYours):
        act(cast, cast.linda, take_help, asked=asked)
    earlier(cast, asked, 24)
    # All who read it and want to, of whom one asks such things; who was told is not told again.
    assert told(cast, asked) == {cast.peter.person}
    act(cast, cast.linda, take_help, asked=asked)


def test_opened_to_all_it_is_asked_of_who_helps_with_such_things(cast: Cast) -> None:
    cast.permit(cast.ria, Subject.HEALTH, about=cast.jannie)
    expected = {
        "groceries": {"marijke", "peter", "ria"},
        # The team that comes to wash, whoever is in it; no doctor, nor who coordinates.
        "washing": {"marijke", "peter", "fatima", "sanne"},
    }
    for task, names in expected.items():
        subject = Subject.HEALTH if task == "washing" else Subject.COMING
        asked = asked_by(cast, cast.jannie, task=task, subject=subject)
        earlier(cast, asked, 49)
        assert told(cast, asked) == {cast.people[name].person for name in names}, task
        for name, who in cast.people.items():
            with inside(who.person, (cast.network,)) as viewer:
                if not Item.objects.filter(id=asked).exists():
                    assert name not in names
                    continue
                member = viewer.seat(cast.network).member
                one = wanted(network=cast.network, member=member, id=asked)
                assert one.asks(member, clock.now()) is (name in names), (task, name)
                assert one.may_take(member, clock.now()) is (name != "jannie"), (task, name)


def test_what_would_be_asked_of_nobody_is_refused(cast: Cast) -> None:
    readers = [cast.jannie.member, cast.anouk.member, cast.linda.member]
    with pytest.raises(NobodyReads):
        asked_by(cast, cast.jannie, audience=readers)
    asked_by(cast, cast.jannie, audience=readers, first_to=cast.linda)


def test_the_lock_reckons_the_same_as_the_page(cast: Cast) -> None:
    now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    asked = asked_by(cast, cast.jannie, first_to=cast.ria)
    one = act(cast, cast.jannie, lambda seat, person: wanted(
        network=seat.network, member=seat.member, id=asked))  # fmt: skip
    for first in (-30, -1, 0, 1):
        for offered in (None, -30, -1, 1):
            for opened in (None, -1, 1):
                moment = [h if h is None else now + h * HOUR for h in (first, offered, opened)]
                first_until, offered_at, opened_at = moment
                assert first_until is not None
                found = replace(one, first_until=first_until, offered_at=offered_at,
                                opened_at=opened_at, wait=DAY).step(now)  # fmt: skip
                row = cast.owner.execute(
                    "SELECT privacy.help_step(%s, %s, %s, %s, %s)",
                    [first_until, offered_at, opened_at, 24 * 60, now],
                ).fetchone()
                assert row == (found,), moment


def test_nobody_takes_what_is_not_asked_of_them_past_the_actions(
    cast: Cast, entered: Callable[..., Any]
) -> None:
    asked = asked_by(cast, cast.jannie, first_to=cast.ria)

    def put(who: Somebody, member: Somebody, **columns: Any) -> None:
        said = {"at": clock.now(), "made_id": new_id()} | columns
        with entered(who):
            HelpTaken.objects.bulk_create([HelpTaken(
                network_id=cast.network, item_id=asked, person_id=member.person,
                member_id=member.member, **said)])  # fmt: skip

    for who, member in ((cast.peter, cast.peter), (cast.peter, cast.ria), (cast.linda, cast.linda)):
        with pytest.raises(Error):
            put(who, member)
    with pytest.raises(Error):
        put(cast.ria, cast.ria, thanks="Voor mij", thanked_at=clock.now())
    # What stands there already did not come of it, and is not given back with it.
    unseen = cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.fatima)
    with pytest.raises(Error, match="row-level security"):
        put(cast.ria, cast.ria, made_id=unseen)
    for who in (cast.peter, cast.linda):
        with entered(who):
            assert not HelpRequest.objects.filter(item_id=asked).update(opened_at=clock.now())
    put(cast.ria, cast.ria)
    with entered(cast.peter):
        assert not HelpTaken.objects.filter(item_id=asked).update(given_back_at=clock.now())
    with pytest.raises(Error), entered(cast.jannie):
        HelpTaken.objects.filter(item_id=asked).update(given_back_at=clock.now())
    with pytest.raises(Error), entered(cast.ria):
        HelpTaken.objects.filter(item_id=asked).update(
            thanked_at=clock.now(), thanked_by_id=cast.ria.person
        )


def test_when_it_was_taken_says_the_database_and_nobody_is_early_by_saying_so(
    cast: Cast, entered: Callable[..., Any]
) -> None:
    asked = asked_by(cast, cast.jannie, first_to=cast.ria)

    def put(who: Somebody, at: datetime) -> HelpTaken:
        row = HelpTaken(network_id=cast.network, item_id=asked, person_id=who.person,
                        member_id=who.member, made_id=new_id(), at=at)  # fmt: skip
        with entered(who):
            HelpTaken.objects.bulk_create([row])
        return HelpTaken.objects.using("owner").get(id=row.id)

    # In a month it is asked of all; that it is then, one does not say oneself.
    with pytest.raises(Error, match="row-level security"):
        put(cast.peter, clock.now() + 30 * DAY)
    for said in (clock.now() - 30 * DAY, clock.now() + 30 * DAY):
        before = clock.now()
        taken = put(cast.ria, said)
        assert before - HOUR < taken.at < clock.now() + HOUR
        HelpTaken.objects.using("owner").filter(id=taken.id).update(given_back_at=clock.now())


def test_what_comes_of_it_has_the_readers_of_what_was_asked(
    cast: Cast, entered: Callable[..., Any]
) -> None:
    chosen = [cast.jannie.member, cast.ria.member, cast.peter.member]
    asked = asked_by(cast, cast.marijke, first_to=cast.ria, audience=chosen)
    washing = asked_by(
        cast, cast.marijke, first_to=cast.anouk, subject=Subject.HEALTH, task="washing",
        day=clock.today() + DAY,
    )  # fmt: skip
    act(cast, cast.ria, take_help, asked=asked)
    act(cast, cast.anouk, take_help, asked=washing)
    for one in (asked, washing):
        taken = HelpTaken.objects.using("owner").get(item_id=one)
        header = ("about_id", "subject", "audience", "circle", "author_id", "created_at", "denied")
        items = Item.objects.using("owner")
        assert items.values(*header).get(id=one) == items.values(*header).get(id=taken.made_id)
        with entered(cast.marijke):
            assert {r.person for r in reasons(one) if r.reads} == {
                r.person for r in reasons(taken.made_id) if r.reads
            }
    for who in (cast.linda, cast.ria):
        with pytest.raises(NotHere):
            act(cast, who, take_help, asked=washing)
    with entered(cast.linda):
        assert not Item.objects.filter(kind__in=("help", "agreement")).exists()
        assert not HelpTaken.objects.exists()


def test_who_it_fell_through_for_is_asked_again(cast: Cast) -> None:
    asked = asked_by(cast, cast.jannie, first_to=cast.ria)
    act(cast, cast.ria, take_help, asked=asked)
    made = HelpTaken.objects.using("owner").get(item_id=asked).made_id
    # Called off where it stands, among the agreements.
    act(cast, cast.jannie, cancel_agreement, agreement=made)
    act(cast, cast.jannie, open_help, asked=asked)
    act(cast, cast.peter, take_help, asked=asked)
    with pytest.raises(SomebodyWasFirst):
        act(cast, cast.linda, take_help, asked=asked)
    act(cast, cast.peter, give_back, asked=asked)
    act(cast, cast.linda, take_help, asked=asked)
    act(cast, cast.jannie, thank, asked=asked)
    act(cast, cast.jannie, end_help, asked=asked)
    states = Agreement.objects.using("owner").filter(network_id=cast.network)
    assert sorted(states.values_list("state", flat=True)) == ["cancelled", "cancelled", "failed"]
    with pytest.raises(NotNeededNow):
        act(cast, cast.peter, take_help, asked=asked)


def test_a_visit_is_taken_over_for_a_day_or_for_good(cast: Cast) -> None:
    day = clock.today() + 2 * DAY
    item = cast.item(about=cast.jannie, subject=Subject.COMING, author=cast.jannie, kind="visit",
                     title="Bezoek", body="Samen koken")  # fmt: skip
    Visit(item_id=item, network_id=cast.network, who_id=cast.marijke.member, first_on=day,
          last_on=day + 70 * DAY, starts="17:00", repeat="weekly",
          weekdays=[day.weekday()]).save(using="owner", force_insert=True)  # fmt: skip
    said: dict[str, Any] = {
        "task": "cooking",
        "what": "Samen koken",
        "instead_of": item,
        "starts": time(17),
    }
    with pytest.raises(Error):
        asked_by(cast, cast.peter, day=day, first_to=cast.ria, **said)
    once = asked_by(cast, cast.marijke, day=day, weeks=2, first_to=cast.ria, **said)
    act(cast, cast.ria, take_help, asked=once)
    changes = VisitChange.objects.using("owner").filter(item_id=item, cancelled=True)
    assert set(changes.values_list("on_date", flat=True)) == {day, day + 7 * DAY}
    whole = asked_by(
        cast, cast.marijke, day=day, whole=True, goes_on=True, first_to=cast.peter, **said
    )
    act(cast, cast.peter, take_help, asked=whole)
    made = Visit.objects.using("owner").get(who_id=cast.peter.member)
    old = Visit.objects.using("owner").get(item_id=item)
    assert (made.repeat, made.first_on, made.last_on) == ("weekly", day, day + 70 * DAY)
    assert old.stopped_from == day


def test_an_agreement_changes_hands_and_back(cast: Cast) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.COMING, author=cast.jannie,
                     kind="agreement", title="Post halen")  # fmt: skip
    Agreement(item_id=item, network_id=cast.network, executor_id=cast.marijke.member,
              first_on=clock.today(), repeat="daily", state="accepted",
              state_at=clock.now()).save(using="owner", force_insert=True)  # fmt: skip
    asked = asked_by(cast, cast.marijke, task="paperwork", what="Post halen", instead_of=item,
                     whole=True, goes_on=True, day=clock.today(), first_to=cast.ria)  # fmt: skip
    act(cast, cast.ria, take_help, asked=asked)
    agreement = Agreement.objects.using("owner").get(item_id=item)
    assert (agreement.executor_id, agreement.state) == (cast.ria.member, "accepted")
    act(cast, cast.ria, give_back, asked=asked)
    assert Agreement.objects.using("owner").get(item_id=item).executor_id == cast.marijke.member
    act(cast, cast.peter, refuse_help, asked=asked)


def test_what_became_another_s_meanwhile_is_not_taken_over(cast: Cast) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.COMING, author=cast.jannie,
                     kind="agreement", title="Post halen")  # fmt: skip
    agreement = Agreement(item_id=item, network_id=cast.network, executor_id=cast.marijke.member,
                          first_on=clock.today(), repeat="daily", state="accepted",
                          state_at=clock.now())  # fmt: skip
    agreement.save(using="owner", force_insert=True)
    asked = asked_by(cast, cast.marijke, task="paperwork", what="Post halen", instead_of=item,
                     whole=True, goes_on=True, day=clock.today(), first_to=cast.ria)  # fmt: skip
    Agreement.objects.using("owner").filter(item_id=item).update(executor_id=cast.peter.member)
    with pytest.raises(NotNeededNow):
        act(cast, cast.ria, take_help, asked=asked)
    assert Agreement.objects.using("owner").get(item_id=item).executor_id == cast.peter.member
