"""Saying yes to the plan: by who decides; how it was then and what changed since can be seen."""

from typing import Any

import pytest

from tests.cast import Cast
from zorgverband.plan.actions.agree_plan import DoesNotDecide
from zorgverband.plan.models import PlanPart
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
