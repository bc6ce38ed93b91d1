"""Which pages a device of somebody's own keeps, to read without reception: those of today's clients.

Never exports, minutes, papers, or what is in a compartment: only these pages, which show none of it.
"""

from datetime import date
from urllib.parse import urlsplit
from uuid import UUID

from django.urls import reverse

from zorgverband.agenda.rounds import round_of
from zorgverband.base.viewer import Seat, enter, networks_of
from zorgverband.networks.models import Side

# So long, and of so many networks: a device that is lost holds no more than this.
HOURS = 24
MOST = 20
# What one reads, and where one writes, of one network.
READ = ("today", "news")
WRITE = ("write",)
REPORT = "visit_report"


def kept_addresses(person: UUID, day: date) -> list[str]:
    """The addresses of the pages, for who takes part at this moment: 'Mijn route' and the clients on it;
    for a client and their family, their own network."""
    seats = enter(person=person, networks=networks_of(person)).seats
    works = [one.member for one in seats.values() if not _at_home(one)]
    stops = [one for one in round_of(works, day) if not one.visit.cancelled]
    visited = [one.network for one in stops if one.network in seats]
    at_home = [network for network, one in seats.items() if _at_home(one)]
    networks = list(dict.fromkeys([*visited, *sorted(at_home)]))[:MOST]
    found = [reverse("my_route")] if visited else []
    for network in networks:
        names = [*READ, *WRITE, *([REPORT] if seats[network].side == Side.CARE else [])]
        found += [reverse(name, kwargs={"network_id": network}) for name in names]
    return [urlsplit(one).path for one in found]


def _at_home(seat: Seat) -> bool:
    return seat.side in (Side.CLIENT, Side.FAMILY)
