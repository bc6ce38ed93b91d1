"""Who takes part in a network, grouped as on the page Mensen, with teams opened to their people."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet
from django.db.models.functions import JSONObject, TruncDate
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zorgverband.base import clock, joining
from zorgverband.journal.models import Look
from zorgverband.networks.functions import label_of
from zorgverband.networks.models import Exclusion, Role, Side
from zorgverband.networks.queries import Face
from zorgverband.people.models import Team, TeamPerson

from .models import Invitation

GROUPS: tuple[tuple[str, str | Promise], ...] = (
    (Side.CLIENT, _("Cliënt")),
    (Side.FAMILY, _("Familie en buren")),
    (Side.CARE, _("Zorg")),
    (Side.SOCIAL, _("Gemeente, welzijn en school")),
)
TEAMS_A_PAGE = 50


@dataclass(frozen=True)
class TeamMate:
    """Somebody who takes turns in a team now, since when and maybe until when, and whether they are
    kept out of this network."""

    person: UUID
    name: str
    function: str
    excluded: bool
    since: datetime
    until: datetime | None


def team_mates(network: UUID, people: dict[UUID, Face]) -> dict[UUID, list[TeamMate]]:
    """Per member that is a team: its people at this moment. Whom a team no longer lets in are left
    out, but shown as excluded to who leads."""
    teams = {face.team: face.member for face in people.values() if face.team and face.active}
    if not teams:
        return {}
    now = clock.now()
    seated = joining.seated(network)
    out = set(
        Exclusion.objects.filter(network_id=network, ends_at=None).values_list(
            "person_id", flat=True
        )
    )
    rows = (
        TeamPerson.objects.filter(team_id__in=list(teams), starts_at__lte=now)
        .filter(Q(ends_at=None) | Q(ends_at__gt=now))
        .order_by("person__given_name", "person_id")
        .values(
            "team_id",
            "person_id",
            "function",
            "starts_at",
            "ends_at",
            *(f"person__{part}" for part in _NAME),
        )
    )
    found: dict[UUID, list[TeamMate]] = defaultdict(list)
    for row in rows:
        member = teams[row["team_id"]]
        if (member, row["person_id"]) in seated or row["person_id"] in out:
            found[member].append(_mate(row, out))
    return dict(found)


_NAME = ("given_name", "infix", "family_name")


def _mate(row: dict[str, Any], out: set[UUID]) -> TeamMate:
    name = " ".join(row[f"person__{part}"] for part in _NAME if row[f"person__{part}"])
    return TeamMate(
        person=row["person_id"],
        name=name,
        function=label_of(row["function"]),
        excluded=row["person_id"] in out,
        since=row["starts_at"],
        until=row["ends_at"],
    )


def known(member: UUID) -> bool:
    """Whether the social side may know what this member does."""
    return Role.objects.filter(member_id=member, known=True).exists()


LOOKED_BACK = timedelta(days=30)


@dataclass(frozen=True)
class Looker:
    """Somebody who looked through a membership lately: on how many days, and when last."""

    person: UUID
    name: str
    days: int
    last: datetime


def lookers(*, network: UUID, member: UUID, names: dict[UUID, str]) -> list[Looker]:
    """Who looked through this membership in the last thirty days, the last to look first; as far as
    the viewer may read the log: of what is about them, or about whom they represent."""
    rows = (
        Look.objects.filter(network_id=network, member_id=member, at__gte=clock.now() - LOOKED_BACK)
        .order_by()
        .annotate(day=TruncDate("at"))
        .values("person_id", "person_name")
        .annotate(days=Count("day", distinct=True), last=Max("at"))
        .order_by("-last")
    )
    return [
        Looker(row["person_id"], names.get(row["person_id"], row["person_name"]), row["days"],
               row["last"])
        for row in rows
    ]  # fmt: skip


@dataclass(frozen=True)
class Group:
    """One side of the network on the page."""

    title: str
    faces: list[Face]


def key_people(people: dict[UUID, Face]) -> list[Face]:
    """First contact and coordinator, in that order; one entry for who is both."""
    there = [face for face in people.values() if face.active]
    first = [face for face in there if face.first_contact]
    return first + [face for face in there if face.coordinator and not face.first_contact]


def groups(people: dict[UUID, Face]) -> list[Group]:
    """Everybody else who takes part now, by side; empty sides are left out."""
    on_top = {face.member for face in key_people(people)}
    found = []
    for side, title in GROUPS:
        faces = [
            face
            for face in people.values()
            if face.side == side and face.active and face.member not in on_top
        ]
        if faces:
            found.append(Group(str(title), faces))
    return found


def former(people: dict[UUID, Face]) -> list[Face]:
    """Who took part before and does not any more, the last to leave first."""
    gone = [face for face in people.values() if not face.active]
    back = {face.person or face.team for face in people.values() if face.active}
    return sorted(
        (face for face in gone if (face.person or face.team) not in back),
        key=lambda face: (face.left_at or face.joined_at, face.member),
        reverse=True,
    )


_INVITED = (
    "id", "given_name", "infix", "family_name", "function", "description", "side", "email",
    "expires_at", "sent_at", "ended_at", "ending", "organisation__name", "put_at", "confirmed_at",
    "invited_by_id",
)  # fmt: skip


def open_invitations(network: UUID) -> list[dict[str, Any]]:
    """Invitations that wait for an answer, also of the client who is asked first, and those that
    came to nothing, newest first; for who leads, and for who prepared them."""
    rows = (
        Invitation.objects.filter(network_id=network)
        .exclude(confirmed_at=None, put_at=None)
        .exclude(ending__in=["accepted", "withdrawn"])
        .order_by("-created_at", "id")
        .values(*_INVITED)[:20]
    )
    now = clock.now()
    return [
        {
            **row,
            "name": " ".join(row[part] for part in _NAME if row[part]),
            "does": row["description"] or label_of(row["function"]),
            "state": row["ending"] or _state(row, now),
        }
        for row in rows
    ]


def _state(row: dict[str, Any], now: datetime) -> str:
    if row["confirmed_at"] is None:
        return "put"
    return "expired" if row["expires_at"] <= now else "waiting"


def put_before(network: Any, *, but: UUID) -> QuerySet[Any]:
    """The invitations that were put before the client and wait, as JSON of their number and of who
    prepared them, to become a part of another query."""
    rows = Invitation.objects.filter(network_id=network, confirmed_at=None, ended_at=None)
    found: QuerySet[Any] = (
        rows.exclude(put_at=None)
        .exclude(prepared_by_id=but)
        .order_by("put_at", "id")
        .values(row=JSONObject(id="id", by="prepared_by_id"))
    )
    return found


def organisation_names(limit: int = 300) -> list[str]:
    """Names to choose from while typing: of organisations that take part in this network, as far
    as one may know. Which others there are would tell of other networks."""
    known = Role.objects.exclude(organisation=None).values("organisation__name")
    return list(
        known.order_by("organisation__name")
        .values_list("organisation__name", flat=True)
        .distinct()[:limit]
    )


def organisations_here() -> list[tuple[UUID, str]]:
    """The organisations that take part in this network, as far as one may know: id and name."""
    known = Role.objects.exclude(organisation=None).order_by("organisation__name")
    return list(known.values_list("organisation_id", "organisation__name").distinct())


def organisation_of(member: UUID) -> UUID | None:
    """For which organisation this member works, as far as one may know."""
    return Role.objects.filter(member_id=member).values_list("organisation_id", flat=True).first()


def teams_found(words: str) -> list[Any]:
    """Teams of organisations with these words in their name or their organisation's."""
    rows = Team.objects.filter(Q(name__icontains=words) | Q(organisation__name__icontains=words))
    return list(
        rows.order_by("organisation__name", "name", "id").values(
            "id", "name", "organisation__name", "organisation__kind"
        )[:TEAMS_A_PAGE]
    )
