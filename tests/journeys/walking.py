"""What the journeys do over and over: signing in, writing, reading the mail, looking at a screen."""

import email
import re
from email.message import EmailMessage
from email.policy import default
from typing import TYPE_CHECKING, Any

from tests.running import wait_until

if TYPE_CHECKING:
    from tests.cast import Cast, Somebody
    from tests.running import Site

PHONE = {"width": 390, "height": 844}
TABLET = {"width": 768, "height": 1024}
DESK = {"width": 1280, "height": 860}
PASSWORD = "kopje thee bij het raam"
POST = ".actionbar button.button-do"


def with_password(who: "Somebody") -> "Somebody":
    """The same person, who can now sign in with PASSWORD."""
    from django.contrib.auth.hashers import make_password

    from zorgverband.people.models import Account

    rows = Account.objects.using("owner").filter(pk=who.account)
    assert rows.update(password=make_password(PASSWORD)) == 1
    return who


def sign_in(page: Any, site: "Site", mail: str, password: str = PASSWORD) -> None:
    """Fill in the form of the sign-in page and send it."""
    page.goto(f"{site.address}/")
    page.get_by_label("E-mailadres").fill(mail)
    page.get_by_label("Wachtwoord", exact=True).fill(password)
    page.get_by_role("button", name="Inloggen", exact=True).click()
    page.wait_for_load_state()


def to_the_plan(page: Any) -> None:
    """As one goes there on a phone, where the bar has no room for it."""
    page.get_by_role("link", name="Meer", exact=True).click()
    page.locator("main").get_by_role("link", name="Plan Doelen en afspraken").click()
    page.wait_for_load_state()


def inside(site: "Site", cast: "Cast", path: str = "") -> str:
    """The address of a page of the cast's network."""
    return f"{site.address}/n/{cast.network}/{path}"


def write(page: Any, words: str, *, subject: str, circle: str | None = None, **more: str) -> None:
    """Fill in the composer that is open, up to the button."""
    page.get_by_label("Wat wilt u vertellen?").fill(words)
    if "title" in more:
        page.get_by_label("Kop").fill(more["title"])
    page.get_by_label("Waar gaat het over?").select_option(label=subject)
    if circle:
        page.get_by_role("radio", name=circle).check(force=True)
    page.wait_for_load_state("networkidle") if "idle" in more else None


def post(page: Any) -> None:
    """Press the button of the composer."""
    with page.expect_navigation():
        page.locator(POST).click()


def on_screen(thing: Any) -> bool:
    """Whether this stands in view as a whole, without scrolling, and not behind a bar."""
    return bool(
        thing.evaluate("""one => {
      const box = one.getBoundingClientRect(), edge = 2, bars = ".kop, .menu, .actionbar";
      const [x, middle] = [box.left + box.width / 2, box.top + box.height / 2];
      return box.width > 0 && box.top >= 0 && box.bottom <= innerHeight &&
        [box.top + edge, middle, box.bottom - edge].every(y => {
          const top = document.elementFromPoint(x, y);
          return top && top.closest(bars) === one.closest(bars);
        });
    }""")
    )


def mails_to(site: "Site", address: str) -> list[EmailMessage]:
    """The mails that lie in the sink for this address, oldest first."""
    found = []
    for file in sorted(site.mail.glob("*.eml"), key=lambda file: file.stat().st_mtime_ns):
        mail = email.message_from_bytes(file.read_bytes(), policy=default)
        if address in str(mail["To"]):
            found.append(mail)
    return found


def link_in(mail: EmailMessage) -> str:
    """The address in a mail."""
    body = mail.get_body(("plain",))
    assert body is not None
    found = re.search(r"https?://\S+", body.get_content())
    assert found
    return found[0]


def mail_arrives(
    site: "Site", address: str, *, number: int = 1, seconds: float = 45
) -> EmailMessage:
    """Wait for so many mails and answer the last."""
    wait_until(lambda: len(mails_to(site, address)) >= number, seconds=seconds, what="a mail")
    return mails_to(site, address)[-1]


def requests_of(page: Any) -> list[str]:
    """A list that grows with everything this page asks from now on."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


def listening(page: Any, address: str) -> None:
    """Open a page and wait until it listens for news."""
    with page.expect_response(lambda answer: "/live/" in answer.url):
        page.goto(address)
