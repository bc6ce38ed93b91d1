"""Keeping the programmes of a neighbourhood: drafts, versions, history; and nobody else's business."""

from typing import Any

import pytest
from django.db import ProgrammingError

from tests.cast import Cast
from tests.visitor import text
from zorgverband.programmes.models import ProgrammeLine, ProgrammeStart, ProgrammeVersion
from zorgverband.programmes.queries import offers
from zorgverband.sharing.subjects import Subject

from .beginning import at, line_of, pick, standard
from .keeping import drafted, neighbourhood, own, send


def _of(entered: Any, who: Any) -> dict[str, tuple[int, str | None]]:
    with entered(who):
        return {one.code: (one.number, one.neighbourhood_name) for one in offers(who.person)}


@pytest.mark.slow
def test_a_published_copy_is_what_the_neighbourhood_begins_with_and_the_draft_is_nobodys_business(
    cast: Cast, client_of: Any, entered: Any
) -> None:
    place, client = neighbourhood(cast), client_of(cast.fatima)
    source = standard("dementia")
    assert "Leven met dementie" in text(client.get(own("kept_programmes")))
    draft = drafted(client, place, source)
    assert drafted(client, place, source) == draft
    for who in (cast.sanne, cast.jannie, cast.linda):
        other = client_of(who)
        for name in ("programme_version", "change_programme", "discard_draft"):
            assert other.get(own(name, draft)).status_code == 404
        assert other.get(own("kept_programmes")).status_code == 404
        assert send(other, own("publish_programme", draft), note="Ik").status_code == 404
        assert send(other, own("copy_programme", place.id, source)).status_code == 404
    # What one cannot publish: nothing written about it.
    refused = send(client, own("publish_programme", draft), note=" ")
    assert refused.status_code == 422
    assert "Schrijf kort op wat er nieuw of anders is." in text(refused)
    line = line_of(draft, "goal", "joy")
    changed = {"words": "Ik zing elke dag <b>mee</b>.", "domain": "time", "measure": "yes_no"}
    assert send(client, own("change_line", draft, line.id), **changed).status_code == 302
    gone = line_of(draft, "question", "sleep")
    assert send(client, own("remove_line", draft, gone.id)).status_code == 302
    new = {"words": "Samen zingen op dinsdag", "party": "volunteer", "subject": "8",
           "repeat": "weekly", "weeks": "8", "checked_by": "Vragen of het fijn was",
           "review_weeks": "4"}  # fmt: skip
    assert send(client, own("add_line", draft, "agreement"), **new).status_code == 302
    shown = text(client.get(own("programme_version", draft)))
    assert "Ik zing elke dag &lt;b&gt;mee&lt;/b&gt;." in shown
    for heading, words in (("Nieuw", "Samen zingen op dinsdag"), ("Weg", gone.words)):
        assert f"<h3>{heading}</h3>" in shown
        assert words in shown.split(f"<h3>{heading}</h3>")[1]
    assert _of(entered, cast.fatima)["dementia"] == (1, None)
    assert send(client, own("publish_programme", draft), note="Met zingen").status_code == 302
    programme = ProgrammeVersion.objects.using("owner").get(id=draft).programme_id
    past = text(client.get(own("kept_programme", programme)))
    assert "Met zingen" in past
    assert f"Gepubliceerd door {cast.fatima.name}" in past
    name = f"Buurt {place.id.hex[-6:]}"
    assert _of(entered, cast.fatima)["dementia"] == (1, name)
    assert _of(entered, cast.fatima)["chronic_pain"] == (1, None)
    # The control: who does not work there begins with the standard one.
    assert _of(entered, cast.anouk)["dementia"] == (1, None)
    assert send(client, own("change_line", draft, line.id), **changed).status_code == 404
    assert client.get(own("change_programme", draft)).status_code == 404


def test_a_plan_keeps_the_version_it_began_with_and_the_next_version_repeats_nothing(
    cast: Cast, client_of: Any
) -> None:
    place, keeper, jannie = neighbourhood(cast), client_of(cast.fatima), client_of(cast.jannie)
    first = standard("chronic_pain")
    goal = line_of(first, "goal", "walk")
    assert pick(jannie, cast, first, goal).status_code == 302
    draft = drafted(keeper, place, first)
    assert send(keeper, own("publish_programme", draft), note="Zelfde").status_code == 302
    shown = text(jannie.get(at("proposal_lines", cast, version_id=draft)))
    assert shown.count("Staat in het plan") == 1
    other = line_of(draft, "goal", "sleep")
    pick(jannie, cast, draft, line_of(draft, "goal", "walk"), other)
    starts = ProgrammeStart.objects.using("owner").filter(network=cast.network)
    assert {one.version_id for one in starts} == {first, draft}
    assert text(jannie.get(at("plan", cast))).count(goal.words) == 1


