"""A nurse with only a password makes a passkey, a GP sets up a code app; both sign in with it. Real
Chromium; the passkey lives in its virtual authenticator."""

import re
import time
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from tests.cast import Cast
from tests.running import Site
from zorgverband.people.models import Account, Session

from .walking import DESK, PASSWORD, with_password

pytestmark = pytest.mark.browser


def over_localhost(site: Site) -> str:
    """Browsers make passkeys for names, not for numbers."""
    return site.address.replace("127.0.0.1", "localhost")


def with_authenticator(page: Any) -> Any:
    """Give this page a device that knows passkeys and whose owner puts a finger on it."""
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    device = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
              "hasUserVerification": True, "isUserVerified": True,
              "automaticPresenceSimulation": True}  # fmt: skip
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": device})
    return tools


def fill_in(page: Any, mail: str) -> None:
    page.get_by_label("E-mailadres").fill(mail)
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Inloggen", exact=True).click()
    page.wait_for_load_state()


def sign_out(page: Any, base: str) -> None:
    page.goto(f"{base}/uitloggen/")
    page.get_by_role("main").get_by_role("button", name="Uitloggen").click()
    page.wait_for_load_state()


@pytest.fixture
def page(chromium: Any, db: None) -> Any:
    context = chromium.new_context(viewport=DESK, service_workers="block")
    yield context.new_page()
    context.close()


def test_a_nurse_makes_a_passkey_and_signs_in_with_it(cast: Cast, site: Site, page: Any) -> None:
    who, base = with_password(cast.fatima), over_localhost(site)
    with_authenticator(page)
    page.goto(f"{base}/n/{cast.network}/nieuws/")
    fill_in(page, who.email)
    assert page.get_by_role("heading", name="Nog één stap").is_visible()
    page.get_by_role("link", name="Passkey maken").click()
    page.get_by_label("Hoe noemt u deze passkey?").fill("Mijn telefoon")
    page.get_by_role("button", name="Passkey maken").click()
    page.wait_for_url("**/veilig/herstelcodes/")
    assert page.locator(".codes li").count() == 10
    page.get_by_role("link", name="Ik heb ze bewaard").click()
    page.wait_for_url(f"**/n/{cast.network}/**")

    sign_out(page, base)
    page.goto(f"{base}/inloggen/")
    page.get_by_role("button", name="Inloggen met een passkey").click()
    page.wait_for_url(lambda url: "/inloggen/" not in url)
    page.goto(f"{base}/n/{cast.network}/nieuws/")
    assert page.get_by_role("heading", name="Nieuws").first.is_visible()
    page.goto(f"{base}/veilig/passkeys/")
    assert page.get_by_text("Mijn telefoon", exact=True).is_visible()

    # With the password the passkey is asked as the second step.
    sign_out(page, base)
    page.goto(f"{base}/inloggen/")
    fill_in(page, who.email)
    page.get_by_role("button", name="Verder met uw passkey").click()
    page.wait_for_url(lambda url: "/inloggen/" not in url)


def test_a_passkey_of_nobody_does_not_let_in(cast: Cast, site: Site, page: Any) -> None:
    base = over_localhost(site)
    with_authenticator(page)
    page.goto(f"{base}/inloggen/")
    page.get_by_role("button", name="Inloggen met een passkey").click()
    page.get_by_text("Het lukte niet met de passkey.").wait_for()
    assert "/inloggen/" in page.url


def test_a_gp_sets_up_a_code_app_and_is_asked_its_code(cast: Cast, site: Site, page: Any) -> None:
    who, base = with_password(cast.anouk), over_localhost(site)
    page.goto(f"{base}/inloggen/")
    fill_in(page, who.email)
    page.get_by_role("link", name="App instellen").click()
    page.wait_for_load_state()
    assert page.locator("img.square").evaluate("image => image.naturalWidth") > 0
    secret = page.locator(".secret").inner_text().replace(" ", "")
    assert re.fullmatch(r"[A-Z2-7]{32}", secret)
    page.get_by_label("Code van 6 cijfers").fill(code_of(secret))
    page.get_by_role("button", name="Aanzetten").click()
    page.wait_for_url("**/veilig/herstelcodes/")

    sign_out(page, base)
    page.goto(f"{base}/n/{cast.network}/nieuws/")
    fill_in(page, who.email)
    page.get_by_label("De code uit uw app").fill("000000")
    page.get_by_role("button", name="Inloggen", exact=True).click()
    page.wait_for_load_state()
    assert page.get_by_text("Dit klopt niet.").is_visible()
    page.get_by_label("De code uit uw app").fill(code_of(secret, steps=1))
    page.get_by_role("button", name="Inloggen", exact=True).click()
    page.wait_for_url(f"**/n/{cast.network}/nieuws/")


def code_of(secret: str, *, steps: int = 0) -> str:
    """What the app shows now, or some steps of half a minute later: a code works once."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps)))


def test_leaving_quickly_leaves_no_way_back(cast: Cast, site: Site, browse: Any) -> None:
    page = browse(cast.marijke)
    page.context.route("https://**", lambda route: route.fulfill(body="Het weer"))
    page.goto(site.news(cast.network))
    page.get_by_role("button", name="Snel weg").click()
    page.wait_for_url("https://**")
    # Going away comes first; signing out is on its way meanwhile.
    for _ in range(30):
        page.goto(site.news(cast.network))
        if "/inloggen/" in page.url:
            break
        page.wait_for_timeout(100)
    assert "/inloggen/" in page.url
    assert Account.objects.get(pk=cast.marijke.account).is_active


def test_leaving_quickly_works_without_script(cast: Cast, site: Site, browse: Any) -> None:
    page = browse(cast.marijke, java_script_enabled=False)
    page.context.route("https://**", lambda route: route.fulfill(body="Het weer"))
    page.goto(site.news(cast.network))
    page.get_by_role("button", name="Snel weg").click()
    page.wait_for_url("https://**")
    page.goto(site.news(cast.network))
    assert "/inloggen/" in page.url


def test_a_shared_device_warns_and_clears_the_screen(cast: Cast, site: Site, browse: Any) -> None:
    page = browse(cast.marijke)
    page.goto(f"{site.address}/veilig/toestellen/")
    page.get_by_role("button", name="Dit is een gedeeld toestel").click()
    page.clock.install()
    page.goto(site.news(cast.network))
    page.clock.run_for(230_000)
    soon = page.get_by_text("Bent u er nog?")
    assert not soon.is_visible()
    page.clock.run_for(15_000)
    assert soon.is_visible()
    page.keyboard.press("Shift")
    assert not soon.is_visible(), "somebody is there"
    Session.objects.filter(account=cast.marijke.account).delete()
    with page.expect_navigation(url="**/inloggen/"):
        page.clock.run_for(302_000)
    assert page.get_by_role("heading", name="Inloggen").is_visible()
