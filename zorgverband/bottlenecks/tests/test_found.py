"""The detector finds, keeps, ends and re-opens; and who may not read every fact never meets it."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from django.urls import reverse
from procrastinate.contrib.django import app

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.agreements import actions as agreeing
from zorgverband.agreements.actions.ask_agreement import Terms
from zorgverband.agreements.tests.asking import asked
from zorgverband.base import clock, finding
from zorgverband.base.refusals import NotYours
from zorgverband.bottlenecks import actions
from zorgverband.bottlenecks.looking import look, look_after, sweep
from zorgverband.bottlenecks.models import Bottleneck
from zorgverband.bottlenecks.queries import handful
from zorgverband.journal.models import Event
from zorgverband.plan.tests.planning import added
from zorgverband.sharing.subjects import Subject


def kinds(cast: Cast, who: Somebody) -> set[str]:
    """The kinds somebody meets in the network of the cast."""
    with inside(who.person, [cast.network]):
        return {row["kind"] for row in handful(cast.network)}


def later(days: float) -> datetime:
    return clock.now() + timedelta(days=days)


def due(cast: Cast, subject: Subject = Subject.ARRANGEMENTS, by: Any = None) -> Any:
    """An agreement that Joost accepted, due today."""
    one = asked(cast, by or cast.marijke, cast.joost, subject, terms=Terms(due_on=clock.today()))
    with inside(cast.joost.person, [cast.network]) as viewer:
        agreeing.accept_agreement(
            seat=viewer.seat(cast.network), person=cast.joost.person, agreement=one
        )
    return one


def look_at(cast: Cast, days: float) -> None:
    with clock.at(later(days)):
        look(networks=[cast.network])


def test_what_is_late_is_found_once_and_ends_when_it_is_done(cast: Cast) -> None:
    one = due(cast)
    look_at(cast, 0)
    assert "agreement_overdue" not in kinds(cast, cast.marijke)
    look_at(cast, 2)
    look_at(cast, 2.1)
    row = Bottleneck.objects.using("owner").get(network=cast.network, kind="agreement_overdue")
    assert (row.facts, row.owner_id, row.step) == ([one], cast.joost.member, 0)
    assert "agreement_overdue" in kinds(cast, cast.marijke)
    look_at(cast, 6)
    row.refresh_from_db(using="owner")
    assert (row.owner_id, row.step) == (cast.marijke.member, 1)
    with inside(cast.joost.person, [cast.network]) as viewer:
        agreeing.mark_done(seat=viewer.seat(cast.network), person=cast.joost.person, agreement=one)
    done = Event.objects.using("owner").filter(network_id=cast.network, verb="agreement_done")
    look_after(done.get().id)
    assert "agreement_overdue" not in kinds(cast, cast.marijke)


def test_an_event_leads_to_a_look_by_the_worker(cast: Cast, owner: Any) -> None:
    one = due(cast)
    cast.owner.execute(
        "UPDATE agreements_agreement SET due_on = due_on - 3 WHERE item_id = %s", [one]
    )
    event = Event.objects.using("owner").filter(network_id=cast.network).latest("id")
    app.tasks["notifications.deliver"].func(event=str(event.id))
    waiting = owner.execute(
        "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'bottlenecks.look'"
        " AND args ->> 'event' = %s",
        [str(event.id)],
    ).fetchone()
    assert waiting == (1,)
    assert "agreement_overdue" not in kinds(cast, cast.marijke)
    app.tasks["bottlenecks.look"].func(event=str(event.id))
    assert "agreement_overdue" in kinds(cast, cast.marijke)
    app.tasks["bottlenecks.look"].func(event=str(uuid4()))  # of what is gone: nothing


def test_the_social_side_meets_nothing_that_rests_on_what_is_medical(cast: Cast) -> None:
    due(cast, Subject.HEALTH, by=cast.fatima)
    look_at(cast, 9)
    assert "agreement_overdue" in kinds(cast, cast.fatima)
    assert kinds(cast, cast.linda) == set()
    assert "agreement_overdue" not in kinds(cast, cast.ria)
    row = Bottleneck.objects.using("owner").get(network=cast.network, kind="agreement_overdue")
    assert row.subject == Subject.HEALTH


def test_that_something_is_missing_never_tells_of_a_hidden_help(cast: Cast, owner: Any) -> None:
    """A goal everybody reads, with only a medical agreement for it: for the social side it is as
    if there were none; for the others it has help."""
    goal = added(cast, cast.marijke, "goal", "Weer zelf naar de winkel")
    owner.execute(
        "UPDATE networks_member SET coordinator = true WHERE id = %s", [cast.linda.member]
    )
    help_ = asked(cast, cast.fatima, cast.joost, Subject.HEALTH, terms=Terms(goal=goal))
    look_at(cast, 20)
    assert "goal_without_agreement" not in kinds(cast, cast.hanneke)
    assert "goal_without_agreement" in kinds(cast, cast.linda)
    owner.execute("UPDATE agreements_agreement SET state = 'declined' WHERE item_id = %s", [help_])
    look_at(cast, 20)
    assert "goal_without_agreement" in kinds(cast, cast.hanneke)
    assert "goal_without_agreement" not in kinds(cast, cast.peter)


@pytest.mark.slow
def test_put_aside_with_a_reason_until_the_facts_change(cast: Cast, client_of: Any) -> None:
    one = due(cast)
    look_at(cast, 2)
    row = Bottleneck.objects.using("owner").get(network=cast.network, kind="agreement_overdue")
    address = reverse("dismiss_bottleneck", args=[cast.network, row.id])
    coordinator = client_of(cast.hanneke)
    shown = coordinator.get(reverse("bottlenecks", args=[cast.network])).content.decode()
    assert "Afspraak te laat" in shown
    assert "Joost van Dam" in shown
    assert str(one) in shown
    assert client_of(cast.peter).get(address).status_code == 403
    assert client_of(cast.ria).get(address).status_code in (403, 404)
    refused = coordinator.post(address, {"key": uuid4().hex, "reason": " "})
    assert refused.status_code == 422
    done = coordinator.post(address, {"key": uuid4().hex, "reason": "De stoel is er al."})
    assert done.status_code == 302
    look_at(cast, 3)
    assert "agreement_overdue" not in kinds(cast, cast.hanneke)
    cast.owner.execute(
        "UPDATE agreements_agreement SET due_on = due_on - 1 WHERE item_id = %s", [one]
    )
    look_at(cast, 3)
    assert "agreement_overdue" in kinds(cast, cast.hanneke)


def test_nobody_puts_aside_in_the_name_of_another(cast: Cast) -> None:
    due(cast)
    look_at(cast, 2)
    row = Bottleneck.objects.using("owner").get(network=cast.network, kind="agreement_overdue")
    with inside(cast.peter.person, [cast.network]) as viewer, pytest.raises(NotYours):
        actions.dismiss(
            seat=viewer.seat(cast.network), person=cast.peter.person, bottleneck=row.id, reason="x"
        )


def test_what_comes_and_goes_is_damped(cast: Cast) -> None:
    one = due(cast)
    state = "UPDATE agreements_agreement SET state = %s WHERE item_id = %s"
    owner = cast.owner
    for hour in range(3):
        look_at(cast, 2 + hour / 10)
        owner.execute(state, ["on_hold", one])
        look_at(cast, 2 + hour / 10 + 0.05)
        owner.execute(state, ["running", one])
    row = Bottleneck.objects.using("owner").get(network=cast.network, kind="agreement_overdue")
    assert (row.times, row.resolved_at) == (3, None)
    owner.execute(state, ["on_hold", one])
    look_at(cast, 4)
    row.refresh_from_db(using="owner")
    assert row.resolved_at is not None


def test_what_nobody_may_meet_any_more_belongs_to_nobody_and_tells_nobody(cast: Cast) -> None:
    due(cast)
    look_at(cast, 2)
    rows = Bottleneck.objects.using("owner").filter(network=cast.network, kind="agreement_overdue")
    rows.update(facts=[uuid4()], step_at=None)
    with transaction.atomic():
        (one,) = [
            one for one in finding.climb(networks=[cast.network], now=later(2.1))
            if one.kind == "agreement_overdue"
        ]  # fmt: skip
    assert (one.owner, one.persons, rows.get().owner_id) == (None, [], None)


@pytest.mark.slow
def test_a_sweep_looks_once_at_every_network_and_goes_on_where_it_stopped(cast: Cast) -> None:
    cast.owner.execute("UPDATE networks_member SET first_contact = false WHERE id = %s",
                       [cast.marijke.member])  # fmt: skip
    with clock.at(later(1)):
        assert sweep().networks >= 2
        assert sweep().networks == 0
    assert "no_first_contact" in kinds(cast, cast.hanneke)
    assert "no_first_contact" not in kinds(cast, cast.peter)
