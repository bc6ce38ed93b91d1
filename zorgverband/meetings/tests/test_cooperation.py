"""How people find they work together: read by whom one chooses, and a mean of what one reads alone."""

import re
from typing import Any

from tests.cast import Cast
from tests.visitor import text
from zorgverband.meetings.models import Cooperation

from .calling import page, post

SCORES = {f"score-{place}": "4" for place in range(1, 7)}


def test_answers_are_read_by_whom_one_chose_and_the_mean_is_of_what_one_reads(
    cast: Cast, client_of: Any
) -> None:
    at = page("cooperation", cast)
    chosen = ((cast.marijke, "nobody"), (cast.fatima, "coordinator"), (cast.anouk, "everyone"))
    for number, (who, readers) in enumerate(chosen):
        said = SCORES | {"words": f"Woorden {number}", "readers": readers}
        assert post(client_of(who), at, **said).status_code == 302
    shown = text(client_of(cast.jannie).get(at))
    assert "te weinig antwoorden" in shown
    assert [f"Woorden {one}" in shown for one in range(3)] == [False, False, True]
    leads = text(client_of(cast.hanneke).get(at))
    assert [f"Woorden {one}" in leads for one in range(3)] == [False, True, True]
    assert _mean(leads) == ["2 mensen", "4,0"]
    # What one keeps to oneself counts for nobody else, however many answer: it cannot be reckoned out.
    assert post(client_of(cast.joost), at, **SCORES | {"score-1": "1"}).status_code == 302
    again = text(client_of(cast.jannie).get(at))
    assert _shown(again) == _shown(shown)
    assert _mean(text(client_of(cast.joost).get(at))) == ["2 mensen", "2,5"]
    said = SCORES | {"score-1": "2", "readers": "everyone"}
    assert post(client_of(cast.linda), at, **said).status_code == 302
    assert _mean(text(client_of(cast.jannie).get(at))) == ["2 mensen", "3,0"]
    assert _mean(text(client_of(cast.hanneke).get(at))) == ["3 mensen", "3,3"]


def _shown(page: str) -> str:
    return page.split("<h2>Gemiddelde")[1].split("</main")[0]


def _mean(shown: str) -> list[str]:
    """Of how many the mean of the first statement is, and the mean."""
    found = re.search(r">([0-9]+ mensen)</p></div><b>([0-9],[0-9])</b>", shown)
    return list(found.groups()) if found else []


def test_one_answers_once_a_half_year_and_nothing_is_no_answer(cast: Cast, client_of: Any) -> None:
    at, marijke = page("cooperation", cast), client_of(cast.marijke)
    empty = post(marijke, at, words="Zonder cijfer")
    assert (empty.status_code, "Zonder cijfer" in text(empty)) == (422, True)
    assert post(marijke, at, **SCORES).status_code == 302
    assert post(marijke, at, **SCORES).status_code == 409
    assert Cooperation.objects.using("owner").filter(network_id=cast.network).count() == 1
    # Who may not write about this is not asked; who is no member finds nothing.
    assert "Bewaren" not in text(client_of(cast.ria).get(at))
    assert client_of(cast.other.bart).get(at).status_code == 404  # type: ignore[union-attr]
