"""What a full plan adds: safety with a number per person, who must be there, help that is given."""

from typing import Any

import pytest
from django.db import IntegrityError

from tests.cast import Cast
from tests.visitor import text
from zorgverband.journal.models import Event
from zorgverband.plan.actions.add_part import CannotSign, Own
from zorgverband.plan.models import PlanPart
from zorgverband.sharing.subjects import Subject

from .planning import added, at, post


def part(cast: Cast, client: Any, kind: str, **typed: str) -> Any:
    fields = {"about": str(cast.jannie.member), "circle": "everyone", "domain": ""} | typed
    return post(client, at("add_part", cast, kind=kind), **fields)


def test_how_safe_it_is_stands_with_who_says_so_and_when_and_the_last_word_counts(
    cast: Cast, client_of: Any
) -> None:
    family, care = client_of(cast.marijke), client_of(cast.fatima)
    for value in ("", "11", "veel"):
        refused = part(cast, family, "safe", value=value, words="De trap")
        assert refused.status_code == 422
        assert "De trap" in text(refused)
    assert part(cast, family, "safe", value="3").status_code == 302
    said = {"said_by": str(cast.jannie.member), "since": "2026-05-03", "quote": "1"}
    assert part(cast, family, "safe", value="0", words="Ik ben bang", **said).status_code == 302
    assert part(cast, care, "safe", value="10", words="Er is een leuning").status_code == 302
    assert part(cast, family, "safe", value="5", words="Er is een lamp").status_code == 302
    shown = text(client_of(cast.linda).get(at("plan", cast)))
    for words in ("0 van de 10", "<q>Ik ben bang</q>", "op 3 mei 2026", "10 van de 10", "5 van de 10",
                  "Marijke"):  # fmt: skip
        assert words in shown, words
    assert "3 van de 10" not in shown
    rows = PlanPart.objects.using("owner").filter(network=cast.network, kind="safe")
    now = rows.filter(ended_at=None).order_by("value").values_list("value", flat=True)
    assert (rows.count(), list(now)) == (4, [0, 5, 10])
    with pytest.raises(IntegrityError, match="plan_safe_0_to_10"):
        rows.filter(value=10).update(value=11)


def test_worries_and_agreements_about_safety_stay_with_who_may_read_them(
    cast: Cast, client_of: Any
) -> None:
    added(cast, cast.marijke, "unsafe", "Het gas blijft aan", more="Sinds de winter")
    added(cast, cast.marijke, "safety", "Peter kijkt elke avond")
    added(cast, cast.anouk, "unsafe", "Neemt te veel pillen", Subject.MEDICATION)
    for who, reads in ((cast.linda, False), (cast.anouk, True)):
        shown = text(client_of(who).get(at("plan", cast)))
        assert "Zorgen over veiligheid" in shown
        assert "Het gas blijft aan" in shown
        assert "Sinds de winter" in shown
        assert "Peter kijkt elke avond" in shown
        assert ("Neemt te veel pillen" in shown) == reads


def test_who_must_be_there_is_named_and_asked_to_sign_when_they_can_read_it(
    cast: Cast, client_of: Any
) -> None:
    client = client_of(cast.marijke)
    assert part(cast, client, "present").status_code == 422
    assert part(cast, client, "present", words="Mijn zus Truus").status_code == 302
    asked = part(cast, client, "present", who=str(cast.linda.member), signs="1")
    assert asked.status_code == 302
    shown = text(client_of(cast.linda).get(at("plan", cast)))
    assert "Mijn zus Truus" in shown
    assert cast.linda.name in shown
    told = Event.objects.using("owner").filter(network_id=cast.network, verb="plan_sign_asked")
    assert [one.to_person_id for one in told] == [cast.linda.person]
    refused = part(cast, client, "present", words="Iemand", signs="1")
    assert refused.status_code == 422
    with pytest.raises(CannotSign):
        added(cast, cast.marijke, "present", "", own=Own(who=cast.ria.member, signs=True))


def test_help_that_is_given_stands_under_its_goal_for_who_reads_that(
    cast: Cast, client_of: Any
) -> None:
    goal = added(cast, cast.marijke, "goal", "Weer fris de dag in")
    hidden = added(cast, cast.anouk, "goal", "Minder pijn", Subject.HEALTH, domain="body")
    client = client_of(cast.anouk)
    form = text(client.get(at("add_part", cast, kind="intervention")))
    assert str(goal) in form
    for aim, words in ((goal, "Helpt met wassen"), (hidden, "Komt elke ochtend")):
        made = part(cast, client, "intervention", words=words, goal=str(aim))
        assert made.status_code == 302
    shown = text(client_of(cast.linda).get(at("plan", cast)))
    assert shown.index("Weer fris de dag in") < shown.index("Helpt met wassen")
    assert shown.index("Hulp die er nu is") < shown.index("Komt elke ochtend")
    assert "Minder pijn" not in shown
    assert part(cast, client_of(cast.linda), "intervention", words="Ook iets",
                goal=str(hidden)).status_code == 404  # fmt: skip
    assert "Hulp die er nu is" not in text(client.get(at("plan", cast)))


def test_literal_words_are_quoted_with_who_said_them_since_when_and_with_what_effect(
    cast: Cast, client_of: Any
) -> None:
    client = client_of(cast.fatima)
    for kind in ("strength", "worry"):
        said = part(cast, client, kind, words=f"Ik wil {kind}", more="Slaapt slecht", quote="1",
                    said_by=str(cast.jannie.member), since="2026-01-31")  # fmt: skip
        assert said.status_code == 302
    shown = text(client_of(cast.linda).get(at("plan", cast)))
    for words in ("<q>Ik wil strength</q>", "<q>Ik wil worry</q>", "Slaapt slecht",
                  "sinds 31 januari 2026"):  # fmt: skip
        assert words in shown, words
    assert "Jannie de Wit, sinds" in shown
