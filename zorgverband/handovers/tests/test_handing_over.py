"""The whole way: announced, answered line by line, sent, taken over; rights end then, and not before."""

import re
from datetime import timedelta
from typing import Any

import pytest

from tests.cast import Cast
from tests.visitor import inside, text
from zorgverband.agenda.models import Visit, VisitTurn
from zorgverband.agenda.queries import visits_between
from zorgverband.agenda.tests.visits import planned
from zorgverband.agreements.models import Agreement, AgreementChange
from zorgverband.agreements.tests.asking import asked
from zorgverband.base import clock
from zorgverband.base.handing import receive_handover as receive_now
from zorgverband.base.refusals import NotHere
from zorgverband.base.repeating import Repeat, Rule
from zorgverband.handovers.actions import (
    accept_line,
    give_line,
    receive_handover,
    refuse_handover,
    refuse_line,
    send_handover,
    withdraw_handover,
)
from zorgverband.handovers.actions.answer_line import NotGivenToYou
from zorgverband.handovers.actions.finish_handover import (
    LeftBehind,
    LinesOpen,
    NotSentYet,
    SectionsOpen,
)
from zorgverband.handovers.actions.give_line import CannotReadLine
from zorgverband.handovers.actions.parties import HandoverOver, NotTheLeaver, NotTheReceiver
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from .handing import address, announced, doing, handed_over, lines, post, state, stated


def _reads(cast: Cast, who: Any, item: Any) -> bool:
    try:
        with inside(who.person, (cast.network,)) as viewer:
            viewer.seat(cast.network)
            return Item.objects.filter(id=item).exists()
    except NotHere:
        return False


def _executor(agreement: Any) -> Any:
    return Agreement.objects.using("owner").get(item_id=agreement).executor_id


@pytest.mark.slow
def test_the_rights_of_the_leaver_end_when_it_is_taken_over_and_not_before(
    cast: Cast, client_of: Any
) -> None:
    note = cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.anouk, body="Wond.")
    promise = asked(cast, cast.joost, cast.joost, Subject.HEALTH)
    waiting = asked(cast, cast.hanneke, cast.joost, Subject.ARRANGEMENTS)
    handover = announced(cast, cast.joost, cast.fatima)
    assert {one.item_id for one in lines(cast, cast.fatima, handover)} == {promise, waiting}
    with pytest.raises(SectionsOpen):
        doing(cast, cast.joost, send_handover, handover=handover)
    with pytest.raises(NotSentYet):
        doing(cast, cast.fatima, receive_handover, handover=handover)
    stated(cast, cast.joost, handover, reason="Na een val.")
    doing(cast, cast.joost, send_handover, handover=handover)
    with pytest.raises(LinesOpen):
        doing(cast, cast.fatima, receive_handover, handover=handover)
    for one in lines(cast, cast.fatima, handover):
        with pytest.raises(NotGivenToYou):
            doing(cast, cast.anouk, accept_line, handover=handover, line=one.id)
        doing(cast, cast.fatima, accept_line, handover=handover, line=one.id)
    assert _reads(cast, cast.joost, note)
    assert _executor(promise) == cast.joost.member
    with pytest.raises(NotTheReceiver):
        doing(cast, cast.anouk, receive_handover, handover=handover)
    late = asked(cast, cast.hanneke, cast.joost, Subject.ARRANGEMENTS)
    browser = client_of(cast.fatima)
    shown = browser.get(address(cast, handover, "overnemen/"))
    assert "leest niets meer" in text(shown)
    assert _reads(cast, cast.joost, note), "looking at what would happen ends nothing"
    seen = re.search(r'name="seen" value="(\w+)"', text(shown))
    assert seen is not None
    at = address(cast, handover, "overnemen/")
    assert post(browser, at, seen=seen[1]).status_code == 302
    assert state(handover) == "received"
    assert not _reads(cast, cast.joost, note)
    assert {_executor(one) for one in (promise, waiting, late)} == {cast.fatima.member}
    states = Agreement.objects.using("owner").filter(item_id__in=[promise, waiting, late])
    assert set(states.values_list("state", flat=True)) == {"accepted"}
    kept = AgreementChange.objects.using("owner").filter(item_id=waiting).latest("at")
    assert kept.words == "Overgenomen van Joost van Dam."
    with pytest.raises(HandoverOver):
        doing(cast, cast.fatima, receive_handover, handover=handover)


