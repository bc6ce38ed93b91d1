"""Reading who decides: how it stands with each client, who acts for whom, and what changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet

from zorgverband.base import clock, deciding
from zorgverband.base.deciding import Standing
from zorgverband.base.refusals import NotHere
from zorgverband.networks.models import Authority, Control, KeptAccess, Representation

from .models import Answer, Change, Proposal

HISTORY_AT_MOST = 50


@dataclass(frozen=True)
class Acting:
    """Somebody acts for a client: who, on what ground, for which subjects, since and until when
    it must be looked at again."""

    id: UUID
    client: UUID
    member: UUID
    ground: str
    document: str
    subjects: tuple[int, ...]
    since: datetime
    review_on: date | None

    @property
    def late(self) -> bool:
        """Whether the day to look at it again has passed."""
        return self.review_on is not None and self.review_on < clock.today()


@dataclass(frozen=True)
class Kept:
    """A member keeps reading about a client who died."""

    id: UUID
    member: UUID
    ground: str
    subjects: tuple[int, ...]
    since: datetime
    until: datetime | None


@dataclass(frozen=True)
class Proposed:
    """A proposal: what somebody prepared and how it stands. `answered`: members who said yes."""

    id: UUID
    kind: str
    about: UUID
    payload: dict[str, Any]
    document: str
    medical: bool
    by_person: UUID
    by_member: UUID
    at: datetime
    state: str
    answered: frozenset[UUID]


def running() -> Q:
    """Of a dated fact: begun and not ended."""
    now = clock.now()
    return Q(starts_at__lte=now) & (Q(ends_at=None) | Q(ends_at__gt=now))


def standing_of(network: UUID, client: UUID) -> Standing:
    """How it stands with this client; raises NotHere for who is no client here now."""
    for one in deciding.standings(network):
        if one.client == client:
            return one
    raise NotHere()


def acting_for(network: UUID) -> list[Acting]:
    """Everybody who acts for a client of this network now. One statement."""
    rows = Representation.objects.filter(running(), network_id=network).order_by("starts_at", "id")
    return [
        Acting(*values[:5], tuple(values[5]), *values[6:])
        for values in rows.values_list(
            "id", "client_id", "representative_id", "ground", "document", "subjects", "starts_at",
            "review_on",
        )
    ]  # fmt: skip


def helped_by(network: UUID, member: UUID) -> set[UUID]:
    """The clients whom this member helps with deciding now: for them they may prepare changes."""
    rows = Control.objects.filter(
        running(), network_id=network, holder_id=member, state="supported"
    )
    return set(rows.values_list("client_id", flat=True))


def parents_with_authority(network: UUID) -> dict[UUID, list[UUID]]:
    """By child: the members with authority now, in the order in which it began. One statement."""
    rows = Authority.objects.filter(running(), network_id=network).order_by("starts_at", "id")
    found: dict[UUID, list[UUID]] = {}
    for child, parent in rows.values_list("child_id", "parent_id"):
        found.setdefault(child, []).append(parent)
    return found


def kept_of(network: UUID, client: UUID) -> list[Kept]:
    """Who keeps reading about this client who died."""
    rows = KeptAccess.objects.filter(running(), network_id=network, about_id=client)
    return [
        Kept(*values[:3], tuple(values[3]), *values[4:])
        for values in rows.order_by("starts_at", "id").values_list(
            "id", "member_id", "ground", "subjects", "starts_at", "ends_at"
        )
    ]


def history(network: UUID, client: UUID) -> list[dict[str, Any]]:
    """What changed in who decides about this client, newest first; one statement."""
    rows = Change.objects.filter(network_id=network, client_id=client).order_by("-at", "-id")
    found: Any = (
        rows.values(
            "id", "what", "member_id", "ground", "until", "person_id", "at", "words__reason",
            "words__document", "words__shown",
        )[:HISTORY_AT_MOST]
    )  # fmt: skip
    return list(found)


def open_proposals(network: UUID) -> list[Proposed]:
    """What waits for an answer, as far as the viewer is concerned in it. One statement."""
    return [proposed_of(row) for row in waiting_rows(network).values(*FIELDS)]


def waiting_rows(network: Any) -> QuerySet[Any]:
    """`open_proposals` as a query, to become a part of another."""
    rows = Proposal.objects.filter(network_id=network, state=Proposal.State.OPEN)
    return _with_answers(rows).order_by("created_at", "id")


def proposal(network: UUID, id: UUID) -> Proposed:
    """One proposal, whatever became of it; raises NotHere for whom it does not concern."""
    rows = _with_answers(Proposal.objects.filter(network_id=network, id=id)).values(*FIELDS)
    if not rows:
        raise NotHere()
    return proposed_of(rows[0])


FIELDS = (
    "id", "kind", "about_id", "payload", "document", "medical", "proposed_by_id",
    "proposed_member_id", "created_at", "state", "answered",
)  # fmt: skip


def _with_answers(rows: QuerySet[Any]) -> QuerySet[Any]:
    yes = Answer.objects.filter(proposal_id=OuterRef("pk"), agreed=True)
    found: QuerySet[Any] = rows.annotate(answered=ArraySubquery(yes.values("member_id")))
    return found


def proposed_of(row: Mapping[str, Any]) -> Proposed:
    """A row of these fields, from the database or out of JSON."""
    at = row["created_at"]
    return Proposed(
        id=_id(row["id"]),
        kind=row["kind"],
        about=_id(row["about_id"]),
        payload=row["payload"],
        document=row["document"],
        medical=row["medical"],
        by_person=_id(row["proposed_by_id"]),
        by_member=_id(row["proposed_member_id"]),
        at=datetime.fromisoformat(at) if isinstance(at, str) else at,
        state=row["state"],
        answered=frozenset(_id(one) for one in row["answered"]),
    )


def _id(value: UUID | str) -> UUID:
    return UUID(value) if isinstance(value, str) else value


@dataclass(frozen=True)
class Held:
    """How control over one client stands now, when it is not simply their own: for their first page."""

    state: str
    holder: UUID | None
    ends_at: datetime | None
    ground: str
    acting: tuple[UUID, ...]


def held_row(network: Any, client: UUID) -> QuerySet[Any]:
    """The newest running state of one client, with who acts for them, to become a part of another
    query."""
    rows = Control.objects.filter(running(), network_id=network, client_id=client)
    acts = Representation.objects.filter(running(), client_id=client).order_by("starts_at", "id")
    return rows.order_by("-starts_at", "-id").annotate(
        acting=ArraySubquery(acts.values("representative_id"))
    )


HELD = ("state", "holder_id", "ends_at", "ground", "acting")


def held_of(row: Mapping[str, Any]) -> Held:
    """A row of these fields out of JSON."""
    ends = row["ends_at"]
    return Held(
        state=row["state"],
        holder=_id(row["holder_id"]) if row["holder_id"] else None,
        ends_at=datetime.fromisoformat(ends) if ends else None,
        ground=row["ground"],
        acting=tuple(_id(one) for one in row["acting"]),
    )
