"""The bank of texts, each found or passed as it stands there; and every way a name can be written."""

import pytest

from zorgverband.talks.recognising import Known, recognised

from .bank_of_texts import FOUND, PASSES, PEOPLE, TEAMS


def found(text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.words) for one in recognised(text, PEOPLE, TEAMS)]


def test_what_leads_to_somebody_is_found_where_it_stands() -> None:
    wrong = {text: found(text) for text, wanted in FOUND.items() if found(text) != wanted}
    assert not wrong


def test_what_only_looks_like_it_passes() -> None:
    wrong = {text: found(text) for text in PASSES if found(text)}
    assert not wrong
    assert len(FOUND) + len(PASSES) >= 60


def test_without_these_people_their_names_pass_and_figures_are_still_found() -> None:
    text = "Jannie de Wit, 14-03-1942"
    assert [one.kind for one in recognised(text, [])] == ["date"]


@pytest.mark.parametrize("write", [str, str.lower, str.upper, str.title])
@pytest.mark.parametrize("family", ["Jansen", "El Amrani", "Van Oudenaarden", "Özdemir", "O'Brien"])
def test_a_name_is_found_however_it_is_written(write: object, family: str) -> None:
    assert callable(write)
    known = [Known("Thijs", "", family)]
    for text in (f"Het gaat om Thijs {family}.", f"{family}, Thijs", f"De heer {family} is ziek.",
                 f"Het been van T. {family}", "Thijs’ been", "Thijsje is ziek"):  # fmt: skip
        assert recognised(write(text), known), write(text)


def test_it_says_on_which_line() -> None:
    text = "Een vraag.\n\nHet gaat om Jannie.\nZij woont Dorpsstraat 12."
    assert [one.line(text) for one in recognised(text, PEOPLE)] == [3, 4]