def test_what_is_refused_stays_with_the_leaver_until_somebody_else_takes_it(cast: Cast) -> None:
    promise = asked(cast, cast.joost, cast.joost, Subject.HEALTH)
    handover = announced(cast, cast.joost, cast.fatima)
    (one,) = lines(cast, cast.joost, handover)
    said = {"handover": handover, "line": one.id}
    doing(cast, cast.fatima, refuse_line, **said, reason="Wij doen geen oefeningen.")
    stated(cast, cast.joost, handover)
    with pytest.raises(LeftBehind):
        doing(cast, cast.joost, send_handover, handover=handover)
    with pytest.raises(NotTheLeaver):
        doing(cast, cast.fatima, give_line, **said, to=cast.anouk.member)
    with pytest.raises(CannotReadLine):
        doing(cast, cast.joost, give_line, **said, to=cast.linda.member)
    doing(cast, cast.joost, give_line, **said, to=cast.anouk.member)
    with pytest.raises(LeftBehind):
        doing(cast, cast.joost, send_handover, handover=handover)
    doing(cast, cast.anouk, accept_line, **said)
    doing(cast, cast.joost, send_handover, handover=handover)
    assert _executor(promise) == cast.joost.member
    doing(cast, cast.fatima, receive_handover, handover=handover)
    assert _executor(promise) == cast.anouk.member


@pytest.mark.parametrize("way", ["refused", "withdrawn"])
def test_when_nothing_is_taken_over_nothing_ends(cast: Cast, way: str) -> None:
    promise = asked(cast, cast.joost, cast.joost, Subject.HEALTH)
    handover = announced(cast, cast.joost, cast.fatima)
    stated(cast, cast.joost, handover)
    doing(cast, cast.joost, send_handover, handover=handover)
    if way == "refused":
        doing(cast, cast.fatima, refuse_handover, handover=handover, reason="Geen plek.")
    else:
        doing(cast, cast.joost, withdraw_handover, handover=handover)
    assert state(handover) == way
    assert _executor(promise) == cast.joost.member
    assert _reads(cast, cast.joost, handover)


def test_nobody_ends_a_seat_by_the_function_alone(cast: Cast) -> None:
    """The function in the database is for the receiver, of what the leaver sent."""
    handover = announced(cast, cast.joost, cast.fatima)

    def take(seat: Any, person: Any) -> bool:
        return receive_now(handover=handover, more=[], words="", today=clock.today(),
                           at=clock.now())  # fmt: skip

    assert not doing(cast, cast.fatima, take), "not sent"
    stated(cast, cast.joost, handover)
    doing(cast, cast.joost, send_handover, handover=handover)
    assert not doing(cast, cast.anouk, take), "not the receiver"
    assert not doing(cast, cast.linda, take), "of the social side"
    assert _reads(cast, cast.joost, handover)
    assert doing(cast, cast.fatima, take)
    assert not _reads(cast, cast.joost, handover)


def test_a_series_of_visits_is_cut_in_two_and_no_day_is_lost(cast: Cast) -> None:
    today = clock.today()
    visit = planned(cast, cast.joost, who=cast.joost, rule=Rule(today, repeat=Repeat.DAILY))
    begun = today - timedelta(days=10)
    Visit.objects.using("owner").filter(item_id=visit).update(first_on=begun)
    handed_over(cast, cast.joost, cast.fatima)
    old = Visit.objects.using("owner").get(item_id=visit)
    new = Visit.objects.using("owner").get(network_id=cast.network, who_id=cast.fatima.member)
    assert (old.who_id, old.stopped_from) == (cast.joost.member, today)
    assert (new.first_on, new.repeat, new.stopped_from) == (today, "daily", None)
    assert (old.goes_on_as_id, new.goes_on_as_id) == (new.item_id, None)


def test_a_turn_that_was_taken_over_stays_so_when_the_series_passes_on(cast: Cast) -> None:
    today = clock.today()
    visit = planned(cast, cast.joost, who=cast.joost, rule=Rule(today, repeat=Repeat.DAILY))
    rows = Visit.objects.using("owner").filter(item_id=visit)
    rows.update(first_on=today - timedelta(days=10), rota=[cast.joost.member, cast.anouk.member])
    for days, who in ((2, cast.anouk), (3, cast.joost)):
        VisitTurn(network_id=cast.network, item_id=visit, on_date=today + timedelta(days=days),
                  part="comes", member_id=who.member, set_by_id=who.person,
                  set_at=clock.now()).save(using="owner")  # fmt: skip
    handed_over(cast, cast.joost, cast.fatima)
    with inside(cast.jannie.person, (cast.network,)):
        coming = [one.who for one in visits_between(cast.network, today, today + timedelta(days=3))]
    assert coming == [
        cast.fatima.member, cast.anouk.member, cast.anouk.member, cast.fatima.member
    ]  # fmt: skip
