"""Saying yes to the plan: by who decides; how it was then and what changed since can be seen."""

from typing import Any
from uuid import UUID

import pytest

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.agreements.actions.ask_agreement import Terms
from zorgverband.agreements.tests.asking import asked
from zorgverband.agreements.tests.test_repeating_agreements import act as agree
from zorgverband.plan.actions.agree_plan import DoesNotDecide
from zorgverband.plan.models import PlanPart
from zorgverband.sharing.actions import edit_item
from zorgverband.sharing.subjects import Subject

from .planning import act, added, at, post, text


def test_only_who_decides_says_yes_and_everybody_who_reads_the_plan_sees_who_and_when(
    cast: Cast, client_of: Any
) -> None:
    added(cast, cast.marijke, "question", "Thuis blijven wonen")
    about = cast.jannie.member
    for who in (cast.marijke, cast.hanneke, cast.anouk, cast.linda):
        with pytest.raises(DoesNotDecide):
            act(cast, who, "agree_plan", about=about)
        assert "Ja, dit is het plan" not in text(client_of(who).get(at("plan", cast)))
    client = client_of(cast.jannie)
    assert "Ja, dit is het plan" in text(client.get(at("plan", cast)))
    assert post(client, at("agree_plan", cast), about=str(about)).status_code == 302
    assert "Jannie de Wit zei ja tegen dit plan op" in text(
        client_of(cast.linda).get(at("plan", cast))
    )


def test_what_came_changed_and_ended_since_is_shown_as_the_reader_may_see_it(
    cast: Cast, client_of: Any
) -> None:
    stays = added(cast, cast.marijke, "worry", "De post blijft liggen")
    goes = added(cast, cast.marijke, "worry", "De trap is glad")
    act(cast, cast.jannie, "agree_plan", about=cast.jannie.member)
    nothing = text(client_of(cast.linda).get(at("plan_changes", cast)))
    assert "Er is niets veranderd." in nothing
    added(cast, cast.marijke, "goal", "Elke week de post doen")
    added(cast, cast.anouk, "worry", "Vergeet de pillen", Subject.MEDICATION)
    act(cast, cast.marijke, "end_part", part=goes)
    social, family = (
        text(client_of(who).get(at("plan_changes", cast))) for who in (cast.linda, cast.marijke)
    )
    for shown in (social, family):
        assert "Elke week de post doen" in shown
        assert shown.index("Klaar of niet meer zo") < shown.index("De trap is glad")
        assert "De post blijft liggen" not in shown
    assert "Vergeet de pillen" in family
    assert "Vergeet de pillen" not in social
    yes = PlanPart.objects.using("owner").get(network=cast.network, kind="agreed")
    then = text(client_of(cast.linda).get(at("plan_then", cast, part_id=yes.item_id)))
    assert "De trap is glad" in then
    assert "Elke week de post doen" not in then
    assert client_of(cast.linda).get(at("plan_then", cast, part_id=stays)).status_code == 404


def test_the_plan_of_then_reads_as_it_did_then_for_who_may_read_it(
    cast: Cast, client_of: Any
) -> None:
    about = cast.jannie.member
    worry = added(cast, cast.marijke, "worry", "De post blijft liggen", more="Al een maand")
    pain = added(cast, cast.anouk, "worry", "Veel pijn", Subject.HEALTH, domain="body")
    goal = added(cast, cast.marijke, "goal", "Elke week de post doen")
    walk = asked(cast, cast.marijke, cast.peter, terms=Terms(goal=goal))
    agree(cast, cast.peter, "accept_agreement", walk)
    waits = asked(cast, cast.marijke, cast.linda)
    edit(cast, cast.marijke, waits, "Nog niet aangenomen")
    act(cast, cast.jannie, "agree_plan", about=about)
    for who, item, words in (
        (cast.marijke, worry, "De post is een berg"), (cast.anouk, pain, "Minder pijn"),
        (cast.marijke, walk, "Woensdag boodschappen doen"),
    ):  # fmt: skip
        edit(cast, who, item, words)
    act(cast, cast.marijke, "close_goal", goal=goal, attained=0)
    yes = PlanPart.objects.using("owner").get(network=cast.network, kind="agreed").item_id
    family, social = (client_of(who) for who in (cast.marijke, cast.linda))
    then = text(family.get(at("plan_then", cast, part_id=yes)))
    for words in ("De post blijft liggen", "Al een maand", "Veel pijn", "Elke week de post doen",
                  "Donderdag boodschappen doen"):  # fmt: skip
        assert words in then, words
    for words in ("berg", "Minder pijn", "Woensdag", "Nog niet aangenomen", "Wat was er anders"):
        assert words not in then, words
    # Today's page has today's words: the control. The social side sees neither pain.
    changed = text(family.get(at("plan_changes", cast)))
    for words in ("De post is een berg", "Eerst stond er:", "De post blijft liggen", "Veel pijn",
                  "Woensdag boodschappen doen"):  # fmt: skip
        assert words in changed, words
    assert changed.index("Klaar of niet meer zo") < changed.index("Elke week de post doen")
    assert "Nog niet aangenomen" not in changed
    for page in ("plan_changes", "plan_then"):
        parts = {"part_id": yes} if page == "plan_then" else {}
        assert "pijn" not in text(social.get(at(page, cast, **parts)))
    agree(cast, cast.linda, "accept_agreement", waits)
    act(cast, cast.jannie, "agree_plan", about=about)
    newest = PlanPart.objects.using("owner").get(network=cast.network, kind="agreed", ended_at=None)
    second = text(family.get(at("plan_then", cast, part_id=newest.item_id)))
    assert "De post is een berg" in second
    assert second.index("Wat was er anders") < second.index(
        "Nog niet aangenomen", second.index("Wat was er anders")
    )
    assert "Er is niets veranderd." in text(family.get(at("plan_changes", cast)))


def edit(cast: Cast, who: Somebody, item: UUID, words: str) -> None:
    """Their own words, otherwise."""
    with inside(who.person, (cast.network,)) as viewer:
        edit_item(seat=viewer.seat(cast.network), person=who.person, item=item, title=words,
                  body="", version=1)  # fmt: skip


def test_a_score_is_the_clients_own_or_anothers_and_the_last_one_counts(
    cast: Cast, client_of: Any
) -> None:
    about = str(cast.jannie.member)
    for who, value in ((cast.jannie, "2"), (cast.marijke, "4"), (cast.jannie, "3")):
        answer = post(
            client_of(who), at("score_domains", cast), about=about, **{"score-housing": value}
        )
        assert answer.status_code == 302
    shown = text(client_of(cast.linda).get(at("plan", cast)))
    assert "gaat wel" in shown
    assert "(iemand anders)" in shown
    assert "niet zo goed" not in shown
    rows = PlanPart.objects.using("owner").filter(network=cast.network, kind="score")
    assert rows.count() == 3
    empty = post(client_of(cast.jannie), at("score_domains", cast), about=about)
    assert empty.status_code == 422
