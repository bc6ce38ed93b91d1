"""Looking in need and safety compartments, as far as the viewer may know of them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Case, Q, QuerySet, When

from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone, NotHere
from zorgverband.journal.models import Look
from zorgverband.membership.models import Invitation
from zorgverband.networks.functions import label_of
from zorgverband.sharing.models import Compartment, CompartmentMember, Emergency, Item
from zorgverband.sharing.queries import FIELDS as ITEM_FIELDS

from .models import Opening

HISTORY = 50
FRESH = timedelta(days=7)
FIELDS = (
    "id", "network_id", "member_id", "client_id", "person_id", "reason", "starts_at", "ends_at",
    "reviewed_by_id", "reviewed_at", "judgement", "remark",
)  # fmt: skip


@dataclass(frozen=True)
class Looked:
    """One time somebody looked in need: who, about whom, why, how long, and how it was judged."""

    id: UUID
    network_id: UUID
    member_id: UUID
    client_id: UUID
    person_id: UUID
    reason: str
    starts_at: datetime
    ends_at: datetime
    reviewed_by_id: UUID | None
    reviewed_at: datetime | None
    judgement: str
    remark: str

    @property
    def runs(self) -> bool:
        """Whether it goes on now."""
        return self.starts_at <= clock.now() < self.ends_at

    @property
    def open(self) -> bool:
        """Whether nobody judged it yet."""
        return self.reviewed_at is None


def emergencies(network: UUID) -> list[Looked]:
    """The last fifty looks in need, what waits for a judgement first, then newest first."""
    rows: Any = (
        Emergency.objects.filter(network_id=network)
        .order_by(Case(When(reviewed_at=None, then=0), default=1), "-starts_at")
        .values(*FIELDS)[:HISTORY]
    )
    return [Looked(**row) for row in rows]


def fresh_emergencies(*, network: UUID, but: UUID) -> list[Looked]:
    """What the first pages tell: looks in need by others than `but`, of the last seven days or not
    judged yet, newest first; not what `but` judged."""
    rows: Any = fresh(network=network, but=but).values(*FIELDS)
    return [Looked(**row) for row in rows]


def fresh(*, network: Any, but: UUID) -> QuerySet[Emergency]:
    """`fresh_emergencies` as a query, to become a part of another."""
    return (
        Emergency.objects.filter(network_id=network)
        .filter(Q(reviewed_at=None) | Q(starts_at__gte=clock.now() - FRESH))
        .exclude(person_id=but)
        .exclude(reviewed_by_id=but)
        .order_by("-starts_at")[:5]
    )


def looked_of(facts: dict[str, Any]) -> Looked:
    """The same from JSON, as the database puts it in another query."""
    moments = {"starts_at", "ends_at", "reviewed_at"}
    ids = {name for name in FIELDS if name.endswith("id")}
    return Looked(**{name: _plain(name, facts[name], moments, ids) for name in FIELDS})


def _plain(name: str, value: Any, moments: set[str], ids: set[str]) -> Any:
    if value is None:
        return None
    if name in moments:
        return datetime.fromisoformat(value)
    return UUID(value) if name in ids else value


def emergency(*, network: UUID, id: UUID) -> Looked:
    """One of them; raises NotHere, the same for what is not there and what is not for you."""
    row: Any = Emergency.objects.filter(network_id=network, id=id).values(*FIELDS).first()
    if row is None:
        raise NotHere()
    return Looked(**row)


def read_in_need(one: Looked) -> list[int]:
    """The subjects that were read by it, from the access log; empty for who may not read that."""
    rows = Look.objects.filter(
        network_id=one.network_id, about_id=one.client_id, person_id=one.person_id,
        ground="emergency", at__gte=one.starts_at, at__lte=one.ends_at,
    )  # fmt: skip
    return sorted(set(rows.values_list("subject", flat=True)))


class CompartmentClosed(AlreadyDone):
    """Deze ruimte is gesloten. U kunt alles nog lezen, maar er niets meer bij doen."""


@dataclass(frozen=True)
class Confined:
    """A safety compartment, for who is named in it."""

    id: UUID
    about: UUID
    title: str
    created_at: datetime
    made_by: UUID
    closed_at: datetime | None
    closed_by: UUID | None
    closing: str


_CONFINED = (
    "id", "about_id", "title", "created_at", "made_by_id", "closed_at", "closed_by_id", "closing",
)  # fmt: skip


def compartments(network: UUID) -> list[Confined]:
    """The compartments the viewer is named in: open ones first, newest first."""
    rows = Compartment.objects.filter(network_id=network)
    order = (Case(When(closed_at=None, then=0), default=1), "-created_at")
    return [Confined(*row) for row in rows.order_by(*order).values_list(*_CONFINED)]


def compartment(*, network: UUID, id: UUID) -> Confined:
    """One of them; raises NotHere, the same for what is not there and what is not for you."""
    row = Compartment.objects.filter(network_id=network, id=id).values_list(*_CONFINED).first()
    if row is None:
        raise NotHere()
    return Confined(*row)


def open_compartment(*, network: UUID, id: UUID) -> Confined:
    """The same, when something can still be done in it; raises NotHere or CompartmentClosed."""
    found = compartment(network=network, id=id)
    if found.closed_at is not None:
        raise CompartmentClosed()
    return found


def named_in(compartment: UUID) -> set[UUID]:
    """The members named in a compartment."""
    rows = CompartmentMember.objects.filter(compartment_id=compartment)
    return set(rows.values_list("member_id", flat=True))


def invited_inside(compartment: UUID) -> list[dict[str, Any]]:
    """Invitations into a compartment that wait for an answer, newest first."""
    rows = Invitation.objects.filter(
        compartment=compartment, ended_at=None, expires_at__gt=clock.now()
    ).order_by("-created_at", "id")
    parts = ("given_name", "infix", "family_name")
    return [
        {**row, "name": " ".join(row[part] for part in parts if row[part]),
         "does": label_of(row["function"])}
        for row in rows.values("id", "function", "expires_at", *parts)
    ]  # fmt: skip


def items_inside(compartment: UUID) -> list[dict[str, Any]]:
    """What was written in a compartment, as far as the wall lets through, newest first."""
    rows: Any = (
        Item.objects.filter(compartment_id=compartment)
        .order_by("-happened_at", "-id")
        .values(*ITEM_FIELDS)[:HISTORY]
    )
    return list(rows)


def openings(compartment: UUID) -> list[dict[str, Any]]:
    """From when the client may see who looked inside, newest decision first."""
    rows: Any = (
        Opening.objects.filter(compartment_id=compartment)
        .order_by("-decided_at")
        .values("id", "opens_at", "note", "decided_by_id", "decided_at", "withdrawn_at")
    )
    return list(rows)
