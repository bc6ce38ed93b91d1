"""The lines of 'Meer', in groups: everything that has no word in the menu."""

from dataclasses import dataclass, replace
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from zorgverband.base.locked import supervises
from zorgverband.base.undoing import something_to_undo
from zorgverband.base.viewer import Seat
from zorgverband.carers.queries import check_due
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, clients
from zorgverband.organisations.queries import kept_by, programmes_kept_by, works_somewhere


@dataclass(frozen=True)
class Link:
    """One line of 'Meer'."""

    label: str
    href: str
    icon: str
    text: str = ""
    badge: int = 0


@dataclass(frozen=True)
class Group:
    """Lines that belong together, under a heading."""

    title: str
    links: list[Link]


def groups_in(seat: Seat, person: UUID, people: dict[UUID, Face]) -> list[Group]:
    """What this seat finds in its network, and what is the person's own."""
    for_me = _link("for_me", _("Voor mij"), "inbox", _("Wat er voor u is"))
    route = route_link() if seat.side == Side.CARE else []
    return [
        Group(_("Zorg"), _care(seat)),
        Group(_("Samen praten"), _talking(seat)),
        Group(_("Wie mag wat"), _rights(seat)),
        Group(_("Gegevens"), _records(seat, people)),
        Group(_("Voor u"), [for_me, *route, *own_links(person)]),
    ]


def networks_link() -> list[Link]:
    """Large letters leave it out of the menu of a phone."""
    return [_link("networks", _("Netwerken"), "users", _("De mensen bij wie u meedoet"))]


def route_link() -> list[Link]:
    """For who visits clients."""
    return [
        _link(
            "my_route", _("Mijn route"), "route", _("Bij wie u vandaag komt, en wat u moet weten")
        )
    ]


def own_links(person: UUID) -> list[Link]:
    """What belongs to the person, in whatever network."""
    return [
        *_supervision(),
        *_organisation(person),
        *_policy(person),
        *_undoing(),
        *_programmes(person),
        _link("notification_settings", _("Meldingen"), "bell", _("Wanneer u iets wilt horen")),
        _link("own_device", _("Lezen zonder bereik"), "cloud-off",
              _("Op een toestel dat van u alleen is")),
        _link("my_portrait", _("Uw foto"), "camera", _("Dan zien anderen wie er komt")),
        _link("safety", _("Inloggen en veiligheid"), "shield-check",
              _("Wachtwoord, passkey, toestellen")),
        _link("help", _("Hulp"), "life-buoy", _("Uitleg en wie u kunt bellen")),
    ]  # fmt: skip


def _link(name: str, label: str, icon: str, text: str, **parts: object) -> Link:
    return Link(label, reverse(name, kwargs=parts or None), icon, text)


def _care(seat: Seat) -> list[Link]:
    """What is known of the care, and who goes on with it."""
    here = {"network_id": seat.network}
    return [
        _link("record", _("Dossier"), "folder-heart",
              _("Adviezen, documenten en alles per onderwerp") if seat.side == Side.SOCIAL
              else _("Medicijnen, metingen en wat iemand belangrijk vindt"), **here),
        # Extra large letters leave these two out of the menu.
        _link("plan", _("Plan"), "flag", _("Doelen en afspraken"), **here),
        _link("people", _("Mensen"), "users", _("Wie doet wat, en wie u kunt bellen"), **here),
        _link("agenda", _("Agenda"), "calendar", _("Wie komt wanneer"), **here),
        _link("album", _("Foto's"), "image", _("De foto's van iedereen bij elkaar"), **here),
        _link("papers", _("Afdrukken"), "printer",
              _("De week, een telefoonlijst of het nieuws op papier"), **here),
        _link("agreements", _("Afspraken"), "list-checks", _("Wie doet wat, en wanneer"), **here),
        _link("bottlenecks", _("Wat vraagt aandacht"), "clock-alert",
              _("Wat nog geregeld moet worden"), **here),
        _link("help_list", _("Elkaar helpen"), "hand-helping", _("Hulp vragen, en wie het doet"), **here),
        *_own_page(seat),
        _carers(seat),
        _link("needs", _("Wat er nodig is"), "clipboard-list",
              _("Hulp en spullen thuis, en wie dat doet"), **here),
        *_going_home(seat),
        _link("handovers", _("Overdracht"), "repeat",
              _("Iemand anders gaat verder met de zorg"), **here),
    ]  # fmt: skip


