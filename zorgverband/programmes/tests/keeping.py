"""A neighbourhood with a keeper of its programmes: the home care of the cast, and Fatima."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.urls import reverse

from tests.cast import Cast
from tests.rows import put
from zorgverband.base.ids import new_id
from zorgverband.organisations.tests.working import Work, home_care


@dataclass(frozen=True)
class Place:
    """The neighbourhood, and the work of who keeps its programmes."""

    id: UUID
    work: Work


def neighbourhood(cast: Cast, *, keeper: bool = True) -> Place:
    """Fatima keeps the list of her organisation, and the programmes unless not yet."""
    work, id, at = home_care(cast), new_id(), datetime.now(UTC) - timedelta(days=9)
    put(cast.owner, {
        "organisations_neighbourhood": [{"id": id, "name": f"Buurt {id.hex[-6:]}"}],
        "organisations_neighbourhoodorganisation": [
            {"id": new_id(), "neighbourhood_id": id, "organisation_id": work.organisation,
             "starts_at": at, "ends_at": None}
        ],
    })  # fmt: skip
    if keeper:
        put(cast.owner, {"organisations_programmekeeper": [
            {"id": new_id(), "neighbourhood_id": id, "person_id": cast.fatima.person,
             "appointed_by_id": None, "starts_at": at, "ends_at": None}
        ]})  # fmt: skip
    return Place(id, work)


def own(name: str, *parts: UUID | str) -> str:
    """The address of a page of who keeps programmes."""
    return reverse(name, args=parts)


def send(client: Any, address: str, **typed: Any) -> Any:
    """Post a form with a fresh key."""
    return client.post(address, {"key": uuid4().hex, **typed})


def drafted(client: Any, place: Place, version: UUID) -> UUID:
    """A draft with the lines of this version."""
    answer = send(client, own("copy_programme", place.id, version))
    assert answer.status_code == 302
    return UUID(answer["Location"].rstrip("/").rsplit("/", 1)[-1])
