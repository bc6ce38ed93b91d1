"""What these tests do over and over, through the front door: invite, open the link, answer."""

import re
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.test import Client
from django.urls import reverse

from tests.cast import Cast, Somebody
from zorgverband.membership.tokens import token_of

GOOD_PASSWORD = "een lange zin om in te loggen"


def at(name: str, cast: Cast, **parts: object) -> str:
    """The address of a page of the cast's network."""
    return reverse(name, kwargs={"network_id": cast.network, **parts})


def send(client: Client, address: str, **fields: object) -> Any:
    """Post a form with a fresh idempotency key."""
    return client.post(address, {"key": uuid4().hex, **fields})


def confirm(client: Client, address: str, **fields: str) -> Any:
    """Look at what an act changes, and confirm exactly that; without having seen it, if the page
    does not show it."""
    found = re.search(r'name="seen" value="(\w+)"', client.get(address, fields).content.decode())
    return send(client, address, seen=found[1] if found else "", **fields)


def words(response: Any) -> str:
    """What is on the page, without tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def wish(**fields: object) -> dict[str, object]:
    """A good form for a physiotherapist, changed by `fields`; the address is new each time."""
    return {
        "given_name": "Mo",
        "infix": "",
        "family_name": "Jansen",
        "email": f"mo.{uuid4().hex[:12]}@voorbeeld.test",
        "function": "physiotherapist",
        "organisation": f"Fysio {uuid4().hex[:6]}",
        "kind": "paramedic",
        "description": "",
        **fields,
    }


@dataclass(frozen=True)
class Invited:
    """An invitation that was sent: its number, address and code."""

    id: UUID
    code: str
    email: str

    @property
    def link(self) -> str:
        """The path in the mail."""
        return reverse("invitation", kwargs={"token": token_of(self.id)})


def drafted(client: Client, cast: Cast, **fields: object) -> str:
    """Fill in the form; answer the address of the page with the effect."""
    answer = send(client, at("invite", cast), **wish(**fields))
    assert answer.status_code == 302, words(answer)
    return str(answer.headers["Location"])


def invited(client: Client, cast: Cast, **fields: object) -> Invited:
    """Invite somebody: form, effect, confirm, code."""
    filled = wish(**fields)
    effect = drafted(client, cast, **filled)
    after = send(client, effect)
    page = client.get(after.headers["Location"])
    found = re.search(r'class="code">([\d ]+)<', page.content.decode())
    assert found, words(page)
    return Invited(UUID(effect.split("/")[-2]), found[1], str(filled["email"]))


def opened(invitation: Invited) -> Client:
    """A browser of who got the mail and the code, with the offer before them."""
    client = Client()
    answer = send(client, invitation.link, code=invitation.code)
    assert answer.status_code == 302, words(answer)
    return client


def joined(invitation: Invited, **fields: object) -> Client:
    """A browser of who accepted as somebody new, signed in."""
    client = opened(invitation)
    answer = send(client, invitation.link + "ja/", **arrival(**fields))
    assert answer.status_code == 302, words(answer)
    return client


def arrival(**fields: object) -> dict[str, object]:
    """A good form of somebody new."""
    return {
        "given_name": "Mo",
        "family_name": "Jansen",
        "password": GOOD_PASSWORD,
        "phone": "06 1234 5678",
        **fields,
    }


def events(cast: Cast, verb: str) -> list[Any]:
    """What the journal holds of this verb in the cast's network: (person, member, to_person)."""
    return cast.owner.execute(
        "SELECT person_id, member_id, to_person_id FROM journal_event "
        "WHERE network_id = %s AND verb = %s ORDER BY at",
        [cast.network, verb],
    ).fetchall()


def make_coordinator(cast: Cast, who: Somebody) -> None:
    """Make this member the coordinator, as the owner."""
    cast.owner.execute(
        "UPDATE networks_member SET coordinator = (id = %s) WHERE network_id = %s",
        [who.member, cast.network],
    )
