"""A new coordinator makes a light plan for a new client by following the screens, from signing in on;
counted in screens, taps and typed words. What was agreed then stands on the client's own page."""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from tests.cast import Cast
from tests.running import Site
from tests.visitor import signed_in
from zorgverband.agreements.models import Agreement
from zorgverband.base.clock import today
from zorgverband.people.models import Account
from zorgverband.sharing.models import Item

from .test_second_factor import code_of
from .walking import DESK, PASSWORD, inside, to_the_plan, with_password

pytestmark = pytest.mark.browser
# The reckoning: a tap, a screen that is read, and typing forty words of five letters a minute.
TAP, SCREEN, LETTERS_A_SECOND = 2, 5, 40 * 5 / 60
AT_MOST_SECONDS = 300
# Words of professionals that a client need not know (docs/glossary.md has others for them).
JARGON = ("hulpvraag", "interventie", "evaluatie", "monitor", "indicatie", "casus", "regie",
          "betrokkene", "domein", "status", "actie")  # fmt: skip


@dataclass
class Hand:
    """Somebody before a screen, who sees only what is on it; and how long it takes them."""

    page: Any
    screens: int = 0
    taps: int = 0
    letters: int = 0

    @property
    def seconds(self) -> float:
        """By the reckoning above."""
        return self.taps * TAP + self.screens * SCREEN + self.letters / LETTERS_A_SECOND

    def __str__(self) -> str:
        return (f"{self.screens} screens, {self.taps} taps, {self.letters / 5:.0f} words of five"
                f" letters: {self.seconds:.0f} s")  # fmt: skip

    def press(self, name: str) -> None:
        """A link or button that is visible; a new screen follows."""
        found = self.page.get_by_role("link", name=name, exact=True)
        found = found.or_(self.page.get_by_role("button", name=name, exact=True))
        assert found.first.is_visible(), f"nothing called {name} on {self.page.url}"
        with self.page.expect_navigation():
            found.first.click()
        self.taps, self.screens = self.taps + 1, self.screens + 1

    def fill(self, label: str, words: str, *, exact: bool = False) -> None:
        """A field that is visible: a tap, and typing."""
        field = self.page.get_by_label(label, exact=exact)
        assert field.is_visible(), label
        field.fill(words)
        self.taps, self.letters = self.taps + 1, self.letters + len(words)

    def choose(self, label: str, option: str) -> None:
        """One of a list: open it, and take it."""
        field = self.page.get_by_label(label)
        assert field.is_visible(), label
        values = field.locator("option").filter(has_text=option)
        field.select_option(values.first.get_attribute("value"))
        self.taps += 2


def test_a_new_coordinator_makes_a_light_plan_within_five_minutes(
    cast: Cast, site: Site, stranger: Any, record_property: Any
) -> None:
    account = Account.objects.get(pk=with_password(cast.hanneke).account)
    secret = generate_totp_secret()
    TOTP.activate(account, secret)
    page = stranger(viewport=DESK)
    page.goto(f"{site.address}/")
    hand = Hand(page, screens=1)
    _signs_in(hand, cast, secret)
    _begins(hand)
    _asks(hand)
    record_property("a light plan", str(hand))
    assert hand.seconds < AT_MOST_SECONDS, str(hand)
    assert hand.screens <= 10
    _on_the_page_of_the_client(cast, site, stranger())


def _signs_in(hand: Hand, cast: Cast, secret: str) -> None:
    hand.fill("E-mailadres", cast.hanneke.email)
    hand.fill("Wachtwoord", PASSWORD, exact=True)
    hand.press("Inloggen")
    hand.fill("De code uit uw app", code_of(secret))
    hand.press("Inloggen")


def _begins(hand: Hand) -> None:
    hand.press("Plan")
    assert hand.page.get_by_text("Er is nog geen plan.").is_visible()
    hand.press("Een plan beginnen")
    hand.fill("Wat wilt u graag?", "Ik wil thuis blijven wonen")
    hand.fill("Wat wilt u bereiken?", "Ik loop weer elke dag een stukje buiten")
    hand.fill("Wat gaat goed?", "Marijke komt elke week\nDe buren helpen graag")
    hand.fill("Waar maakt u zich zorgen over?", "De trap is steil en het is donker in de gang")
    hand.fill("Welke hulp was er al?", "Vorig jaar was er thuiszorg na de val")
    hand.fill("Wanneer kijkt u samen terug?", (today() + timedelta(days=90)).isoformat())
    hand.press("Plan beginnen")


def _asks(hand: Hand) -> None:
    hand.press("Ik loop weer elke dag een stukje buiten")
    hand.press("Iets afspreken voor dit doel")
    hand.fill("Wat spreekt u af?", "Zondag samen naar het park lopen")
    hand.choose("Wie doet dit?", "Marijke de Wit")
    hand.fill("Wanneer moet het klaar zijn?", (today() + timedelta(days=14)).isoformat())
    button = hand.page.locator(".actionbar button.button-do").inner_text()
    hand.press(" ".join(button.split()))
    assert hand.page.get_by_text("Gevraagd aan Marijke de Wit.").is_visible()
    hand.press("Plan")
    assert hand.page.get_by_text("Zondag samen naar het park lopen").is_visible()


def _on_the_page_of_the_client(cast: Cast, site: Site, page: Any) -> None:
    """In plain words: what she wants, who does what and until when, and whether that is agreed."""
    asked = Item.objects.using("owner").get(
        network_id=cast.network, title="Zondag samen naar het park lopen"
    )
    signed_in(cast.marijke.person).post(
        inside(site, cast, f"afspraken/{asked.id}/ja/").removeprefix(site.address), {"key": "ja"}
    )
    assert Agreement.objects.using("owner").get(pk=asked.id).state == "accepted"
    cookie = signed_in(cast.jannie.person).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": site.address}])
    page.goto(inside(site, cast))
    to_the_plan(page)
    words = page.locator("main").inner_text()
    for sentence in ("Ik wil thuis blijven wonen", "Zondag samen naar het park lopen",
                     "Marijke de Wit, uiterlijk", "Afgesproken", "Terugkijken op"):  # fmt: skip
        assert sentence in words, sentence
    assert not [one for one in JARGON if one in words.casefold()]
    sentences = [one.split() for one in re.split(r"[.!?\n]", words)]
    assert max(map(len, sentences)) <= 12, max(sentences, key=len)
    page.get_by_role("link", name="Lezen en antwoord geven").click()
    page.get_by_role("button", name="Ja, dit is het plan").click()
    page.wait_for_load_state()
    assert page.get_by_text("U zei ja tegen dit plan").is_visible()


def test_what_is_not_on_the_screen_cannot_be_pressed(cast: Cast, site: Site, browse: Any) -> None:
    # The control: the hand follows the screens only.
    page = browse(cast.ria)
    page.goto(inside(site, cast, "plan/"))
    with pytest.raises(AssertionError, match="Een plan beginnen"):
        Hand(page).press("Een plan beginnen")
