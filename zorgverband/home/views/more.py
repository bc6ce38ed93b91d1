"""'Meer', help, and the list of networks somebody takes part in."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zorgverband.base.locked import supervises
from zorgverband.base.typed import whole_number
from zorgverband.base.viewer import enter, networks_of
from zorgverband.networks.models import Side
from zorgverband.networks.queries import (
    Face,
    clients,
    faces,
    faces_in,
    initials_of,
    network_name,
)
from zorgverband.organisations.queries import kept_by
from zorgverband.sharing.doors import Here, Outside, network_door, own_door, person_door
from zorgverband.sharing.frame import basics, page, page_across, rendered
from zorgverband.sharing.queries import unread_in

NETWORKS_A_PAGE = 20


@dataclass(frozen=True)
class Link:
    """One line of 'Meer'."""

    label: str
    href: str
    icon: str
    text: str = ""
    badge: int = 0


def _links(entries: list[tuple[str, str, str, str]], **parts: object) -> list[Link]:
    found = []
    for name, label, icon, text in entries:
        try:
            found.append(Link(label, reverse(name, kwargs=parts or None), icon, text))
        except NoReverseMatch:
            continue
    return found


@require_GET
@network_door
def more(here: Here) -> HttpResponse:
    """Everything of a network that has no word in the menu."""
    people = faces(here.network)
    entries = [
        (
            "record",
            _("Dossier"),
            "folder-heart",
            _("Medicijnen, metingen en wat u belangrijk vindt"),
        ),
        ("people", _("Mensen"), "users", _("Wie doet wat, en wie u kunt bellen")),
        ("agreements", _("Afspraken"), "list-checks", _("Wie doet wat, en wanneer")),
        ("agenda", _("Agenda"), "calendar", _("Wie komt wanneer")),
        ("who_decides", _("Wie beslist"), "key-round", _("Wie beslist, en wat er veranderde")),
        ("who_sees_what", _("Wie ziet wat"), "eye", _("Wie uw berichten mag lezen")),
        ("who_looked", _("Wie heeft gekeken"), "scroll-text", _("Wie las uw dossier, en wanneer")),
    ]
    # Whether somebody may, that door decides; family and municipality are not sent to it in vain.
    if here.seat.side == Side.CARE or any(
        here.seat.controls(one.member) for one in clients(people)
    ):
        upload = (_("Gegevens overnemen"), "file-up", _("Een bestand uit een ander systeem"))
        entries.append(("fhir_upload", *upload))
    entries.append(
        ("requests", _("Verzoeken"), "inbox", _("Iets verbeteren, weghalen of afschermen"))
    )
    if here.seat.side in (Side.CLIENT, Side.FAMILY):
        entries.append(("take_along", _("Dossier meenemen"), "download", _("Alles in één bestand")))
    if here.seat.side != Side.SOCIAL:
        urgent = (_("Noodtoegang"), "siren", _("Wie in nood keek, en waarom"))
        entries.append(("emergencies", *urgent))
    if here.seat.side in (Side.CARE, Side.SOCIAL):
        apart = (_("Afgeschermde ruimte"), "shield", _("Zorgen over veiligheid bespreken"))
        entries.append(("compartments", *apart))
    own = [
        ("for_me", _("Voor mij"), "inbox", _("Wat er voor u is")),
        ("notification_settings", _("Meldingen"), "bell", _("Wanneer u iets wilt horen")),
        (
            "safety",
            _("Inloggen en veiligheid"),
            "shield-check",
            _("Wachtwoord, passkey, apparaten"),
        ),
        ("help", _("Hulp"), "life-buoy", _("Uitleg en wie u kunt bellen")),
    ]
    links = _links(entries, network_id=here.network) + _links(
        _officer() + _organisation(here.person) + own
    )
    return page(here, "home/more.html", current="more", people=people, links=links)


def _officer() -> list[tuple[str, str, str, str]]:
    """The same for who supervises the log."""
    if not supervises():
        return []
    text = _("Wat opviel, en wat u daarvan vindt")
    return [("review_queue", _("Toezicht op het logboek"), "scroll-text", text)]


def _organisation(person: UUID) -> list[tuple[str, str, str, str]]:
    """Who keeps the list of an organisation finds it here; others are not sent there in vain."""
    if not kept_by(person):
        return []
    text = _("Medewerkers en teams van uw organisatie")
    return [("my_organisations", _("Mijn organisatie"), "building-2", text)]


@require_GET
@person_door
def more_across(here: Outside) -> HttpResponse:
    """The same for who looks over several networks."""
    links = _links(
        [
            *_officer(),
            *_organisation(here.person),
            ("notification_settings", _("Meldingen"), "bell", _("Wanneer u iets wilt horen")),
            (
                "safety",
                _("Inloggen en veiligheid"),
                "shield-check",
                _("Wachtwoord, passkey, apparaten"),
            ),
            ("help", _("Hulp"), "life-buoy", _("Uitleg en wie u kunt bellen")),
        ]
    )
    return page_across(here, "home/more.html", current="more_across", links=links)


@dataclass(frozen=True)
class NetworkLine:
    """One network in the list: its name and how much news there is."""

    id: UUID
    name: str
    initials: str
    unread: int
    role: str


@require_GET
@person_door
def networks(here: Outside) -> HttpResponse:
    """The networks this person takes part in, some at a time."""
    ids = networks_of(here.person)
    asked = here.request.GET.get("page", "")
    number = whole_number(asked) or 0
    shown = ids[number * NETWORKS_A_PAGE : (number + 1) * NETWORKS_A_PAGE]
    viewer = enter(person=here.person, networks=shown)
    people, unread = faces_in(shown), unread_in(shown)
    lines = [
        _line(network, people[network], viewer.seat(network).member, unread[network])
        for network in shown
        if network in viewer.seats
    ]
    lines.sort(key=lambda line: (-line.unread, line.name))
    following = number + 1 if len(ids) > (number + 1) * NETWORKS_A_PAGE else 0
    return page_across(
        here, "home/networks.html", current="networks", lines=lines, following=following
    )


def _line(network: UUID, people: dict[UUID, Face], member: UUID, unread: int) -> NetworkLine:
    name = network_name(people)
    mine = people.get(member)
    return NetworkLine(
        id=network,
        name=name,
        initials=initials_of(name),
        unread=unread,
        role=mine.function if mine else "",
    )


@require_GET
@own_door
def help(request: HttpRequest) -> HttpResponse:
    """What Zorgverband is in four sentences, and what to do in need."""
    return rendered("home/help.html", basics(request))
