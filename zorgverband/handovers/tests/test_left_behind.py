"""What changes between announcing and taking over: somebody leaves, something gets done, a role moves.
Nothing stays behind with somebody who is gone or reads nothing any more."""

from datetime import timedelta
from typing import Any

import pytest

from tests.cast import Cast
from tests.visitor import text
from tests.waiting import held
from zorgverband.agenda.actions.details import Details
from zorgverband.agenda.models import Visit, VisitTurn
from zorgverband.agenda.queries import visits_between
from zorgverband.agenda.tests.visits import planned
from zorgverband.agreements.actions import ask_agreement
from zorgverband.agreements.models import Agreement
from zorgverband.agreements.tests.asking import asked
from zorgverband.base import clock
from zorgverband.base.repeating import Repeat, Rule
from zorgverband.handovers.actions import (
    accept_line,
    give_line,
    receive_handover,
    refresh_lines,
    refuse_line,
    send_handover,
)
from zorgverband.handovers.actions.finish_handover import LeftBehind, LinesOpen
from zorgverband.handovers.actions.give_line import NobodyChosen
from zorgverband.handovers.models import HandoverLine, LineKind
from zorgverband.journal.models import Event
from zorgverband.networks.models import Member
from zorgverband.sharing.subjects import Subject

from .handing import address, announced, doing, lines, state, stated


def _executor(agreement: Any) -> Any:
    return Agreement.objects.using("owner").get(item_id=agreement).executor_id


def _sent(cast: Cast, giver: Any, taker: Any, handover: Any) -> None:
    """Everything accepted by the receiver, and sent."""
    stated(cast, giver, handover)
    for one in lines(cast, taker, handover):
        doing(cast, taker, accept_line, handover=handover, line=one.id)
    doing(cast, giver, send_handover, handover=handover)


@pytest.mark.parametrize("gone", ["left", "reads no more"])
def test_what_somebody_took_who_cannot_do_it_any_more_is_given_to_another_first(
    cast: Cast, gone: str
) -> None:
    promise = asked(cast, cast.joost, cast.joost, Subject.HEALTH)
    handover = announced(cast, cast.joost, cast.fatima)
    (one,) = lines(cast, cast.joost, handover)
    said = {"handover": handover, "line": one.id}
    doing(cast, cast.joost, give_line, **said, to=cast.anouk.member)
    doing(cast, cast.anouk, accept_line, **said)
    stated(cast, cast.joost, handover)
    doing(cast, cast.joost, send_handover, handover=handover)
    if gone == "left":
        cast.end(cast.anouk)
    else:
        cast.permit(cast.anouk, Subject.HEALTH, about=cast.jannie)
    with pytest.raises(LinesOpen):
        doing(cast, cast.fatima, receive_handover, handover=handover)
    assert _executor(promise) == cast.joost.member
    doing(cast, cast.joost, give_line, **said, to=cast.fatima.member)
    doing(cast, cast.fatima, accept_line, **said)
    doing(cast, cast.fatima, receive_handover, handover=handover)
    assert _executor(promise) == cast.fatima.member


def test_nothing_passes_to_who_reads_it_no_more_when_the_leaver_is_gone(cast: Cast) -> None:
    promises = [asked(cast, cast.joost, cast.joost, Subject.HEALTH) for _number in range(2)]
    handover = announced(cast, cast.joost, cast.fatima)
    by_item = {one.item_id: one.id for one in lines(cast, cast.joost, handover)}
    to_anouk = {"handover": handover, "line": by_item[promises[0]]}
    doing(cast, cast.joost, give_line, **to_anouk, to=cast.anouk.member)
    doing(cast, cast.anouk, accept_line, **to_anouk)
    doing(cast, cast.fatima, accept_line, handover=handover, line=by_item[promises[1]])
    stated(cast, cast.joost, handover)
    doing(cast, cast.joost, send_handover, handover=handover)
    cast.permit(cast.anouk, Subject.HEALTH, about=cast.jannie)
    cast.end(cast.joost)
    doing(cast, cast.fatima, receive_handover, handover=handover)
    assert _executor(promises[0]) == cast.joost.member, "found as what somebody left behind"
    assert _executor(promises[1]) == cast.fatima.member


