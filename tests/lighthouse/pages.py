"""Which pages Lighthouse looks at, as whom; signing in to the demo, and finding the addresses."""

import re
import urllib.parse
import urllib.request
from dataclasses import dataclass
from http.cookiejar import CookieJar


@dataclass(frozen=True)
class Page:
    """One page as one person of the demo sees it ("": not signed in). `path` stands inside their
    network when it does not begin with a slash; `link`: the first address on that page like this."""

    name: str
    who: str
    path: str
    link: str = ""


PAGES = (
    Page("sign-in", "", "/inloggen/"),
    Page("today-client", "jannie", ""),
    Page("today-daughter", "marijke", ""),
    Page("news", "marijke", "nieuws/"),
    Page("item", "marijke", "nieuws/", r"/n/[0-9a-f-]{36}/bericht/[0-9a-f-]{36}/"),
    Page("plan", "marijke", "plan/"),
    Page("people", "marijke", "mensen/"),
    Page("agenda", "marijke", "agenda/"),
    Page("composer", "marijke", "schrijven/"),
    Page("route", "fatima", "/mijn-route/"),
    Page("for-me", "anouk", "/voor-mij/"),
    Page("desk", "hanneke", "/netwerken/", r"(/[a-z/-]*aandacht[a-z/-]*/)"),
)


def signed_in(address: str, who: str) -> dict[str, str]:
    """The cookies of somebody of the demo who signed in; none for nobody."""
    if not who:
        return {}
    jar = CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    form = browser.open(f"{address}/inloggen/").read().decode()
    found = {
        name: re.search(rf'name="{name}" value="([^"]+)"', form)
        for name in ("csrfmiddlewaretoken", "key")
    }
    words = {name: one[1] for name, one in found.items() if one} | {"person": who}
    browser.open(f"{address}/demo/inloggen/", urllib.parse.urlencode(words).encode())
    return {one.name: one.value or "" for one in jar}


def address_of(page: Page, address: str, cookies: dict[str, str]) -> str:
    """Where this page stands for who looks."""
    path = page.path
    if not path.startswith("/"):
        path = _read(address, "/", cookies)[0] + path
    if page.link:
        found = re.search(page.link, _read(address, path, cookies)[1])
        assert found, f"no {page.link} on {path}"
        path = found[0]
    return path


def _read(address: str, path: str, cookies: dict[str, str]) -> tuple[str, str]:
    """Where this leads, and what stands there."""
    request = urllib.request.Request(
        address + path, headers={"Cookie": "; ".join(map("=".join, cookies.items()))}
    )
    with urllib.request.urlopen(request) as answer:
        return urllib.parse.urlparse(answer.url).path, answer.read().decode()
