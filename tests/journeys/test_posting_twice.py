"""Somebody presses twice, goes back and presses again, or lost the answer: it is posted once."""

from typing import Any

import pytest

from tests.cast import Cast
from tests.running import Site, wait_until
from zorgverband.sharing.models import Item, Reply
from zorgverband.sharing.subjects import Subject

from .walking import POST, inside, post, write

pytestmark = pytest.mark.browser


def posted(words: str) -> int:
    """How often these words stand there, in truth."""
    return Item.objects.using("owner").filter(body=words).count()


def test_pressing_twice_posts_once(cast: Cast, site: Site, browse: Any) -> None:
    page, words = browse(cast.marijke), f"Twee keer gedrukt in {cast.network}."
    page.goto(inside(site, cast, "schrijven/"))
    write(page, words, subject="Dagelijks leven")
    page.locator(POST).dblclick()
    page.get_by_text(words).first.wait_for()
    page.wait_for_load_state("networkidle")
    assert posted(words) == 1


def test_going_back_and_pressing_again_posts_once(cast: Cast, site: Site, browse: Any) -> None:
    page, words = browse(cast.marijke), f"Terug en nog eens in {cast.network}."
    page.goto(inside(site, cast, "schrijven/"))
    write(page, words, subject="Dagelijks leven")
    key = page.locator("#write [name=key]").input_value()
    post(page)
    page.goto(inside(site, cast, "schrijven/"))
    write(page, words, subject="Dagelijks leven")
    # As the browser does that keeps the page as it was.
    page.locator("#write [name=key]").evaluate("(field, key) => field.value = key", key)
    post(page)
    assert page.get_by_text(words).first.is_visible()
    assert posted(words) == 1


def test_a_new_form_with_the_same_words_posts_again(cast: Cast, site: Site, browse: Any) -> None:
    # The control.
    page, words = browse(cast.marijke), f"Elke dag hetzelfde in {cast.network}."
    for _ in range(2):
        page.goto(inside(site, cast, "schrijven/"))
        write(page, words, subject="Dagelijks leven")
        post(page)
    assert posted(words) == 2


def test_an_answer_that_got_lost_is_not_posted_again(cast: Cast, site: Site, browse: Any) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.fatima)
    page = browse(cast.marijke)
    page.goto(inside(site, cast, f"bericht/{item}/"))
    page.get_by_label("Uw reactie").fill("Dank u wel.")
    lost: list[Any] = []

    def lose(route: Any) -> None:
        status = route.fetch(max_redirects=0).status
        route.abort()
        lost.append(status)

    page.route("**/antwoord/", lose)
    page.get_by_role("button", name="Reactie plaatsen").click(no_wait_after=True)
    wait_until(lambda: page.wait_for_timeout(50) or lost, seconds=15, what="the answer")
    assert lost == [302]
    page.unroute("**/antwoord/")
    page.go_back() if "chrome-error" in page.url else None
    page.goto(inside(site, cast, f"bericht/{item}/"))
    assert page.get_by_text("Dank u wel.").count() == 1
    assert Reply.objects.using("owner").filter(item_id=item).count() == 1
