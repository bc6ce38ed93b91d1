"""The daughter, far away, at 23.00 on her phone: is all well, what is new, and a word back."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.cast import Cast
from tests.doors.world import add
from tests.running import Site
from zorgverband.agreements.models import Agreement
from zorgverband.base.clock import today
from zorgverband.sharing.subjects import Subject

from .walking import inside, on_screen, sign_in, with_password

pytestmark = pytest.mark.browser
WORDS = "De wond is droog. Mevrouw at goed en ging vroeg naar bed."


def test_the_daughter_sees_on_one_screen_whether_all_is_well_and_answers_what_is_new(
    cast: Cast, site: Site, stranger: Any
) -> None:
    cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.fatima, title="Wond",
              body=WORDS)  # fmt: skip
    _late(cast)
    page = stranger()
    sign_in(page, site, with_password(cast.marijke).email)
    assert page.url == inside(site, cast)
    for words in ("Er is 1 bericht voor u", "1 afspraak te laat", "Wie komt er vandaag?"):
        assert on_screen(page.get_by_text(words)), words
    assert on_screen(page.get_by_role("link", name="Spoed? Bel 112"))
    # Who looks at the news for three seconds has seen it.
    with page.expect_response(lambda answer: answer.url.endswith("/gezien/")):
        page.get_by_role("link", name="Er is 1 bericht voor u").click()
    new = page.locator("article", has=page.get_by_text("nieuw", exact=True))
    assert on_screen(new.get_by_text(WORDS))
    new.get_by_role("link", name="Reageren").click()
    page.get_by_label("Uw reactie").fill("Wat fijn, dank je wel. Slaap lekker.")
    page.get_by_role("button", name="Reactie plaatsen").click()
    page.get_by_text("Wat fijn, dank je wel.").wait_for()
    assert page.get_by_text("1 reactie", exact=True).is_visible()
    page.goto(inside(site, cast))
    assert page.get_by_text("Geen nieuws sinds").is_visible()


def _late(cast: Cast) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.ARRANGEMENTS, author=cast.hanneke,
                     kind="agreement", title="Laten weten of de traplift komt",
                     in_news=False)  # fmt: skip
    add(Agreement(item_id=item, network_id=cast.network, executor_id=cast.linda.member,
                  due_on=today() - timedelta(days=5), state="accepted",
                  state_at=datetime.now(UTC)))  # fmt: skip
