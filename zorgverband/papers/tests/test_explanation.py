"""A letter that says what Zorgverband is: four sentences, whom to call, in the language of its reader."""

from typing import Any

from django.urls import reverse

from tests.cast import Cast
from tests.paper import pages_of, words_on


def paper_of(client: Any, cast: Cast, query: str = "") -> bytes:
    """The letter as this person prints it."""
    at = reverse("explanation_on_paper", kwargs={"network_id": cast.network})
    answer = client.get(at + query)
    assert answer.status_code == 200
    return bytes(answer.content)


def test_the_letter_says_it_in_four_sentences_on_one_page_with_whom_to_call(
    cast: Cast, client_of: Any
) -> None:
    made = paper_of(client_of(cast.fatima), cast)
    words = words_on(made)
    assert pages_of(made) == 1
    for sentence in ("Voor Jannie de Wit", "U leest alles mee wat over u gaat.", "112",
                     "U beslist wie wat ziet.", "Gemaakt op", "Wie kunt u bellen?"):  # fmt: skip
        assert sentence in words
    assert "Dan kiest u iemand die het voor u doet." in words


def test_the_letter_is_the_same_whoever_prints_it_and_in_the_language_they_chose(
    cast: Cast, client_of: Any
) -> None:
    easy = words_on(paper_of(client_of(cast.linda), cast, "?taal=nl-simple"))
    assert "Zorgverband is van u en de mensen om u heen." in easy
    assert easy == words_on(paper_of(client_of(cast.fatima), cast, "?taal=nl-simple"))
    assert "You decide who sees what." in words_on(
        paper_of(client_of(cast.jannie), cast, "?taal=en")
    )
    at = reverse("explanation_on_paper", kwargs={"network_id": cast.network})
    assert client_of(cast.jannie).get(at + "?taal=xx").status_code == 404
