"""Sections: each stated, prefilled with what may stand there, and compared with the previous time."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.cast import Cast
from tests.paper import words_on
from tests.visitor import text
from zorgverband.agreements.tests.asking import asked
from zorgverband.handovers.actions import (
    announce_handover,
    answer_back,
    ask_back,
    send_handover,
    state_sections,
    withdraw_handover,
)
from zorgverband.handovers.actions.announce_handover import (
    CannotReadHandover,
    HandedOverAlready,
    NobodyToTakeOver,
    NothingToHandOver,
    Wish,
)
from zorgverband.handovers.actions.ask_back import AnsweredAlready, NotAskedHere
from zorgverband.handovers.actions.finish_handover import SectionsOpen
from zorgverband.handovers.actions.state_section import FilledWithNothing, NotStated, Said
from zorgverband.handovers.comparing import change_of, pieces
from zorgverband.handovers.handed import questions_of
from zorgverband.handovers.models import HandoverKind, HandoverSection
from zorgverband.handovers.sections import SECTIONS
from zorgverband.record.models import Problem
from zorgverband.sharing.subjects import Subject

from .handing import address, announced, doing, post, stated

ZIBS = Path("/work/shared/data/fhir/nictiz-zib2020/examples-json")


def test_every_section_of_the_nursing_handover_is_there_once_in_its_order() -> None:
    care = SECTIONS[HandoverKind.CARE]
    codes = [one.code for one in care]
    assert len(codes) == len(set(codes)) == 28
    assert list(dict.fromkeys(one.part for one in care)) == [
        "administrative", "social", "medical", "plan", "report"
    ]  # fmt: skip
    assert all(one.subjects and one.zib for one in care)
    light = [one for kind in SECTIONS if kind != HandoverKind.CARE for one in SECTIONS[kind]]
    assert not [one.code for one in light if any(subject.medical for subject in one.subjects)]


@pytest.mark.skipif(not ZIBS.exists(), reason="the public examples are not on this machine")
def test_the_zibs_the_list_names_are_those_of_the_public_examples() -> None:
    there = " ".join(path.name for path in ZIBS.iterdir())
    named = {word.strip() for one in SECTIONS[HandoverKind.CARE] for word in one.zib.split(",")}
    known = {name for name in named if name in there}
    assert {"Patient", "Problem", "AllergyIntolerance", "Alert", "LivingSituation"} <= known, named


def test_nothing_is_left_just_empty(cast: Cast, client_of: Any) -> None:
    handover = announced(cast, cast.fatima, cast.anouk)
    for said, refused in (
        (Said("skin", ""), NotStated),
        (Said("skin", "filled", "  "), FilledWithNothing),
    ):
        with pytest.raises(refused):
            doing(cast, cast.fatima, state_sections, handover=handover, said=[said])
    with pytest.raises(SectionsOpen) as open_ones:
        doing(cast, cast.fatima, send_handover, handover=handover)
    # The first few by name: all of them would fill a telephone.
    assert "Gegevens, Gezin" in open_ones.value.sentence
    assert "Wonen en nog " in open_ones.value.sentence
    assert "Medicijnen" not in open_ones.value.sentence
    assert not HandoverSection.objects.using("owner").filter(handover_id=handover).exists()
    browser = client_of(cast.fatima)
    at = address(cast, handover, "onderdelen/report/")
    answer = post(browser, at, **{"words-skin": "Rode hiel", "state-skin": "filled"})
    assert answer.status_code == 422
    assert "Rode hiel" in text(answer)
    assert "Kies bij" in text(answer)
    later = {"words-skin": "Rode hiel", "state-skin": "filled", "later": "1"}
    assert post(browser, at, **later).status_code == 302
    assert "Rode hiel" in text(client_of(cast.anouk).get(address(cast, handover)))
    stated(cast, cast.fatima, handover, skin="Hiel is dicht")
    doing(cast, cast.fatima, send_handover, handover=handover)


def test_what_the_record_says_is_filled_in_but_not_what_was_closed_for_somebody(
    cast: Cast, client_of: Any
) -> None:
    here: dict[str, Any] = {"about": cast.jannie, "subject": Subject.HEALTH,
                            "author": cast.anouk, "kind": "problem"}  # fmt: skip
    rows: tuple[tuple[str, dict[str, Any]], ...] = (
        ("Hartfalen", {}), ("Geheime kwaal", {"denied": [cast.peter.member]}),
        ("Somber", {"subject": Subject.MIND}),
    )  # fmt: skip
    for title, changed in rows:
        item = cast.item(**(here | changed), title=title)
        Problem(item_id=item, network_id=cast.network, about_id=cast.jannie.member,
                status="active").save(using="owner", force_insert=True)  # fmt: skip
    asked(cast, cast.hanneke, cast.anouk, Subject.ARRANGEMENTS)
    handover = announced(cast, cast.anouk, cast.fatima)
    browser = client_of(cast.anouk)
    page = text(browser.get(address(cast, handover, "onderdelen/medical/")))
    assert "Hartfalen" in page
    assert "Geheime kwaal" not in page, "its readers are fewer than those of the section"
    assert "Somber" not in page, "another subject has other readers"
    assert "boodschappen" in text(browser.get(address(cast, handover, "onderdelen/plan/")))
    assert not HandoverSection.objects.using("owner").filter(handover_id=handover).exists()


def test_what_is_different_from_the_previous_handover_is_shown_in_words(
    cast: Cast, client_of: Any
) -> None:
    first = announced(cast, cast.fatima, cast.anouk, ends="nothing")
    stated(cast, cast.fatima, first, skin="Wond is rood en nat", pain="Geen pijn")
    doing(cast, cast.fatima, send_handover, handover=first)
    with pytest.raises(HandedOverAlready):
        announced(cast, cast.fatima, cast.anouk)
    doing(cast, cast.fatima, withdraw_handover, handover=first)
    second = announced(cast, cast.fatima, cast.anouk)
    form = text(client_of(cast.fatima).get(address(cast, second, "onderdelen/report/")))
    assert "Wond is rood en nat" in form
    stated(cast, cast.fatima, second, skin="Wond is rood en droog", pain="Geen pijn", goal="Thuis")
    page = text(client_of(cast.anouk).get(address(cast, second)))
    assert "Anders dan de vorige keer" in page
    assert "Hetzelfde als de vorige keer" in page
    assert '<del><span class="unseen">weg: </span>nat</del>' in page
    assert '<ins><span class="unseen">erbij: </span>droog</ins>' in page


def test_what_was_closed_for_somebody_since_is_not_filled_in_anew(
    cast: Cast, client_of: Any
) -> None:
    first = announced(cast, cast.fatima, cast.anouk, ends="nothing")
    stated(cast, cast.fatima, first, skin="Wond is rood", nutrition="Eet slecht")
    doing(cast, cast.fatima, send_handover, handover=first)
    doing(cast, cast.fatima, withdraw_handover, handover=first)
    skin = HandoverSection.objects.using("owner").get(handover_id=first, code="skin").item_id
    cast.owner.execute(
        "UPDATE sharing_item SET denied = %s WHERE id = %s", [[cast.peter.member], skin]
    )
    second = announced(cast, cast.fatima, cast.anouk)
    form = text(client_of(cast.fatima).get(address(cast, second, "onderdelen/report/")))
    filled = dict(re.findall(r'<textarea[^>]* name="words-(\w+)"[^>]*>([^<]*)<', form))
    assert filled["nutrition"].strip() == "Eet slecht"
    assert filled["skin"].strip() == "", "the son would read in the new one what was closed for him"


def test_words_are_compared_as_words() -> None:
    assert [(one.kind, one.words) for one in pieces("a b c", "a x c")] == [
        ("kept", "a "), ("gone", "b"), ("came", "x"), ("kept", " c")
    ]  # fmt: skip
    assert change_of("a  b", "a b\n", first=False) == "same"
    assert change_of(None, "a", first=False) == "new"
    assert change_of(None, "a", first=True) == "first"


def test_a_question_back_is_answered_once_by_the_leaver_and_read_by_who_reads_the_section(
    cast: Cast, client_of: Any
) -> None:
    handover = announced(cast, cast.fatima, cast.anouk)
    stated(cast, cast.fatima, handover, medication="In de la")
    item = HandoverSection.objects.using("owner").get(handover_id=handover, code="medication")
    said: dict[str, Any] = {"handover": handover, "item": item.item_id}
    with pytest.raises(NotAskedHere):
        doing(cast, cast.hanneke, ask_back, **said, words="Welke la?")
    question = doing(cast, cast.anouk, ask_back, **said, words="Welke la?").id
    answer: dict[str, Any] = {"handover": handover, "question": question}
    doing(cast, cast.fatima, answer_back, **answer, words="De bovenste.")
    with pytest.raises(AnsweredAlready):
        doing(cast, cast.fatima, answer_back, **answer, words="De onderste.")
    assert "De bovenste." in text(client_of(cast.anouk).get(address(cast, handover)))
    # The son reads about health, not about medication: the section and what was asked are not there.
    cast.permit(cast.peter, Subject.MEDICATION, about=cast.jannie)
    theirs = text(client_of(cast.peter).get(address(cast, handover)))
    assert "Welke la?" not in theirs
    assert "In de la" not in theirs
    assert "Huid" in theirs
    assert doing(cast, cast.peter, lambda seat, person: questions_of(handover)) == {}


def test_on_paper_stands_what_its_reader_may_read(cast: Cast, client_of: Any) -> None:
    handover = announced(cast, cast.fatima, cast.anouk)
    stated(cast, cast.fatima, handover, medication="Tabletje", skin="Hieltje", legal="Zelfje")
    cast.permit(cast.peter, Subject.MEDICATION, about=cast.jannie)
    for who, wanted in ((cast.anouk, {"Tabletje", "Hieltje", "Zelfje"}),
                        (cast.peter, {"Hieltje", "Zelfje"})):  # fmt: skip
        answer = client_of(who).get(address(cast, handover, "papier/"))
        words = words_on(answer.content)
        assert {one for one in ("Tabletje", "Hieltje", "Zelfje") if one in words} == wanted
    assert client_of(cast.linda).get(address(cast, handover, "papier/")).status_code == 404


def test_who_may_not_take_it_over_is_not_chosen(cast: Cast) -> None:
    with pytest.raises(NothingToHandOver):
        announced(cast, cast.jannie, cast.anouk)
    with pytest.raises(CannotReadHandover):
        announced(cast, cast.fatima, cast.linda)
    with pytest.raises(NobodyToTakeOver):
        announced(cast, cast.fatima, cast.fatima)
    with pytest.raises(NobodyToTakeOver):
        doing(cast, cast.fatima, announce_handover,
              wish=Wish(about=cast.jannie.member, kind="care"))  # fmt: skip


def test_it_does_not_say_that_nobody_needs_to_be_chosen(cast: Cast, client_of: Any) -> None:
    fatima, at = client_of(cast.fatima), address(cast, more="nieuw/")
    label = text(fatima.get(at)).split("Wie neemt het over?")[1].split("<select")[0]
    assert "(hoeft niet)" not in label
    assert "Vul dan hieronder een naam in." in label
    refused = post(fatima, at, about=str(cast.jannie.member), kind="care", ends="leave")
    assert "Kies aan wie u het overdraagt." in text(refused)


@pytest.mark.parametrize("who", ["fatima", "anouk", "jannie"])
def test_a_handover_takes_a_constant_number_of_statements(
    cast: Cast, client_of: Any, who: str, django_assert_max_num_queries: Any
) -> None:
    handover = announced(cast, cast.fatima, cast.anouk)
    for _number in range(8):
        asked(cast, cast.hanneke, cast.fatima, Subject.ARRANGEMENTS)
    stated(cast, cast.fatima, handover, skin="Hiel")
    browser = client_of(cast.people[who])
    browser.get(address(cast, handover))
    with django_assert_max_num_queries(12):
        browser.get(address(cast, handover))
