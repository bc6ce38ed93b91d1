"""Browsers by person: each stays signed in for all the pages of that person."""

from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from .scripts import axe_source

if TYPE_CHECKING:
    from tests.cast import Somebody
    from tests.running import Site

TALL = 900
_lines: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()


def fit(page: Any, width: int, height: int, *, painted: bool = False) -> None:
    """Lay the page out in a window this large (px). Unless it is `painted` too, as for clicks and
    pictures, only what the browser had in view is drawn: nobody looks at it, and drawing all of a
    long page at every width costs as much as laying it out."""
    if page not in _lines:
        _lines[page] = page.context.new_cdp_session(page)
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    told = size | {"dontSetVisibleSize": not painted}
    _lines[page].send("Emulation.setDeviceMetricsOverride", told)


class Windows:
    """Browsers by person, each signed in, and what went wrong in them."""

    def __init__(self, site: "Site", chromium: Any) -> None:
        self.site, self._chromium = site, chromium
        self._pages: dict[Any, Any] = {}
        self.faults: list[str] = []
        self.expected: set[int] = set()

    def of(self, who: "Somebody | None") -> Any:
        """The page of this person, or of nobody."""
        key = who.person if who else None
        if key not in self._pages:
            self._pages[key] = self._open(who)
        else:
            fit(self._pages[key], 390, TALL, painted=True)
        return self._pages[key]

    def fresh(self, who: "Somebody | None" = None) -> Any:
        """A page of a browser that never saw the site; whoever asks closes its context."""
        return self._open(who)

    def close(self) -> None:
        """Close them all."""
        for page in self._pages.values():
            page.context.close()

    def _open(self, who: "Somebody | None") -> Any:
        from tests.visitor import signed_in

        context = self._chromium.new_context(
            viewport={"width": 390, "height": TALL},
            reduced_motion="reduce",
            locale="nl-NL",
            service_workers="block",
        )
        context.add_init_script(axe_source())
        if who:
            cookie = signed_in(who.person).cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": cookie, "url": self.site.address}])
        page = context.new_page()
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        page.on("request", self._request)
        return page

    def _console(self, message: Any) -> None:
        if message.type != "error" or any(f" {code} " in message.text for code in self.expected):
            return
        self.faults.append(f"console: {message.text} {message.location.get('url', '')}")

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.site.address, self.site.live, "data:")):
            self.faults.append(f"asks {request.url}")