def test_a_line_that_cannot_be_is_refused_and_what_was_typed_stays(
    cast: Cast, client_of: Any
) -> None:
    place, client = neighbourhood(cast), client_of(cast.fatima)
    draft = drafted(client, place, standard("frail_elder"))
    right = {"words": "Iets doen", "party": "gp", "subject": "1", "repeat": "once", "due_days": "9"}
    for fault in ({"words": " "}, {"party": "wizard"}, {"due_days": ""}, {"due_days": "9999"},
                  {"subject": "12"}, {"repeat": "yearly"}):  # fmt: skip
        refused = send(client, own("add_line", draft, "agreement"), **right | fault)
        assert refused.status_code == 422, fault
        assert "due_days" in fault or 'value="9"' in text(refused)
    assert client.get(own("add_line", draft, "wish")).status_code == 404
    for words in ({"title": ""}, {"review_weeks": "0"}, {"subject": "99"}):
        head = {"title": "Ouder", "subject": "14", "review_weeks": "4"} | words
        assert send(client, own("change_programme", draft), **head).status_code == 422
    assert send(client, own("change_programme", draft), title="Ouder en wijzer", subject="14",
                review_weeks="4").status_code == 302  # fmt: skip
    # A medical part of life stays medical, whatever subject is sent along.
    send(client, own("add_line", draft, "goal"), words="Rustiger", domain="mind", subject="7")
    row = ProgrammeLine.objects.using("owner").get(version_id=draft, words="Rustiger")
    assert row.subject == Subject.MIND
    assert send(client, own("discard_draft", draft)).status_code == 302
    assert not ProgrammeVersion.objects.using("owner").filter(id=draft).exists()


def test_an_own_programme_is_made_from_nothing(cast: Cast, client_of: Any, entered: Any) -> None:
    place, client = neighbourhood(cast), client_of(cast.fatima)
    head = {"title": "Samen eten", "summary": "Voor wie alleen eet", "subject": "8",
            "review_weeks": "6"}  # fmt: skip
    assert send(client, own("new_programme", place.id), **head | {"title": ""}).status_code == 422
    made = send(client, own("new_programme", place.id), **head)
    draft = made["Location"].rstrip("/").rsplit("/", 1)[-1]
    empty = send(client, own("publish_programme", draft), note="Nieuw")
    assert empty.status_code == 422
    assert "Er staat nog niets in dit programma." in text(empty)
    assert (
        send(client, own("add_line", draft, "question"), words="Met wie eet u?").status_code == 302
    )
    assert send(client, own("publish_programme", draft), note="Nieuw").status_code == 302
    assert "Samen eten" in text(client.get(own("kept_programmes")))
    assert len(_of(entered, cast.fatima)) == 7
    assert len(_of(entered, cast.anouk)) == 6


def test_past_the_pages_nobody_changes_what_was_published_or_is_not_theirs(
    cast: Cast, client_of: Any, entered: Any
) -> None:
    place, source = neighbourhood(cast), standard("frail_elder")
    draft = drafted(client_of(cast.fatima), place, source)
    line = line_of(source, "goal", "walk")
    with entered(cast.fatima):
        assert not ProgrammeVersion.objects.filter(id=source).update(title="Anders")
        assert not ProgrammeLine.objects.filter(id=line.id).update(words="Anders")
        assert ProgrammeVersion.objects.filter(id=draft).update(title="Anders") == 1
    with entered(cast.sanne):
        assert not ProgrammeVersion.objects.filter(id=draft).exists()
        assert not ProgrammeLine.objects.filter(version_id=draft).exists()
    fields = {"kind": "goal", "code": "x", "words": "x", "subject": 14, "place": 99}
    for version in (source, draft):
        with pytest.raises(ProgrammingError, match="row-level security"), entered(cast.sanne):
            ProgrammeLine.objects.bulk_create([ProgrammeLine(version_id=version, **fields)])
