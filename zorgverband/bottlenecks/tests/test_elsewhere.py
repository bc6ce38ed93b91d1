"""Everybody meets a bottleneck where it belongs: in what is theirs, at the agreement, in the plan."""

from typing import Any

import pytest
from django.urls import reverse

from tests.cast import Cast
from zorgverband.agreements.actions.ask_agreement import Terms
from zorgverband.agreements.tests.asking import asked
from zorgverband.bottlenecks.models import Bottleneck
from zorgverband.plan.tests.planning import added
from zorgverband.sharing.subjects import Subject

from .test_desk import here, late
from .test_found import look_at

LATE = "Afspraak te laat"
WITHOUT = "Doel zonder afspraak"


def page(client: Any, cast: Cast, name: str, **parts: Any) -> str:
    kwargs = {"network_id": cast.network, **parts}
    return str(client.get(reverse(name, kwargs=kwargs)).content.decode())


def test_at_the_agreement_each_reads_it_in_their_own_words(cast: Cast, client_of: Any) -> None:
    one = late(cast)
    fact = one.facts[0]
    hers, his, clients = (
        page(client_of(who), cast, "agreement", agreement_id=fact)
        for who in (cast.marijke, cast.joost, cast.jannie)
    )
    assert all(here(cast, "bottleneck", one) in shown for shown in (hers, his, clients))
    assert "Joost van Dam heeft nog niet gezegd dat het klaar is." in hers
    assert "Is het klaar? Of lukt het niet?" in his
    assert "Hier wordt naar gekeken" in clients
    assert LATE not in clients
    plan = page(client_of(cast.marijke), cast, "plan")
    assert plan.count(here(cast, "bottleneck", one)) == 1
    calm = page(client_of(cast.jannie), cast, "plan")
    assert "Hier wordt naar gekeken" in calm
    assert LATE not in calm


def test_a_goal_says_that_nothing_was_agreed_for_it(cast: Cast, client_of: Any) -> None:
    goal = added(cast, cast.marijke, "goal", "Weer zelf naar de winkel")
    assert WITHOUT not in page(client_of(cast.hanneke), cast, "goal", goal_id=goal)
    look_at(cast, 20)
    one = Bottleneck.objects.using("owner").get(
        network=cast.network, kind="goal_without_agreement", lens="whole"
    )
    for name, parts in (("goal", {"goal_id": goal}), ("plan", {})):
        assert here(cast, "bottleneck", one) in page(client_of(cast.hanneke), cast, name, **parts)


@pytest.mark.slow
def test_who_looks_at_it_meets_it_in_what_is_theirs_and_nobody_else_does(
    cast: Cast, client_of: Any
) -> None:
    one = late(cast)
    look_at(cast, 6)
    marijke, peter, joost = (client_of(who) for who in (cast.marijke, cast.peter, cast.joost))
    for address in (reverse("for_me"), reverse("today", args=[cast.network])):
        shown = marijke.get(address).content.decode()
        assert here(cast, "bottleneck", one) in shown
        assert "Joost van Dam heeft nog niet gezegd dat het klaar is." in shown
        assert here(cast, "bottleneck", one) not in peter.get(address).content.decode()
        # Whose agreement it is sees that already, and answers it there.
        assert here(cast, "bottleneck", one) not in joost.get(address).content.decode()


@pytest.mark.slow
def test_nothing_of_it_where_a_fact_is_not_for_the_reader(cast: Cast, client_of: Any) -> None:
    """Twin of the first: the same, but medical. The control: who reads it does meet it."""
    one = late(cast, Subject.HEALTH)
    cast.owner.execute(
        "UPDATE bottlenecks_bottleneck SET owner_id = %s WHERE id = %s",
        [cast.linda.member, one.id],
    )
    visible = asked(cast, cast.marijke, cast.joost, Subject.HOME, terms=Terms())
    cast.owner.execute(
        "UPDATE bottlenecks_bottleneck SET facts = facts || %s::uuid WHERE id = %s",
        [visible, one.id],
    )
    linda, hanneke = client_of(cast.linda), client_of(cast.hanneke)
    for address in (
        reverse("for_me"), reverse("today", args=[cast.network]),
        reverse("plan", args=[cast.network]), reverse("agreement", args=[cast.network, visible]),
    ):  # fmt: skip
        assert here(cast, "bottleneck", one) not in linda.get(address).content.decode()
    shown = page(hanneke, cast, "agreement", agreement_id=visible)
    assert here(cast, "bottleneck", one) in shown
