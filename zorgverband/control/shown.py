"""'Wie beslist' ready to print: for one client the state in sentences, who acts, and what the
viewer can do about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base.deciding import Standing
from zorgverband.base.viewer import Seat
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face
from zorgverband.ui.dates import full_date

from .grounds import GROUNDS
from .queries import Acting, Held, Proposed, history
from .words import People, decides, names_of, state_line, subjects_of, turning, what_changed


@dataclass(frozen=True)
class ShownActing:
    """Somebody who acts for the client, as facts to print."""

    id: UUID
    name: str
    ground: str
    document: str
    subjects: str
    since: str
    review: str
    late: bool
    may_stop: bool


@dataclass(frozen=True)
class ShownParent:
    """A member with authority; `may_end`: whether the viewer can say that it ended."""

    member: UUID
    name: str
    may_end: bool


@dataclass(frozen=True)
class ShownChange:
    """One line of the history: what changed, who did it, when, why, and what was shown."""

    id: UUID
    text: str
    who: str
    when: str
    reason: str
    document: str
    shown: list[str]


@dataclass(frozen=True)
class ShownProposal:
    """A proposal that waits: who made it, and about whom."""

    id: UUID
    who: str


@dataclass(frozen=True)
class Shown:
    """One client on the page."""

    client: UUID
    name: str
    me: bool
    sentences: list[str]
    turning: str
    acting: list[ShownActing]
    parents: list[ShownParent]
    child: bool
    dead: bool
    can: frozenset[str] = field(default_factory=frozenset)

    @property
    def can_more(self) -> bool:
        """Whether there is more to do than what stands in a panel of its own."""
        return bool(self.can - {"take_back", "no_help", "authority"})


def shown(
    one: Standing, *, seat: Seat, people: People, acting: Sequence[Acting], parents: Sequence[UUID]
) -> Shown:
    """How it stands with one client, for who looks."""
    me, mine = one.client == seat.member, [x for x in acting if x.client == one.client]
    return Shown(
        client=one.client,
        name=people[one.client].name,
        me=me,
        sentences=[said for said in decides(one, mine, people, me=me) if said],
        turning=turning(one, people, me=me),
        acting=[_acting(x, one, seat, people) for x in mine if x.member in people],
        parents=[
            ShownParent(
                parent, people[parent].name, (seat.coordinator and parent != seat.member)
                or parent == seat.member,
            )
            for parent in parents if parent in people
        ],
        child=one.age_group < 18,
        dead=one.died_on is not None,
        can=can(one, seat=seat, people=people, acting=mine, parents=parents),
    )  # fmt: skip


def can(
    one: Standing, *, seat: Seat, people: People, acting: Sequence[Acting], parents: Sequence[UUID]
) -> frozenset[str]:
    """What the viewer can do; for showing buttons, the functions of the database have the word."""
    if one.died_on is not None:
        return frozenset()
    me, old_enough = one.client == seat.member, one.age_group >= 12
    decider = seat.member in one.deciders
    mine = seat.member in {x.member for x in acting}
    doctor = seat.side == Side.CARE and people[seat.member].function_code == "gp"
    found = {
        "take_back": one.state in ("represented", "interim") and me and old_enough,
        "no_help": one.state == "supported" and me,
        "support": me and one.state in ("self", "supported") and one.age_group >= 16,
        "represent": one.age_group >= 16 and (decider or seat.coordinator),
        "interim": seat.coordinator and not me and one.state != "interim" and not mine,
        "authority": one.age_group < 18 and (seat.coordinator or seat.member in parents),
        "death": not me and (seat.coordinator or mine or doctor),
    }
    return frozenset(word for word, may in found.items() if may)


def _acting(x: Acting, one: Standing, seat: Seat, people: People) -> ShownActing:
    mine = seat.member in (x.member, x.client)
    return ShownActing(
        id=x.id,
        name=people[x.member].name,
        ground=str(GROUNDS.get(x.ground, "")),
        document=x.document,
        subjects=subjects_of(x.subjects),
        since=full_date(x.since),
        review=full_date(x.review_on) if x.review_on else "",
        late=x.late,
        may_stop=mine or seat.member in one.deciders,
    )


def show_history(
    network: UUID, client: UUID, people: People, names: dict[UUID, str]
) -> list[ShownChange]:
    """What changed in who decides, newest first."""
    return [
        ShownChange(
            id=row["id"],
            text=what_changed(
                row["what"], who=names.get(row["person_id"], _("Iemand")),
                member=names_of([row["member_id"]] if row["member_id"] else [], people) or _("Iemand"),
                until=full_date(row["until"]) if row["until"] else "",
            ),
            who=names.get(row["person_id"], _("Iemand")),
            when=full_date(row["at"]),
            reason=row["words__reason"] or "",
            document=row["words__document"] or "",
            shown=row["words__shown"] or [],
        )
        for row in history(network, client)
    ]  # fmt: skip


def waiting(
    found: Sequence[Proposed], *, seat: Seat, names: Mapping[UUID, str]
) -> list[ShownProposal]:
    """Those of these proposals that wait for the viewer's own answer."""
    return [
        ShownProposal(one.id, names.get(one.by_person, _("Iemand")))
        for one in found
        if one.by_member != seat.member and seat.member not in one.answered
        and (one.about == seat.member or seat.controls(one.about)
             or (one.kind == "represent" and seat.side in (Side.CARE, Side.SOCIAL)
             and one.payload["representative"] != str(seat.member)))
    ]  # fmt: skip


def today_line(held: Held | None, people: People) -> str:
    """For the client's own first page; nothing while they simply decide themselves."""
    if held is None or held.state == "self":
        return ""
    return state_line(held.state, held.holder, held.ends_at, held.acting, people)


def choosable(people: dict[UUID, Face], *, but: UUID, persons: bool = True) -> list[Face]:
    """Who can be chosen: everybody who takes part now, without this client; no teams."""
    return [face for face in people.values()
            if face.active and face.member != but and (face.person or not persons)]  # fmt: skip
