"""The plan page: light to begin with, whole for each reader, and nothing that is not theirs."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import ProgrammingError, connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from tests.visitor import text
from zorgverband.agreements.actions.ask_agreement import Terms
from zorgverband.agreements.tests.asking import asked
from zorgverband.base import clock
from zorgverband.plan.domains import ADULT, DOMAINS, YOUTH
from zorgverband.plan.models import PlanPart
from zorgverband.plan.queries import parts
from zorgverband.sharing.subjects import Subject

from .planning import act, added, at, post


def test_a_light_plan_is_begun_on_one_page(cast: Cast, client_of: Any) -> None:
    client = client_of(cast.hanneke)
    assert "Er is nog geen plan. Begin met: wat wilt u graag?" in text(client.get(at("plan", cast)))
    review = clock.today() + timedelta(days=90)
    answer = post(
        client, at("start_plan", cast), about=str(cast.jannie.member),
        question="Thuis blijven wonen", goal="Weer zelf naar de winkel\nElke dag een praatje",
        strength="De buren helpen graag", worry="", help="", review_on=review.isoformat(),
    )  # fmt: skip
    assert answer.status_code == 302
    for who in (cast.jannie, cast.marijke, cast.linda):
        shown = text(client_of(who).get(at("plan", cast)))
        for words in ("Thuis blijven wonen", "Weer zelf naar de winkel", "Elke dag een praatje",
                      "De buren helpen graag", "Terugkijken op"):  # fmt: skip
            assert words in shown, (who.name, words)
        assert "Zorgen" not in shown


def test_an_empty_form_begins_nothing_and_keeps_what_was_typed(cast: Cast, client_of: Any) -> None:
    client, about = client_of(cast.hanneke), str(cast.jannie.member)
    refused = post(client, at("start_plan", cast), about=about, question=" ")
    assert refused.status_code == 422
    assert "Vul ten minste één vak in." in text(refused)
    refused = post(
        client, at("start_plan", cast), about=about, worry="De post", review_on="2020-01-01"
    )
    assert refused.status_code == 422
    assert "De post" in text(refused)
    assert not PlanPart.objects.using("owner").filter(network=cast.network).exists()


def test_who_may_not_write_in_it_is_not_sent_there(cast: Cast, client_of: Any) -> None:
    client = client_of(cast.ria)
    assert "Een plan beginnen" not in text(client.get(at("plan", cast)))
    assert client.get(at("start_plan", cast)).status_code == 403


def test_what_is_medical_leaves_no_trace_on_the_social_side(cast: Cast, client_of: Any) -> None:
    added(cast, cast.marijke, "goal", "Weer zelf naar de winkel")
    client = client_of(cast.linda)
    pages = ("plan", "plan_week", "plan_changes", "choose_part")
    client.get(at("plan", cast))
    before = [_body(client.get(at(page, cast))) for page in pages]
    goal = added(cast, cast.anouk, "goal", "Minder pijn", Subject.HEALTH, domain="body")
    added(cast, cast.anouk, "worry", "Somber", Subject.MIND, domain="mind")
    act(cast, cast.anouk, "note_step", goal=goal, value=None, words="Pijn is minder")
    act(cast, cast.jannie, "score_domains", about=cast.jannie.member, values={"mind": 2, "body": 3})
    asked(cast, cast.anouk, cast.fatima, Subject.HEALTH, terms=Terms(goal=goal))
    assert [_body(client.get(at(page, cast))) for page in pages] == before
    for name, part in (("goal", {"goal_id": goal}), ("end_part", {"part_id": goal})):
        where = at(name, cast, **part)
        answer = client.get(where) if name == "goal" else post(client, where)
        assert answer.status_code == 404
    # The control: others see it.
    shown = text(client_of(cast.jannie).get(at("plan", cast)))
    assert "Minder pijn" in shown
    assert "Somber" in shown


def _body(response: Any) -> str:
    return re.sub(r'name="key" value="[^"]*"', "", text(response))


def test_an_agreement_for_a_goal_one_may_not_read_stands_among_the_others(
    cast: Cast, client_of: Any
) -> None:
    goal = added(cast, cast.anouk, "goal", "Minder pijn", Subject.HEALTH, domain="body")
    asked(cast, cast.marijke, cast.linda, terms=Terms(goal=goal))
    shown = text(client_of(cast.linda).get(at("plan", cast)))
    assert "Donderdag boodschappen doen" in shown
    assert "Minder pijn" not in shown
    both = text(client_of(cast.marijke).get(at("plan", cast)))
    assert both.index("Minder pijn") < both.index("Donderdag boodschappen doen")


def test_each_reads_what_is_theirs(cast: Cast, entered: Any) -> None:
    goal = added(cast, cast.jannie, "goal", "Rust in de post")
    with entered(cast.marijke):
        assert [one.id for one in parts(cast.network)] == [goal]
    with entered(cast.ria):
        assert parts(cast.network) == []


@pytest.mark.slow
def test_the_page_takes_the_same_statements_with_forty_goals_and_three_hundred_agreements(
    cast: Cast, client_of: Any
) -> None:
    client = client_of(cast.marijke)
    goals = [added(cast, cast.marijke, "goal", f"Doel {n}") for n in range(2)]
    client.get(at("plan", cast))
    with CaptureQueriesContext(connection) as few:
        client.get(at("plan", cast))
    goals += [added(cast, cast.marijke, "goal", f"Meer {n}") for n in range(20)]
    for number in range(40):
        asked(cast, cast.marijke, cast.peter, terms=Terms(goal=goals[number % len(goals)]))
    with CaptureQueriesContext(connection) as many:
        client.get(at("plan", cast))
    assert len(many) == len(few)
    around = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
    assert sum(not one["sql"].startswith(around) for one in many) <= 12


def test_every_domain_has_a_subject_and_what_is_medical_stays_medical() -> None:
    assert len(DOMAINS) == len(ADULT) + len(YOUTH)
    medical = {code for code, one in DOMAINS.items() if one.subject.medical}
    assert medical == {"mind", "body", "substances", "y_mind", "y_body", "y_substances"}


def test_past_the_actions_nobody_writes_on_the_item_of_another_or_agrees_for_another(
    cast: Cast, entered: Any
) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.ARRANGEMENTS, author=cast.marijke)
    row = {"item_id": item, "network_id": cast.network}
    for who, kind in ((cast.fatima, "worry"), (cast.marijke, "agreed")):
        with pytest.raises(ProgrammingError, match="row-level security"), entered(who):
            PlanPart.objects.bulk_create([PlanPart(**row, kind=kind)])
    with entered(cast.marijke):
        PlanPart.objects.bulk_create([PlanPart(**row, kind="worry")])


def test_who_does_what_is_called_with_one_tap_and_nobody_calls_themselves(
    cast: Cast, client_of: Any
) -> None:
    asked(cast, cast.hanneke, cast.marijke)
    call = f'aria-label="Bel {cast.marijke.name}, '
    for page in ("plan", "agreements"):
        for who, calls in ((cast.jannie, 1), (cast.peter, 1), (cast.marijke, 0)):
            assert text(client_of(who).get(at(page, cast))).count(call) == calls, (page, who.name)
