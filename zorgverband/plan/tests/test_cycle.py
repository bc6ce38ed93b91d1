"""One whole cycle: begin light, grow, ask, propose something else, agree, two weeks of ticking, a
reminder, looking back, the next cycle; and each viewer sees exactly their plan."""

from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.cast import Cast, Somebody
from tests.rule.compare import facts_of
from tests.rule.model import Rule
from tests.visitor import text
from zorgverband.agreements.actions.ask_agreement import Terms
from zorgverband.agreements.jobs import send_reminders
from zorgverband.agreements.models import Agreement, AgreementTick
from zorgverband.agreements.tests.asking import asked
from zorgverband.agreements.tests.test_repeating_agreements import act as agree
from zorgverband.base import clock
from zorgverband.base.clock import HOME
from zorgverband.base.repeating import Repeat
from zorgverband.base.repeating import Rule as Days
from zorgverband.journal.models import Event
from zorgverband.plan.models import PlanPart
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from .planning import act, added, at, post

DAYS = 14
START = clock.today() - timedelta(days=DAYS)


def _day(number: int, hour: int = 12) -> datetime:
    return datetime.combine(START + timedelta(days=number), time(hour), tzinfo=HOME)


def _begun(cast: Cast) -> UUID:
    """Two weeks ago: a light plan, grown by several people, with a yes of the client."""
    with clock.at(_day(0)):
        act(cast, cast.hanneke, "start_plan", about=cast.jannie.member,
            texts={"question": "Thuis blijven", "worry": "De trap"},
            review_on=START + timedelta(days=DAYS))  # fmt: skip
        goal = added(cast, cast.marijke, "goal", "Elke dag een stukje lopen")
        added(cast, cast.anouk, "goal", "De wond is dicht", Subject.HEALTH, domain="body")
        added(cast, cast.anouk, "worry", "Wordt somber", Subject.MIND, domain="mind")
        added(cast, cast.linda, "strength", "Veel buren", Subject.PEOPLE, domain="network")
    with clock.at(_day(0, 14)):
        act(cast, cast.jannie, "agree_plan", about=cast.jannie.member)
    return goal


def _walked(cast: Cast, goal: UUID) -> UUID:
    """Asked of the nurses, who propose something else; agreed, and ticked off for two weeks."""
    daily = Days(START, repeat=Repeat.DAILY)
    with clock.at(_day(0, 15)):
        old = asked(cast, cast.hanneke, cast.fatima, terms=Terms(rule=daily, goal=goal))
        agree(cast, cast.fatima, "counter_agreement", old, what="Samen lopen, om de dag")
        new = Agreement.objects.using("owner").get(instead_of_id=old).item_id
        agree(cast, cast.hanneke, "accept_agreement", new)
    for number in range(1, DAYS):
        with clock.at(_day(number, 17)):
            who = cast.fatima if number % 2 else cast.sanne
            agree(cast, who, "tick_agreement", new, on_date=START + timedelta(days=number))
    return UUID(str(new))


@pytest.mark.slow
def test_a_whole_cycle_and_each_sees_exactly_their_plan(cast: Cast, client_of: Any) -> None:
    goal = _begun(cast)
    walk = _walked(cast, goal)
    assert AgreementTick.objects.using("owner").filter(item_id=walk).count() == DAYS - 1
    with clock.at(datetime.combine(clock.today(), time(23), tzinfo=HOME)):
        send_reminders()
    assert Event.objects.using("owner").filter(item_id=walk, verb="agreement_reminder").exists()
    client = client_of(cast.marijke)
    post(client, at("note_step", cast, goal_id=goal), words="Het ging goed")
    post(client, at("answer_review", cast), about=str(cast.jannie.member), went_well="Het lopen")
    _each_sees_theirs(cast, client_of)
    later = (clock.today() + timedelta(days=60)).isoformat()
    leads = client_of(cast.hanneke)
    post(leads, at("next_cycle", cast), about=str(cast.jannie.member), review_on=later)
    shown = text(leads.get(at("plan", cast)))
    assert "Elke dag een stukje lopen" in shown
    assert "Samen lopen, om de dag" in shown
    assert "Het lopen" not in text(leads.get(at("review_plan", cast)))
    _each_sees_theirs(cast, client_of)


def _each_sees_theirs(cast: Cast, client_of: Any) -> None:
    """The page of six viewers, held against the model of the rule that was written apart."""
    network = next(one for one in facts_of("owner")["networks"] if one["id"] == str(cast.network))
    rule = Rule(network, datetime.now(UTC))
    parts = PlanPart.objects.using("owner").filter(network=cast.network, ended_at=None)
    kinds = ("question", "worry", "goal", "strength")
    ids = {str(one.item_id) for one in parts if one.kind in kinds}
    words = dict(Item.objects.using("owner").filter(id__in=ids).values_list("id", "title"))
    people: list[Somebody] = [
        cast.jannie,
        cast.marijke,
        cast.fatima,
        cast.anouk,
        cast.linda,
        cast.ria,
    ]
    counts = []
    for who in people:
        page = text(client_of(who).get(at("plan", cast)))
        theirs = {
            item["id"] for item in network["items"]
            if item["id"] in ids and rule.may_read(str(who.person), item)
        }  # fmt: skip
        seen = {str(id) for id, title in words.items() if title in page}
        assert seen == theirs, who.name
        counts.append(len(seen))
    # The control: they do not all see the same.
    assert len(set(counts)) >= 3, counts
