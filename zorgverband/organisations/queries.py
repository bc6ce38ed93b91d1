"""The people and teams of an organisation, as who keeps its list sees them."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from zorgverband.base import clock, working
from zorgverband.base.refusals import NotHere
from zorgverband.base.working import Colleague, Turns
from zorgverband.networks.functions import label_of
from zorgverband.people.models import Team
from zorgverband.people.names import full_name
from zorgverband.ui.dates import full_date

from .models import (
    ComplaintsOfficer,
    Employment,
    NeighbourhoodOrganisation,
    OrganisationKeeper,
    ProfessionalNumber,
    ProgrammeKeeper,
    WorkInvitation,
)


def kept_by(person: UUID) -> list[tuple[UUID, str]]:
    """(id, name) of the organisations whose list this person keeps now, by name."""
    now = clock.now()
    rows = OrganisationKeeper.objects.filter(person_id=person, starts_at__lte=now)
    rows = rows.filter(Q(ends_at=None) | Q(ends_at__gt=now)).order_by("organisation__name")
    return list(rows.values_list("organisation_id", "organisation__name"))


def works_somewhere(person: UUID) -> bool:
    """Whether this person works for an organisation now, as its own list says."""
    return Employment.objects.filter(_running(), person_id=person).exists()


def neighbourhoods_of(organisation: UUID) -> list[tuple[UUID, str]]:
    """(id, name) of the neighbourhoods in which an organisation works now, by name."""
    rows = NeighbourhoodOrganisation.objects.filter(_running(), organisation_id=organisation)
    rows = rows.order_by("neighbourhood__name")
    return list(rows.values_list("neighbourhood_id", "neighbourhood__name"))


def programmes_kept_by(person: UUID) -> list[tuple[UUID, str]]:
    """(id, name) of the neighbourhoods whose programmes this person keeps now, by name."""
    rows = ProgrammeKeeper.objects.filter(_running(), person_id=person)
    return sorted(
        set(rows.values_list("neighbourhood_id", "neighbourhood__name")), key=lambda one: one[1]
    )


def _running() -> Q:
    now = clock.now()
    return Q(starts_at__lte=now) & (Q(ends_at=None) | Q(ends_at__gt=now))


def name_of(organisation: UUID, *, person: UUID) -> str:
    """The name of an organisation whose list this person keeps; raises NotHere for any other."""
    for id, name in kept_by(person):
        if id == organisation:
            return name
    raise NotHere()


@dataclass(frozen=True)
class InTeam:
    """That somebody is in a team, in words: 'Team Zuid', 'wijkverpleegkundige', 'tot 3 december'."""

    turn: UUID
    team: UUID
    person: UUID
    team_name: str
    name: str
    function: str
    when: str
    over: bool


@dataclass
class Person:
    """Somebody who works here."""

    person: UUID
    name: str
    function: str
    since: str
    keeper: bool
    numbers: dict[str, str]
    turns: list[InTeam] = field(default_factory=list)

    @property
    def teams(self) -> str:
        """'Team Zuid, Team Noord': the teams of now and of later."""
        return ", ".join(dict.fromkeys(turn.team_name for turn in self.turns if not turn.over))


@dataclass
class TeamOfUs:
    """A team with who is in it, was in it or will be."""

    team: UUID
    name: str
    phone: str
    turns: list[InTeam] = field(default_factory=list)

    @property
    def people(self) -> int:
        """How many persons are in it now or later."""
        return len({turn.person for turn in self.turns if not turn.over})


def book_of(organisation: UUID) -> tuple[list[Person], list[TeamOfUs]]:
    """The people by family name and the teams by name. Three statements."""
    teams = {
        row["id"]: TeamOfUs(row["id"], row["name"], row["phone"])
        for row in Team.objects.filter(organisation_id=organisation)
        .order_by("name", "id")
        .values("id", "name", "phone")
    }
    people = {one.person: _person(one) for one in working.staff(organisation)}
    for turn in working.turns(organisation):
        if turn.team in teams:
            shown = _in_team(turn, teams[turn.team].name)
            teams[turn.team].turns.append(shown)
            if turn.person in people:
                people[turn.person].turns.append(shown)
    return list(people.values()), list(teams.values())


def _person(one: Colleague) -> Person:
    return Person(
        person=one.person,
        name=full_name(one.given_name, one.infix, one.family_name),
        function=label_of(one.function),
        since=full_date(one.since),
        keeper=one.keeper,
        numbers={kind.value: one.numbers.get(kind, "") for kind in ProfessionalNumber.Kind},
    )


def _in_team(turn: Turns, team: str) -> InTeam:
    return InTeam(
        turn=turn.turn,
        team=turn.team,
        person=turn.person,
        team_name=team,
        name=turn.name,
        function=label_of(turn.function),
        when=_when(turn.starts_at, turn.ends_at, substitute=turn.substitute),
        over=turn.ends_at is not None and turn.ends_at <= clock.now(),
    )


def _when(starts_at: datetime, ends_at: datetime | None, *, substitute: bool) -> str:
    now = clock.now()
    if ends_at is not None and ends_at <= now:
        words = _("was er bij tot %(day)s") % {"day": full_date(ends_at)}
    elif starts_at > now and ends_at is not None:
        words = _("van %(first)s tot %(last)s") % {
            "first": full_date(starts_at), "last": full_date(ends_at),
        }  # fmt: skip
    elif starts_at > now:
        words = _("vanaf %(day)s") % {"day": full_date(starts_at)}
    elif ends_at is not None:
        words = _("tot %(day)s") % {"day": full_date(ends_at)}
    else:
        words = _("sinds %(day)s") % {"day": full_date(starts_at)}
    return _("valt in, %(when)s") % {"when": words} if substitute else words


def waiting(organisation: UUID) -> list[dict[str, Any]]:
    """Invitations nobody answered yet, newest first."""
    rows = WorkInvitation.objects.filter(organisation_id=organisation, ended_at=None)
    return [
        {**row, "name": full_name(row["given_name"], row["infix"], row["family_name"]),
         "does": label_of(row["function"]), "until": full_date(row["expires_at"]),
         "late": row["expires_at"] <= clock.now()}
        for row in rows.order_by("-created_at", "id").values(
            "id", "given_name", "infix", "family_name", "function", "email", "expires_at"
        )[:50]
    ]  # fmt: skip


def officer_of(organisation: UUID) -> dict[str, str]:
    """Name, number and address of the complaints officer; empty words when there is none yet."""
    words = ("name", "phone", "address")
    row = ComplaintsOfficer.objects.filter(organisation_id=organisation).values(*words).first()
    return dict(row) if row else dict.fromkeys(words, "")
