"""The frame around a page of a network: whose it is, the menu with its badge, how one reads."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import get_template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from zorgverband.base.once import form_key
from zorgverband.base.telling import inbox_count
from zorgverband.networks.queries import Face, faces, initials_of, network_name, short_name
from zorgverband.people.sessions import FOR_LATER, SHARED
from zorgverband.ui.addresses import address
from zorgverband.ui.dates import clock
from zorgverband.ui.what_here import what_here

from .doors import Here, Outside
from .queries import BADGE_AT_MOST, unread_count
from .reading import reader, tastes

MENU = (
    ("today", gettext_noop("Vandaag"), "sun"),
    ("news", gettext_noop("Nieuws"), "newspaper"),
    ("plan", gettext_noop("Plan"), "flag"),
    ("people", gettext_noop("Mensen"), "users"),
    ("more", gettext_noop("Meer"), "menu"),
)
# First for who has visits to pay today (the first page notes that in the session).
ROUTE = ("my_route", gettext_noop("Mijn route"), "route")
MENU_ACROSS = (
    ("for_me", gettext_noop("Voor mij"), "inbox"),
    ("networks", gettext_noop("Netwerken"), "users"),
    ("agenda_across", gettext_noop("Agenda"), "calendar"),
    ("more_across", gettext_noop("Meer"), "menu"),
)


@dataclass(frozen=True)
class Entry:
    """One word of the menu."""

    key: str
    label: str
    icon: str
    href: str
    current: bool
    badge: int = 0


@dataclass(frozen=True)
class Named:
    """The network in the head of the page."""

    id: UUID
    name: str
    initials: str
    shape: str = "client"


def plain_token(request: HttpRequest) -> str:
    """The CSRF secret as Django accepts it unmasked: two loads of a page are equal to the byte."""
    get_token(request)
    return str(request.META["CSRF_COOKIE"])


def basics(request: HttpRequest, **context: Any) -> dict[str, Any]:
    """What every page needs, signed in or not."""
    account = request.user if request.user.is_authenticated else None
    return {
        "viewer": reader(request),
        **tastes(request),
        "network": None,
        "request": request,
        "nav": (),
        "csrf_token": plain_token(request),
        "key": form_key(request) if hasattr(request, "session") else "",
        # What was to be said once waits for a page that somebody sees.
        "messages": () if FOR_LATER in request.headers else request.session.pop("said", ()),
        "live_url": "",
        "way_out": settings.QUICK_EXIT,
        "what_here": _help_for(request),
        "shared": account is not None and request.session.get(SHARED, False),
        "idle": settings.SHARED_IDLE,
        **context,
    }


def _help_for(request: HttpRequest) -> str:
    """The sentence 'Wat kan ik hier?' of this address."""
    found = request.resolver_match
    return what_here(found.url_name or "") if found else ""


def rendered(template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """The template with this context and nothing else: Django's own rendering would put a token
    drawn by chance over the plain one."""
    return HttpResponse(get_template(template, using="jinja2").render(context), status=status)


def onward(to: str) -> HttpResponse:
    """To an address of another site, after a POST. Not a redirect: forms lead nowhere but to this
    site (the content security policy), and that holds for where they are redirected too."""
    answer = rendered("ui/onward.html", {"to": to})
    answer.headers["Refresh"] = f"0; url={to}"
    return answer


def say(request: HttpRequest, text: str, kind: str = "good", **more: str) -> None:
    """Show a sentence on the next page this person opens."""
    request.session["said"] = [
        *request.session.get("said", ()),
        {"text": text, "kind": kind, **more},
    ]


def live_address(request: HttpRequest, network: UUID | None) -> str:
    """Where an open page listens for news: of one network, or of all of this person."""
    host = request.get_host().rsplit(":", 1)[0]
    base = settings.LIVE_ADDRESS or f"{request.scheme}://{host}:{settings.LIVE_PORT}"
    return f"{base}/live/{network}/" if network else f"{base}/live/"


@dataclass(frozen=True)
class Banner:
    """What must stand on top of every page as long as it lasts, with the one button to stop it."""

    title: str
    text: str
    action: str
    href: str


def _urgent(here: Here, people: dict[UUID, Face]) -> list[Banner]:
    """That this person looks in need; from the keys they entered with."""
    return [
        Banner(
            title=_("U kijkt met noodtoegang"),
            text=_("U leest alles over de gezondheid van %(name)s. Dit stopt om %(time)s.")
            % {"name": people[one.client].name, "time": clock(one.until)},
            action=_("Nu stoppen"),
            href=address("end_emergency", network_id=here.network, emergency_id=one.id),
        )
        for one in here.seat.emergencies
        if one.client in people
    ]


def page(
    here: Here,
    template: str,
    *,
    current: str,
    people: dict[UUID, Face] | None = None,
    unread: int | None = None,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """A page of a network in its frame. `people` and `unread`, how many items are new to who looks,
    save a statement each when the view has them."""
    people = people if people is not None else faces(here.network)
    name = short_name(people)
    if unread is None:
        unread = unread_count(network=here.network, person=here.person)
    frame = basics(
        here.request,
        network=Named(id=here.network, name=name, initials=initials_of(network_name(people))),
        nav=_entries(MENU, current=current, badges={"news": unread}, network_id=here.network),
        live_url=live_address(here.request, here.network),
        urgent=_urgent(here, people),
        here=here,
        people=people,
        **context,
    )
    return rendered(template, frame, status=status)


def _entries(
    words: Iterable[tuple[str, str, str]], *, current: str, badges: Mapping[str, int], **place: UUID
) -> list[Entry]:
    return [
        Entry(
            key=key,
            label=_(label),
            icon=icon,
            href=address(key, **place),
            current=key == current,
            badge=badges.get(key, 0),
        )
        for key, label, icon in words
    ]


def _menu_across(request: HttpRequest, *, current: str, waiting: int) -> list[Entry]:
    """The words over several networks. Who has one network keeps its menu at what is their own."""
    only = request.session.get("only")
    if only and current == "more_across":
        return _entries(MENU, current="more", badges={}, network_id=UUID(only))
    across = (ROUTE, *MENU_ACROSS) if request.session.get("route") else MENU_ACROSS
    return _entries(across, current=current, badges={"for_me": waiting})


def page_across(
    here: Outside,
    template: str,
    *,
    current: str,
    status: int = 200,
    waiting: int | None = None,
    **context: Any,
) -> HttpResponse:
    """A page over several networks, or of the person alone. `waiting`, how much is new to them,
    saves a statement when the view has it."""
    if waiting is None:
        waiting = inbox_count(at_most=BADGE_AT_MOST)
    frame = basics(
        here.request,
        nav=_menu_across(here.request, current=current, waiting=waiting),
        live_url=live_address(here.request, None),
        here=here,
        **context,
    )
    return rendered(template, frame, status=status)
