"""The world before anything medical happens: enough of everything the social side may see, and a
safety compartment in which it is named."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.cast import Cast, Somebody, gather
from tests.doors.world import World, furnish
from tests.rows import put
from zorgverband.base.ids import new_id
from zorgverband.sharing.subjects import Subject

OPEN_TO_ALL = (Subject.HOME, Subject.PEOPLE, Subject.COMING, Subject.ARRANGEMENTS, Subject.MONEY)
MORE_THAN_A_PAGE = 34


@dataclass(frozen=True)
class Scene(World):
    """A furnished world, and a nurse who is in the team and did nothing here yet."""

    newcomer: Somebody


def before(owner: Any) -> Scene:
    """A fresh network, with more than a page of news that is not medical."""
    cast = gather(owner)
    plain = furnish(cast, medical=False)
    world = Scene(**vars(plain), newcomer=_newcomer(cast))
    authors = (cast.jannie, cast.marijke, cast.fatima, cast.anouk, cast.hanneke, cast.linda)
    for number in range(MORE_THAN_A_PAGE):
        cast.item(
            about=cast.network if number % 7 == 0 else cast.jannie,
            subject=OPEN_TO_ALL[number % len(OPEN_TO_ALL)],
            author=authors[number % len(authors)],
            body=f"Iets over de dakgoot, {number}.",
            at=datetime.now(UTC) - timedelta(hours=number * 5),
        )
    world.ids["compartment"] = _compartment(cast)
    return world


def _newcomer(cast: Cast) -> Somebody:
    person, account = new_id(), new_id()
    name = {"given_name": "Truus", "infix": "", "family_name": "Nieuwland"}
    email = f"truus.{person.hex[-12:]}@voorbeeld.test"
    put(cast.owner, {
        "people_person": [{"id": person, **name, "salutation": "", "key": ""}],
        "people_account": [{
            "id": account, "person_id": person, "email": email, "is_active": True,
            "password": "!", "last_login": None, "letters": "normal", "theme": "device",
            "language": "nl",
        }],
        "people_teamperson": [{
            "id": new_id(), "team_id": cast.fatima.team, "person_id": person,
            "function": "district_nurse", "ends_at": None,
            "starts_at": datetime.now(UTC) - timedelta(days=1),
        }],
    })  # fmt: skip
    return replace(cast.fatima, name="Truus Nieuwland", person=person, account=account, email=email)


def leading(world: Scene, owner: Any) -> None:
    """Give the social side everything that could open something: it coordinates, decides for the
    time being, represents the client for every subject, and holds permissions for all of them."""
    cast = world.cast
    linda, jannie, here = cast.linda, cast.jannie, {"network_id": cast.network}
    since = {"starts_at": datetime.now(UTC) - timedelta(days=5), "ends_at": None}
    owner.execute("UPDATE networks_member SET coordinator = id = %s WHERE network_id = %s",
                  [linda.member, cast.network])  # fmt: skip
    acting = {"client_id": jannie.member, "representative_id": linda.member, "document": "",
              "ground": "mentorship", "subjects": list(range(1, 16)), "review_on": None}  # fmt: skip
    control = {"client_id": jannie.member, "state": "interim", "holder_id": linda.member,
               "ground": "ziek"}  # fmt: skip
    put(owner, {
        "networks_representation": [{"id": new_id(), **here, **acting, **since}],
        "networks_control": [{"id": new_id(), **here, **control, **since}],
    })  # fmt: skip
    for subject in Subject:
        cast.permit(linda, subject, about=jannie, read=True, write=True, past=True)


def _compartment(cast: Cast) -> Any:
    compartment = new_id()
    here = {"network_id": cast.network}
    named = [
        {"id": new_id(), **here, "compartment_id": compartment, "member_id": one.member}
        for one in (cast.linda, cast.anouk, cast.fatima)
    ]
    made = {"id": compartment, **here, "created_at": datetime.now(UTC),
            "made_by_id": cast.linda.person}  # fmt: skip
    put(cast.owner, {"sharing_compartment": [made], "sharing_compartmentmember": named})
    return compartment
