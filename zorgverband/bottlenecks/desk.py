"""The coordinator's desk: the networks that ask attention, most serious first, with one act each."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere
from zorgverband.base.viewer import Viewer, enter, networks_of
from zorgverband.networks.queries import Face, clients, faces_in, network_name
from zorgverband.sharing.queries import items
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
    """What waits: the networks, most serious first, and what of each."""

    rows: dict[UUID, list[queries.Row]] = field(default_factory=dict)
    kinds: dict[str, set[UUID]] = field(default_factory=dict)


def coordinated(viewer: Viewer) -> list[UUID]:
    """The networks this person coordinates, of those entered."""
    return [network for network, seat in viewer.seats.items() if seat.coordinator]


def desk_of(*, person: UUID, kind: str = "", number: int = 0) -> Desk:
    """The desk of this person, of one kind only when asked; raises NotHere for who coordinates
    nothing. Enters their networks; the number of statements does not grow with them."""
    viewer = enter(person=person, networks=networks_of(person))
    mine = coordinated(viewer)
    if not mine:
        raise NotHere()
    found = _standing(mine)
    chosen = [one for one in found.rows if not kind or one in found.kinds.get(kind, ())]
    begin = number * NETWORKS_A_PAGE
    shown = chosen[begin : begin + NETWORKS_A_PAGE]
    following = number + 1 if len(chosen) > begin + NETWORKS_A_PAGE else 0
    rows = _rows(viewer, shown, found)
    return Desk(rows, _filters(found, kind, len(mine)), len(found.rows), len(mine), following)


def _standing(networks: Sequence[UUID]) -> _Standing:
    found = _Standing()
    for row in queries.standing(networks):
        found.rows.setdefault(row["network_id"], []).append(row)
        found.kinds.setdefault(row["kind"], set()).add(row["network_id"])
    return found


def _filters(found: _Standing, kind: str, networks: int) -> list[Filter]:
    """All that ask attention, all there are, and the kinds met most."""
    desk = reverse("desk")
    counts = Counter({one: len(those) for one, those in found.kinds.items()})
    common = sorted(counts, key=lambda one: (one != kind, -counts[one], one))[:KINDS_TO_CHOOSE]
    return [
        Filter(_("Vraagt aandacht"), desk, not kind, len(found.rows)),
        Filter(_("Alle"), f"{reverse('networks')}?alle=1", False, networks),
        *(Filter(str(RULES[one].title), f"{desk}?soort={one}", one == kind, counts[one])
          for one in common),
    ]  # fmt: skip


def _rows(viewer: Viewer, networks: Sequence[UUID], found: _Standing) -> list[Row]:
    stand = [row for one in networks for row in found.rows[one][:SIGNALS_A_NETWORK]]
    facts = {fact for row in stand for fact in row["facts"]}
    titles = {one["id"]: one["title"] or "" for one in items(facts)} if facts else {}
    people, news = faces_in(networks), queries.last_news(networks)
    reviews = queries.next_reviews(networks)
    signals: dict[UUID, list[Signal]] = {}
    for row in stand:
        here = row["network_id"]
        one = one_shown(row, seat=viewer.seat(here), people=people[here], titles=titles)
        signals.setdefault(here, []).append(_signal(one, people[here]))
    return [
        _row(one, people[one], signals.get(one, []), len(found.rows[one]), news.get(one),
             reviews.get(one))
        for one in networks
    ]  # fmt: skip


def _signal(one: Shown, people: dict[UUID, Face]) -> Signal:
    here = {"network_id": one.network, "bottleneck_id": one.id}
    at_once = ways.asks_at_once(one, people)
    return Signal(
        id=one.id, label=one.title, tone="error" if one.pressing else "attention", text=one.why,
        facts=[fact.id for fact in one.facts], href=reverse("bottleneck", kwargs=here),
        action_label=one.act_words,
        action_href="" if at_once else ways.where(one, people),
        post=reverse("ask_about_bottleneck", kwargs=here) if at_once else "",
    )  # fmt: skip


def _row(
    network: UUID, people: dict[UUID, Face], signals: list[Signal], all_: int,
    news: datetime | None, review: date | None,
) -> Row:  # fmt: skip
    first = next((one.name for one in people.values() if one.active and one.first_contact), "")
    household = len([one for one in clients(people) if one.active])
    return Row(
        id=network, name=network_name(people), signals=signals, more=all_ - len(signals),
        more_href=reverse("bottlenecks", kwargs={"network_id": network}),
        href=reverse("today", kwargs={"network_id": network}),
        sub=_("%(num)s cliënten") % {"num": household} if household > 1 else "",
        contact=first, last_news=_ago(news), review=short_date(review) if review else "",
        review_late=review is not None and review < clock.today(),
    )  # fmt: skip


def _ago(moment: datetime | None) -> str:
    """'vandaag', 'gisteren', or the day."""
    if moment is None:
        return ""
    days = (clock.today() - local_day(moment)).days
    return {0: _("vandaag"), 1: _("gisteren")}.get(days) or short_date(moment)
