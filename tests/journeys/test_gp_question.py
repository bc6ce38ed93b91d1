"""The GP gets a mail that says nothing, and answers the question behind it in three screens: signing
in with a passkey, the question, the answer that was sent. Nothing is scrolled."""

from typing import Any

import pytest

from tests.cast import Cast
from tests.doors.world import add
from tests.running import Site
from zorgverband.notifications.models import Rest
from zorgverband.talks.models import Question

from .test_second_factor import over_localhost, sign_out, with_authenticator
from .walking import DESK, POST, inside, link_in, mail_arrives, on_screen

pytestmark = pytest.mark.browser
MOST_SCREENS, MOST_TAPS = 3, 3
ASKED = "Wond links nu 2 bij 3 cm, geen koorts. Mag ik naar om de dag gaan?"


def test_the_gp_answers_out_of_a_mail_without_content_in_three_screens(
    cast: Cast, site: Site, browse: Any, chromium: Any
) -> None:
    add(Rest(person_id=cast.anouk.person, quiet=False, quiet_from=22, quiet_until=7,
             work_hours=False))  # fmt: skip
    context = chromium.new_context(viewport=DESK, service_workers="block")
    gp = context.new_page()
    with_authenticator(gp)
    base = with_passkey(gp, cast, site)
    nurse = browse(cast.fatima)
    with site.worker():
        ask(nurse, site, cast)
        # The first said that a passkey was made.
        mail = mail_arrives(site, cast.anouk.email, number=2)
    assert str(mail["Subject"]) == "Er is een vraag aan u"
    said = f"{mail['Subject']} {mail}"
    assert not any(word in said for word in ("Wond", "Jannie", "de Wit", "Fatima"))

    screens: list[str] = []
    taps = 0
    gp.on(
        "framenavigated",
        lambda frame: screens.append(frame.url) if frame == gp.main_frame else None,
    )
    gp.goto(link_in(mail).replace(site.address, base))
    taps += 1
    gp.get_by_role("button", name="Inloggen met een passkey").click()
    taps += 1
    gp.wait_for_url("**/voor-mij/")
    yes = gp.get_by_role("button", name=f"Akkoord: {ASKED}")
    assert on_screen(gp.get_by_role("link", name="Jannie de Wit").first)
    assert on_screen(gp.get_by_text(ASKED))
    assert on_screen(yes)
    yes.click()
    taps += 1
    gp.get_by_text("Uw antwoord is verstuurd.").wait_for()
    seen = [url for number, url in enumerate(screens) if number == 0 or url != screens[number - 1]]
    assert len(seen) <= MOST_SCREENS, seen
    assert len(screens) <= MOST_SCREENS, screens
    assert taps <= MOST_TAPS
    question = Question.objects.using("owner").get(network_id=cast.network)
    assert (question.state, question.answer_kind) == ("answered", "yes")
    fits(gp, base, cast, question)
    context.close()


def fits(gp: Any, base: str, cast: Cast, question: Question) -> None:
    """The page of the question, and In het kort, answer without scrolling at 1280 by 860."""
    Question.objects.using("owner").filter(pk=question.pk).update(
        state="open", answer_kind="", answer=""
    )
    gp.goto(f"{base}/n/{cast.network}/vragen/{question.pk}/")
    height = gp.evaluate("document.documentElement.scrollHeight")
    assert height <= DESK["height"], height
    gp.goto(f"{base}/n/{cast.network}/kort/")
    assert on_screen(gp.get_by_role("button", name=f"Akkoord: {ASKED}"))
    assert on_screen(gp.get_by_role("heading", name="Wie doet wat"))
    # By keyboard: the folded answer opens, takes words and leaves.
    no = gp.locator("summary", has_text="Nee, want...")
    no.focus()
    gp.keyboard.press("Enter")
    gp.keyboard.press("Tab")
    gp.keyboard.type("Ik zie de wond eerst zelf.")
    gp.keyboard.press("Tab")  # Inspreken
    gp.keyboard.press("Tab")
    gp.keyboard.press("Enter")
    gp.get_by_text("Uw antwoord is verstuurd.").wait_for()
    kept = Question.objects.using("owner").get(pk=question.pk)
    assert (kept.answer_kind, kept.answer) == ("no", "Ik zie de wond eerst zelf.")


def ask(nurse: Any, site: Site, cast: Cast) -> None:
    """The nurse asks whoever is the GP."""
    nurse.goto(inside(site, cast, "vragen/nieuw/"))
    nurse.get_by_label("Wat wilt u vragen?").fill(ASKED)
    nurse.get_by_label("Aan wie vraagt u dit?").select_option(value="function:gp")
    nurse.get_by_role("radio", name="Vandaag").check(force=True)
    nurse.get_by_label("Waar gaat het over?").select_option(label="Gezondheid")
    with nurse.expect_navigation():
        nurse.locator(POST).click()


def with_passkey(gp: Any, cast: Cast, site: Site) -> str:
    """The GP has a passkey, and is signed out; the address at which that passkey holds."""
    from tests.visitor import signed_in

    base = over_localhost(site)
    cookie = signed_in(cast.anouk.person).cookies["sessionid"].value
    gp.context.add_cookies([{"name": "sessionid", "value": cookie, "url": base}])
    gp.goto(f"{base}/veilig/passkeys/")
    gp.get_by_label("Hoe noemt u deze passkey?").fill("Mijn computer")
    gp.get_by_role("button", name="Passkey maken").click()
    gp.wait_for_url("**/veilig/herstelcodes/")
    sign_out(gp, base)
    return base