def test_what_was_done_since_needs_nobody_to_take_it_over(cast: Cast) -> None:
    done = asked(cast, cast.joost, cast.joost, Subject.HEALTH)
    promise = asked(cast, cast.joost, cast.joost, Subject.HEALTH)
    handover = announced(cast, cast.joost, cast.fatima)
    by_item = {one.item_id: one.id for one in lines(cast, cast.joost, handover)}
    said = {"handover": handover, "reason": "Dat doe ik niet."}
    doing(cast, cast.fatima, refuse_line, line=by_item[done], **said)
    doing(cast, cast.fatima, accept_line, line=by_item[promise], handover=handover)
    stated(cast, cast.joost, handover)
    with pytest.raises(LeftBehind):
        doing(cast, cast.joost, send_handover, handover=handover)
    Agreement.objects.using("owner").filter(item_id=done).update(state="done")
    doing(cast, cast.joost, send_handover, handover=handover)
    doing(cast, cast.fatima, receive_handover, handover=handover)
    assert _executor(promise) == cast.fatima.member
    assert _executor(done) == cast.joost.member, "who did it, did it"


def test_who_will_read_nothing_hands_over_what_is_about_the_household_too(cast: Cast) -> None:
    agreed = doing(
        cast, cast.marijke, ask_agreement, about=cast.network, subject=Subject.HOME,
        executor=cast.peter.member, what="Stofzuigen",
    ).item_id  # fmt: skip
    handover = announced(cast, cast.peter, cast.marijke, kind="carer", ends="reading")
    (one,) = lines(cast, cast.marijke, handover)
    assert one.item_id == agreed
    refusing = {"handover": handover, "line": one.id, "reason": "Ik heb geen tijd."}
    doing(cast, cast.marijke, refuse_line, **refusing)
    stated(cast, cast.peter, handover)
    with pytest.raises(LeftBehind):
        doing(cast, cast.peter, send_handover, handover=handover)
    doing(cast, cast.marijke, accept_line, handover=handover, line=one.id)
    doing(cast, cast.peter, send_handover, handover=handover)
    late = asked(cast, cast.marijke, cast.peter, Subject.DAY)
    doing(cast, cast.marijke, receive_handover, handover=handover)
    assert {_executor(agreed), _executor(late)} == {cast.marijke.member}


def test_it_is_not_sent_to_somebody_who_left(cast: Cast) -> None:
    handover = announced(cast, cast.joost, cast.anouk)
    stated(cast, cast.joost, handover)
    cast.end(cast.anouk)
    with pytest.raises(NobodyChosen):
        doing(cast, cast.joost, send_handover, handover=handover)
    assert state(handover) == "announced"


def _coordinators(cast: Cast) -> set[Any]:
    found = Member.objects.using("owner").filter(network_id=cast.network, left_at=None)
    return set(found.filter(coordinator=True).values_list("id", flat=True))


def test_a_coordinator_who_is_gone_passes_on_the_rest_but_no_role(
    cast: Cast, client_of: Any
) -> None:
    promise = asked(cast, cast.marijke, cast.hanneke, Subject.ARRANGEMENTS)
    handover = announced(cast, cast.hanneke, cast.anouk, kind="coordinator")
    _sent(cast, cast.hanneke, cast.anouk, handover)
    cast.end(cast.hanneke)
    page = client_of(cast.anouk).get(address(cast, handover, "overnemen/"))
    assert page.status_code == 200
    assert "U neemt 1 ding over" in text(page)
    assert "Coördinator zijn" not in text(page)
    doing(cast, cast.anouk, receive_handover, handover=handover)
    assert state(handover) == "received"
    assert _executor(promise) == cast.anouk.member
    assert _coordinators(cast) == set()
    left = Event.objects.using("owner").filter(network_id=cast.network, verb="left")
    assert not left.exists(), "who was gone already, does not leave once more"


