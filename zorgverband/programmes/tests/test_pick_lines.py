"""Beginning a plan with a programme: it proposes line by line, and imposes nothing."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import ProgrammingError, connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from tests.visitor import text
from zorgverband.agreements.models import Agreement
from zorgverband.base import clock
from zorgverband.plan.models import Goal, PlanPart
from zorgverband.programmes.models import ProgrammeLine, ProgrammePick, ProgrammeStart
from zorgverband.sharing.subjects import Subject

from .beginning import at, let_write, line_of, pick, standard


def test_the_proposal_ticks_nothing_and_looking_at_it_changes_nothing(
    cast: Cast, client_of: Any
) -> None:
    version, client = standard("frail_elder"), client_of(cast.hanneke)
    assert "Ouder worden en thuis wonen" in text(client.get(at("programmes", cast)))
    shown = text(client.get(at("proposal_lines", cast, version_id=version)))
    assert "Alle medicijnen nalopen" in shown
    assert "checked" not in re.sub(r"\.checked|:checked", "", shown)
    # Fitting members are proposed; who is not there yet can be invited, with the function filled in.
    line = line_of(version, "agreement", "exercise")
    assert f'id="f-who-{line.id}"' in shown
    assert re.search(rf'value="{cast.joost.member}" selected', shown)
    invite = re.search(r'href="([^"]*uitnodigen/\?function=dietitian|[^"]*function=occupational[^"]*)"',
                       shown)  # fmt: skip
    assert invite
    assert 'value="occupational_therapist" selected' in text(client.get(invite[1]))
    assert not PlanPart.objects.using("owner").filter(network=cast.network).exists()
    for who in (cast.ria, cast.linda, cast.fatima):
        assert client_of(who).get(at("programmes", cast)).status_code == 403
        assert client_of(who).get(at("proposal_lines", cast, version_id=version)).status_code == 403


def test_what_is_picked_becomes_part_of_the_plan_and_nothing_else(
    cast: Cast, client_of: Any
) -> None:
    version, client = standard("frail_elder"), client_of(cast.hanneke)
    let_write(cast, Subject.HOME, Subject.MONEY)
    question, goal = line_of(version, "question", "house"), line_of(version, "goal", "walk")
    asked, plain = line_of(version, "agreement", "exercise"), line_of(version, "agreement", "mail")
    typed = {f"who-{asked.id}": str(cast.joost.member), f"who-{plain.id}": str(cast.marijke.member)}
    answer = pick(client, cast, version, question, goal, asked, plain, **typed)
    assert answer.status_code == 302, text(answer)
    shown = text(client.get(answer["Location"]))
    assert "Nieuw in het plan: 1 vraag, 1 doel en 2 afspraken." in shown
    assert shown.count("Staat in het plan") == 4
    plan = text(client.get(at("plan", cast)))
    for words in ("Nog te bespreken", question.words, goal.words, asked.words, plain.words):
        assert words in plan, words
    exercise = Agreement.objects.using("owner").get(network=cast.network, item__title=asked.words)
    kept = Goal.objects.using("owner").get(network=cast.network)
    assert (exercise.state, exercise.repeat, exercise.goal_id) == ("asked", "weekly", kept.item_id)
    assert exercise.last_on == clock.today() + timedelta(weeks=12)
    assert exercise.checked_by == asked.checked_by
    assert kept.due_on == clock.today() + timedelta(weeks=12)
    start = ProgrammeStart.objects.using("owner").get(network=cast.network)
    assert start.version_id == version
    assert "Hiermee is een plan begonnen" in text(client.get(at("programmes", cast)))
    # Once more, with one more line: only that line is new, and the plan remembers one beginning.
    more = line_of(version, "goal", "post")
    again = pick(client, cast, version, question, goal, asked, plain, more, **typed)
    assert "Nieuw in het plan: 1 doel." in text(client.get(again["Location"]))
    assert Agreement.objects.using("owner").filter(network=cast.network).count() == 2
    assert ProgrammeStart.objects.using("owner").filter(network=cast.network).count() == 1
    nothing = pick(client, cast, version, question, goal)
    assert "Dit stond er al." in text(client.get(nothing["Location"]))


def test_who_was_not_chosen_or_cannot_read_it_is_told_at_that_line_and_nothing_stays(
    cast: Cast, client_of: Any
) -> None:
    version, client = standard("frail_elder"), client_of(cast.hanneke)
    let_write(cast, Subject.MEDICATION)
    goal, asked = line_of(version, "goal", "walk"), line_of(version, "agreement", "medicine_review")
    refused = pick(client, cast, version, goal, asked)
    assert refused.status_code == 422
    assert "Kies wie dit doet." in text(refused)
    assert refused.content.decode().count(" checked") == 2
    refused = pick(client, cast, version, asked, **{f"who-{asked.id}": str(cast.linda.member)})
    assert refused.status_code == 422
    assert "kan deze afspraak niet lezen" in text(refused)
    assert "Bekijk wat er verandert" not in text(refused)
    # Who decides is shown the way to let them read it.
    mail = line_of(version, "agreement", "mail")
    decides = pick(client_of(cast.jannie), cast, version, mail,
                   **{f"who-{mail.id}": str(cast.ria.member)})  # fmt: skip
    assert decides.status_code == 422
    assert "Bekijk wat er verandert als deze persoon het mag lezen" in text(decides)
    assert pick(client, cast, version).status_code == 422
    assert pick(client, cast, version, review="1", review_on="2020-01-01").status_code == 422
    assert not PlanPart.objects.using("owner").filter(network=cast.network).exists()
    answer = pick(client, cast, version, review="1", review_on="2199-01-01")
    assert answer.status_code == 302
    assert "Terugkijken op" in text(client.get(at("plan", cast)))


def test_each_line_is_read_by_who_reads_its_subject_and_the_wall_holds(
    cast: Cast, client_of: Any, entered: Any
) -> None:
    linda = client_of(cast.linda)
    version, client = standard("dementia"), client_of(cast.jannie)
    medical = line_of(version, "goal", "calm")
    plain = line_of(version, "agreement", "money_help")
    before = [_body(linda.get(at(name, cast))) for name in ("plan", "agreements", "people")]
    assert pick(client, cast, version, medical).status_code == 302
    assert [_body(linda.get(at(name, cast))) for name in ("plan", "agreements", "people")] == before
    let_write(cast, Subject.MONEY)
    cast.permit(cast.linda, Subject.MONEY, about=cast.jannie, read=True, past=True)
    done = pick(client, cast, version, plain, **{f"who-{plain.id}": str(cast.marijke.member)})
    assert done.status_code == 302, text(done)
    seen = text(linda.get(at("plan", cast)))
    assert plain.words in seen
    assert "dementie" not in seen.lower()
    # That it came from there is as hidden as the programme: the control is who may read both.
    with entered(cast.linda):
        assert not ProgrammePick.objects.filter(network_id=cast.network).exists()
        assert not ProgrammeStart.objects.filter(network_id=cast.network).exists()
    with entered(cast.jannie):
        assert ProgrammePick.objects.filter(network_id=cast.network).count() == 2
    # The lock: nobody says that what another wrote came from a programme.
    pick_row = ProgrammePick.objects.using("owner").filter(network_id=cast.network)[0]
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke)
    with pytest.raises(ProgrammingError, match="row-level security"), entered(cast.ria):
        ProgrammePick.objects.bulk_create([ProgrammePick(
            item_id=item, network_id=cast.network, start_id=pick_row.start_id,
            line_id=pick_row.line_id,
        )])  # fmt: skip


def _body(response: Any) -> str:
    return re.sub(r'name="key" value="[^"]*"', "", text(response))


def test_a_line_under_a_subject_one_may_not_write_about_is_not_proposed(
    cast: Cast, client_of: Any
) -> None:
    cast.owner.execute(
        "UPDATE networks_member SET left_at = NULL WHERE id = %s", [cast.linda.member]
    )
    version = standard("frail_elder")
    cast.permit(cast.hanneke, Subject.MONEY, about=cast.jannie, read=True, write=False)
    client = client_of(cast.hanneke)
    line = line_of(version, "goal", "post")
    assert line.words not in text(client.get(at("proposal_lines", cast, version_id=version)))
    assert pick(client, cast, version, line).status_code == 422
    other = line_of(version, "goal", "walk")
    assert other.words in text(client.get(at("proposal_lines", cast, version_id=version)))


def test_the_proposal_costs_the_same_statements_however_much_is_in_the_plan(
    cast: Cast, client_of: Any
) -> None:
    version, client = standard("frail_elder"), client_of(cast.jannie)
    page = at("proposal_lines", cast, version_id=version)
    client.get(page)
    with CaptureQueriesContext(connection) as few:
        client.get(page)
    wanted = ProgrammeLine.objects.using("owner").filter(version_id=version, kind="question")
    assert pick(client, cast, version, *wanted).status_code == 302
    client.get(page)
    with CaptureQueriesContext(connection) as many:
        client.get(page)
    assert len(many) == len(few)
    around = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
    asked = [one["sql"] for one in many if not one["sql"].startswith(around)]
    assert len(asked) <= 12, "\n".join(asked)
