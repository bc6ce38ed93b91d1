"""Where somebody meets a bottleneck outside its own pages: what is theirs to look at, over all their
networks or in one, and what is said beside the agreement or goal it is about."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from zorgverband.base.viewer import Seat, Viewer
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face
from zorgverband.sharing.beside import Remark, Remarks

from . import queries
from .queries import Row
from .shown import Shown, one_shown

# So many lines of what is theirs; the rest stands on the page of the network, or on the desk.
AT_MOST = 3


@dataclass(frozen=True)
class Called:
    """How somebody is called where only a name is known."""

    member: UUID
    name: str

    @property
    def given_name(self) -> str:
        """The first word of the name."""
        return self.name.split(" ")[0]


def own_here(
    rows: Sequence[Row], *, seat: Seat, people: Mapping[UUID, Face], but: Collection[UUID]
) -> list[Shown]:
    """Of what waits for this seat the most serious, as its reader meets it; not what rests on
    agreements that are shown already (`but`). Without statements."""
    return [
        one_shown(row, seat=seat, people=people, titles=row["titles"])
        for row in rows
        if not shown_already(row, but)
    ][:AT_MOST]


def shown_already(row: Row, shown: Collection[UUID]) -> bool:
    """Whether all it rests on stands on the page as an agreement of the reader."""
    return bool(row["facts"]) and set(row["facts"]) <= set(shown)


def gone_of(row: Row) -> UUID | None:
    """Who left, where it speaks of somebody who did."""
    gone = row["detail"].get("gone")
    return UUID(gone) if gone else None


def members_in(rows: Sequence[Row]) -> set[UUID]:
    """The members these rows speak of."""
    return {
        member
        for row in rows
        for member in (row["who_id"], row["about_id"], row["owner_id"], gone_of(row))
        if member is not None and member != row["network_id"]
    }


def show_own(rows: Sequence[Row], *, viewer: Viewer, members: Mapping[UUID, str]) -> list[Shown]:
    """Those rows as their reader meets them; `members`: how the members they speak of are called.
    Without statements."""
    people = {id: Called(id, name) for id, name in members.items()}
    return [
        one_shown(row, seat=viewer.seat(row["network_id"]), people=people, titles=row["titles"])
        for row in rows
    ]


def beside_items(seat: Seat, people: Mapping[UUID, Face], items: Collection[UUID]) -> Remarks:
    """What asks attention about each of these items of one network, as this reader meets it, the most
    serious first. One statement."""
    found: Remarks = {}
    for row in queries.resting_on(seat.network, items):
        one = one_shown(row, seat=seat, people=people, titles=row["titles"])
        said = _remark(one, calm=seat.side == Side.CLIENT and not one.doer)
        for fact in set(row["facts"]) & set(items):
            found.setdefault(fact, []).append(said)
    return found


def _remark(one: Shown, *, calm: bool) -> Remark:
    here = {"network_id": one.network, "bottleneck_id": one.id}
    return Remark(
        title=_("Hier wordt naar gekeken") if calm else one.title, text=one.why,
        href=reverse("bottleneck", kwargs=here),
        pressing=one.pressing, facts=tuple(fact.id for fact in one.facts),
    )  # fmt: skip