def test_a_role_that_went_to_another_meanwhile_stays_there(cast: Cast) -> None:
    handover = announced(cast, cast.hanneke, cast.anouk, kind="coordinator", ends="nothing")
    _sent(cast, cast.hanneke, cast.anouk, handover)
    cast.owner.execute(
        "UPDATE networks_member SET coordinator = (id = %s) WHERE network_id = %s",
        [cast.joost.member, cast.network],
    )
    doing(cast, cast.anouk, receive_handover, handover=handover)
    assert _coordinators(cast) == {cast.joost.member}


def test_who_has_both_roles_passes_on_both(cast: Cast) -> None:
    cast.owner.execute(
        "UPDATE networks_member SET first_contact = (id = %s) WHERE network_id = %s",
        [cast.hanneke.member, cast.network],
    )
    handover = announced(cast, cast.hanneke, cast.anouk, kind="coordinator", ends="nothing")
    assert len(lines(cast, cast.anouk, handover)) == 2
    _sent(cast, cast.hanneke, cast.anouk, handover)
    doing(cast, cast.anouk, receive_handover, handover=handover)
    there = Member.objects.using("owner").filter(network_id=cast.network)
    for role in ("coordinator", "first_contact"):
        assert set(there.filter(**{role: True}).values_list("id", flat=True)) == {cast.anouk.member}


def _who_come(cast: Cast, *ahead: int) -> list[Any]:
    first = clock.today()

    def read(seat: Any, person: Any) -> list[Any]:
        last = first + timedelta(days=max(ahead))
        found = {one.day: one.who for one in visits_between(cast.network, first, last)}
        return [found[first + timedelta(days=number)] for number in ahead]

    found: list[Any] = doing(cast, cast.jannie, read)
    return found


@pytest.mark.parametrize("begun", [10, 0])
def test_turns_pass_on_also_of_who_is_not_the_first_and_swaps_stay(cast: Cast, begun: int) -> None:
    today = clock.today()
    marijke, peter, hanneke = cast.marijke.member, cast.peter.member, cast.hanneke.member
    visit = planned(
        cast, cast.marijke, who=cast.marijke, rule=Rule(today, repeat=Repeat.DAILY),
        details=Details(rota=(marijke, peter)),
    )  # fmt: skip
    rows = Visit.objects.using("owner")
    rows.filter(item_id=visit).update(first_on=today - timedelta(days=begun))
    for ahead, member in ((1, cast.marijke), (2, cast.peter)):
        VisitTurn(
            network_id=cast.network, item_id=visit, on_date=today + timedelta(days=ahead),
            part="comes", member_id=member.member, set_by_id=member.person, set_at=clock.now(),
        ).save(using="owner", force_insert=True)  # fmt: skip
    assert _who_come(cast, 1, 2, 3, 4) == [marijke, peter, peter, marijke]
    handover = announced(cast, cast.peter, cast.hanneke, kind="carer")
    assert [one.item_id for one in lines(cast, cast.hanneke, handover)] == [visit]
    _sent(cast, cast.peter, cast.hanneke, handover)
    doing(cast, cast.hanneke, receive_handover, handover=handover)
    assert _who_come(cast, 1, 2, 3, 4) == [marijke, hanneke, hanneke, marijke]
    running = rows.get(network_id=cast.network, stopped_from=None)
    assert running.rota[0] == running.who_id
    assert peter not in running.rota


def test_what_came_since_is_put_down_once_also_by_two_at_once(cast: Cast) -> None:
    handover = announced(cast, cast.joost, cast.fatima)
    promise = asked(cast, cast.joost, cast.joost, Subject.HEALTH)

    def refresh() -> None:
        doing(cast, cast.joost, refresh_lines, handover=handover)

    with held(refresh) as raised:
        one = HandoverLine(
            network_id=cast.network, handover_id=handover, item_id=promise, given_at=clock.now(),
            kind=LineKind.AGREEMENT, to_member_id=cast.fatima.member,
        )  # fmt: skip
        HandoverLine.objects.using("owner").bulk_create([one])
    assert raised == []
    assert [one.item_id for one in lines(cast, cast.joost, handover)] == [promise]
