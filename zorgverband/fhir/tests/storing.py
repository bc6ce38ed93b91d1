"""Storing resources in the record of Jannie in tests, and files about her to upload."""

import json
from typing import Any

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.fhir.actions import Stored, store
from zorgverband.sharing.models import Item

from .samples import Json, read

# The Jannie of the cast: born when she was, called what she is called.
JANNIE: Json = {
    "resourceType": "Patient",
    "id": "jannie",
    "name": [{"given": ["Jannie"], "family": "de Wit"}],
    "birthDate": "1942-03-14",
}


def stored(cast: Cast, who: Somebody, value: Any, *, other_person: bool = False) -> Stored:
    """Store one JSON value about Jannie as somebody, under the real locks."""
    with inside(who.person, (cast.network,)) as viewer:
        return store(
            seat=viewer.seat(cast.network),
            person=who.person,
            about=cast.jannie.member,
            reading=read(value),
            other_person=other_person,
        )


def items(cast: Cast) -> list[Item]:
    """All items in the network, oldest first."""
    return list(Item.objects.using("owner").filter(network_id=cast.network).order_by("id"))


def as_bytes(value: Any) -> bytes:
    """The file with this JSON."""
    return json.dumps(value).encode()