def _talking(seat: Seat) -> list[Link]:
    """Every way to speak with each other."""
    here = {"network_id": seat.network}
    return [
        _link("questions", _("Vragen"), "circle-question-mark", _("Wie vraagt wat aan wie"), **here),
        _link("conversations", _("Gesprekken"), "message-square",
              _("Samen praten over één onderwerp"), **here),
        _link("meetings", _("Overleggen"), "messages-square",
              _("Samen praten over wat er nodig is"), **here),
        _link("reports", _("Doorgegeven"), "send",
              _("Iets doorgeven dat u opviel, en of het gelezen is"), **here),
        _link("complaints", _("Klacht of vraag"), "message-circle",
              _("Over de zorg of de samenwerking"), **here),
    ]  # fmt: skip


def _going_home(seat: Seat) -> list[Link]:
    """Nothing of a hospital for the social side."""
    if seat.side == Side.SOCIAL:
        return []
    text = _("Wat klaar moet zijn als iemand naar huis gaat")
    here = {"network_id": seat.network}
    return [_link("discharges", _("Uit het ziekenhuis"), "house", text, **here)]


def _own_page(seat: Seat) -> list[Link]:
    """For a carer alone."""
    if seat.side != Side.FAMILY:
        return []
    text = _("Wat u doet, wat iemand kan overnemen, en wanneer u weg bent")
    return [_link("what_i_do", _("Wat ik doe"), "clipboard-check", text, network_id=seat.network)]


def _carers(seat: Seat) -> Link:
    """For a carer with a mark when it is time to say how it goes."""
    link = _link("carers", _("Mantelzorg"), "hand-heart",
                 _("Wat een mantelzorger doet, en hoe het gaat"), network_id=seat.network)  # fmt: skip
    due = seat.side == Side.FAMILY and check_due(seat.network, seat.member)
    return replace(link, badge=int(due))


def _rights(seat: Seat) -> list[Link]:
    here = {"network_id": seat.network}
    found = [
        _link("who_decides", _("Wie beslist"), "key-round",
              _("Wie beslist, en wat er veranderde"), **here),
        _link("who_sees_what", _("Wie ziet wat"), "eye", _("Wie uw berichten mag lezen"), **here),
        _link("who_looked", _("Wie heeft gekeken"), "scroll-text",
              _("Wie las uw dossier, en wanneer"), **here),
    ]  # fmt: skip
    if seat.side != Side.SOCIAL:
        found.append(_link("emergencies", _("Noodtoegang"), "siren",
                           _("Wie in nood keek, en waarom"), **here))  # fmt: skip
    if seat.side in (Side.CARE, Side.SOCIAL):
        found.append(_link("compartments", _("Afgeschermde ruimte"), "shield",
                           _("Zorgen over veiligheid bespreken"), **here))  # fmt: skip
    return found


def _records(seat: Seat, people: dict[UUID, Face]) -> list[Link]:
    here = {"network_id": seat.network}
    found = [
        _link("requests", _("Verzoeken"), "inbox",
              _("Iets verbeteren, weghalen of afschermen"), **here)
    ]  # fmt: skip
    if seat.side in (Side.CLIENT, Side.FAMILY):
        found.append(_link("take_along", _("Dossier meenemen"), "download",
                           _("Alles in één bestand"), **here))  # fmt: skip
    # Whether somebody may, that door decides; family and municipality are not sent to it in vain.
    if seat.side == Side.CARE or any(seat.controls(one.member) for one in clients(people)):
        found.append(_link("fhir_upload", _("Gegevens overnemen"), "file-up",
                           _("Een bestand uit een ander systeem"), **here))  # fmt: skip
    return found


def _supervision() -> list[Link]:
    """For who supervises the log."""
    if not supervises():
        return []
    text = _("Wat opviel, en wat u daarvan vindt")
    return [_link("review_queue", _("Toezicht op het logboek"), "scroll-text", text)]


def _undoing() -> list[Link]:
    """For who was shut out by what may be a mistake."""
    if not something_to_undo():
        return []
    return [
        _link("undoing", _("Terugdraaien"), "undo-2", _("Iets ging dicht. Was dat een vergissing?"))
    ]


def _organisation(person: UUID) -> list[Link]:
    """For who keeps the list of an organisation."""
    if not kept_by(person):
        return []
    text = _("Medewerkers en teams van uw organisatie")
    return [_link("my_organisations", _("Mijn organisatie"), "building-2", text)]


def _policy(person: UUID) -> list[Link]:
    """For who works for an organisation."""
    if not works_somewhere(person):
        return []
    text = _("Agenda en besluiten van uw organisatie of buurt")
    return [_link("policy_meetings", _("Overleg over beleid"), "presentation", text)]


def _programmes(person: UUID) -> list[Link]:
    """For who keeps the programmes of a neighbourhood."""
    if not programmes_kept_by(person):
        return []
    text = _("Wat anderen als begin van een plan zien")
    return [_link("kept_programmes", _("Programma's van de buurt"), "layout-list", text)]
