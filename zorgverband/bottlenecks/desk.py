"""The coordinator's desk: the networks that ask attention, most serious first, with one act each."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere
from zorgverband.base.viewer import Viewer, enter, enter_to_count, networks_and_coordinated
from zorgverband.networks.queries import Face, clients, faces_in, network_name
from zorgverband.networks.standing_in import standing_in
from zorgverband.ui.addresses import address
from zorgverband.ui.dates import local_day, short_date

from . import queries, ways
from .rules import RULES
from .shown import Shown, one_shown

NETWORKS_A_PAGE = 20
SIGNALS_A_NETWORK = 3
KINDS_TO_CHOOSE = 4


@dataclass(frozen=True)
class Signal:
    """One bottleneck on the desk: `post` when the button itself asks, else `action_href`."""

    id: UUID
    label: str
    tone: str
    text: str
    facts: list[UUID]
    href: str
    action_label: str
    action_href: str = ""
    post: str = ""


@dataclass(frozen=True)
class Row:
    """One network on the desk."""

    id: UUID
    name: str
    href: str
    sub: str
    signals: list[Signal]
    more: int
    more_href: str
    contact: str
    last_news: str
    review: str
    review_late: bool
    standing: str


@dataclass(frozen=True)
class Filter:
    """One choice of which networks to see, and how many these are."""

    label: str
    href: str
    current: bool
    count: int


@dataclass(frozen=True)
class Desk:
    """What somebody who coordinates sees; `following` is the next page, 0 for none."""

    rows: list[Row]
    filters: list[Filter]
    asking: int
    networks: int
    following: int


@dataclass
class _Standing:
    """What waits: the networks, most serious first, what of each, and of each kind in which networks."""

    rows: dict[UUID, list[tuple[UUID, str]]] = field(default_factory=dict)
    kinds: dict[str, set[UUID]] = field(default_factory=dict)

    def first_of(self, network: UUID, kind: str) -> list[UUID]:
        """What of this network stands on the desk: of the kind that was asked first."""
        found = sorted(self.rows[network], key=lambda one: one[1] != kind)
        return [id for id, _kind in found[:SIGNALS_A_NETWORK]]

    def more(self, network: UUID, shown: Collection[UUID]) -> int:
        """How many others the page of the network shows."""
        there = self.rows[network][: queries.HANDFUL]
        return len([id for id, _kind in there if id not in shown])


def desk_of(*, person: UUID, kind: str = "", number: int = 0) -> Desk:
    """The desk of this person, of one kind only when asked; raises NotHere for who coordinates
    nothing, nor looks after a network for who does. Counts over all those networks, then enters those
    it shows; the number of statements does not grow with them."""
    everywhere, mine = networks_and_coordinated(person)
    if not mine:
        raise NotHere()
    enter_to_count(person=person, networks=mine)
    found = _standing(mine)
    chosen = [one for one in found.rows if not kind or one in found.kinds.get(kind, ())]
    begin = number * NETWORKS_A_PAGE
    shown = chosen[begin : begin + NETWORKS_A_PAGE]
    following = number + 1 if len(chosen) > begin + NETWORKS_A_PAGE else 0
    rows = _rows(enter(person=person, networks=shown), shown, found, kind)
    filters = _filters(found, kind, len(everywhere))
    return Desk(rows, filters, len(found.rows), len(mine), following)


def _standing(networks: Sequence[UUID]) -> _Standing:
    found = _Standing()
    for network, id, kind in queries.standing(networks):
        found.rows.setdefault(network, []).append((id, kind))
        found.kinds.setdefault(kind, set()).add(network)
    return found


def _filters(found: _Standing, kind: str, networks: int) -> list[Filter]:
    """All that ask attention, all there are, and the kinds met most."""
    desk = address("desk")
    counts = Counter({one: len(those) for one, those in found.kinds.items()})
    common = sorted(counts, key=lambda one: (one != kind, -counts[one], one))[:KINDS_TO_CHOOSE]
    return [
        Filter(_("Vraagt aandacht"), desk, not kind, len(found.rows)),
        Filter(_("Alle"), f"{address('networks')}?alle=1", False, networks),
        *(Filter(str(RULES[one].title), f"{desk}?soort={one}", one == kind, counts[one])
          for one in common),
    ]  # fmt: skip


def _rows(viewer: Viewer, networks: Sequence[UUID], found: _Standing, kind: str) -> list[Row]:
    wanted = [id for one in networks for id in found.first_of(one, kind)]
    stand = sorted(queries.these(wanted), key=lambda row: wanted.index(row["id"]))
    people, glance = faces_in(networks), queries.at_a_glance(networks)
    signals: dict[UUID, list[Signal]] = {}
    for row in stand:
        here = row["network_id"]
        one = one_shown(row, seat=viewer.seat(here), people=people[here], titles=row["titles"])
        signals.setdefault(here, []).append(_signal(one, people[here]))
    return [
        _row(one, people[one], signals.get(one, []), found, glance[one])
        for one in networks
        if one in viewer.seats and one in glance
    ]


def _signal(one: Shown, people: dict[UUID, Face]) -> Signal:
    here = {"network_id": one.network, "bottleneck_id": one.id}
    at_once = ways.asks_at_once(one, people)
    return Signal(
        id=one.id, label=one.title, tone="error" if one.pressing else "attention", text=one.why,
        facts=[fact.id for fact in one.facts], href=address("bottleneck", **here),
        action_label=ways.label(one, people),
        action_href="" if at_once else ways.where(one, people),
        post=address("ask_about_bottleneck", **here) if at_once else "",
    )  # fmt: skip


def _row(
    network: UUID, people: dict[UUID, Face], signals: list[Signal], found: _Standing,
    glance: queries.Glance,
) -> Row:  # fmt: skip
    review = glance.review
    standing = standing_in(glance.standing, people)
    first = next((one.name for one in people.values() if one.active and one.first_contact), "")
    household = len([one for one in clients(people) if one.active])
    return Row(
        id=network, name=network_name(people), signals=signals,
        more=found.more(network, {one.id for one in signals}),
        more_href=address("bottlenecks", network_id=network),
        href=address("today", network_id=network),
        sub=_("%(num)s cliënten") % {"num": household} if household > 1 else "",
        standing=standing[0].sentence if standing else "",
        contact=first, last_news=_ago(glance.last), review=short_date(review) if review else "",
        review_late=review is not None and review < clock.today(),
    )  # fmt: skip


def _ago(moment: datetime | None) -> str:
    """'vandaag', 'gisteren', or the day."""
    if moment is None:
        return ""
    days = (clock.today() - local_day(moment)).days
    return {0: _("vandaag"), 1: _("gisteren")}.get(days) or short_date(moment)
