"""An organisation with people to order, for these tests: the home care of the cast."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from tests.cast import Cast, Somebody
from tests.rows import put
from zorgverband.base.ids import new_id
from zorgverband.people.models import Team


@dataclass(frozen=True)
class Work:
    """The organisation, its team in the cast's network, and who keeps its list: Fatima."""

    organisation: UUID
    team: UUID
    keeper: Somebody


def employ(cast: Cast, organisation: UUID, *people: Somebody) -> None:
    """Let these people work there since nine days."""
    at = datetime.now(UTC) - timedelta(days=9)
    put(cast.owner, {"organisations_employment": [
        {"id": new_id(), "organisation_id": organisation, "person_id": one.person,
         "function": one.function, "starts_at": at, "ends_at": None} for one in people
    ]})  # fmt: skip


def home_care(cast: Cast) -> Work:
    """Fatima and Sanne work there, Fatima keeps the list."""
    assert cast.fatima.team is not None
    team = Team.objects.using("owner").get(id=cast.fatima.team)
    employ(cast, team.organisation_id, cast.fatima, cast.sanne)
    put(cast.owner, {"organisations_organisationkeeper": [
        {"id": new_id(), "organisation_id": team.organisation_id, "person_id": cast.fatima.person,
         "starts_at": datetime.now(UTC) - timedelta(days=9), "ends_at": None}
    ]})  # fmt: skip
    return Work(team.organisation_id, team.id, cast.fatima)


def turn_of(cast: Cast, who: Somebody) -> UUID:
    """The turn this person has in their team."""
    row = cast.owner.execute(
        "SELECT id FROM people_teamperson WHERE person_id = %s AND ends_at IS NULL", [who.person]
    ).fetchone()
    assert row is not None
    return UUID(str(row[0]))
