"""Calls of the narrow database functions for coming and going (`privacy/locks/membership.sql`)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

Facts = dict[str, object]


def _one(sql: str, parameters: Sequence[Any]) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        row: Any = cursor.fetchone()
    return row[0] if row else None


def _rows(sql: str, parameters: Sequence[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())


def _loaded(answer: Any) -> Any:
    return json.loads(answer) if isinstance(answer, str) else answer


def _json(value: object) -> str:
    return json.dumps(value, default=str)


def join_network(facts: Facts) -> None:
    """Give somebody a new seat with its permissions; the viewer must lead the network."""
    _one("SELECT privacy.admit_member(%s::jsonb)", [_json(facts)])


def found_network(*, network: UUID, at: datetime, members: Sequence[Facts]) -> None:
    """Make a network with these first members, among whom the viewer."""
    _one("SELECT privacy.found_network(%s, %s, %s::jsonb)", [network, at, _json(members)])


def found_team(facts: Facts) -> None:
    """Make a team of an organisation with the people who take turns in it."""
    _one("SELECT privacy.found_team(%s::jsonb)", [_json(facts)])


def change_role(facts: Facts) -> list[UUID]:
    """Give a member another function or side with its permissions; the viewer must lead the network.
    Answers the changes that were kept."""
    return [row[0] for row in _rows("SELECT * FROM privacy.change_role(%s::jsonb)", [_json(facts)])]


@dataclass(frozen=True)
class Opening:
    """What a seat opens for one `about` and subject, and how many items the viewer reads there
    become readable for it."""

    about: UUID
    subject: int
    read: bool
    write: bool
    past: bool
    items: int


def seat_opens(*, network: UUID, member: UUID) -> list[Opening]:
    """What this member may read and write now, by the rule itself; for who leads the network."""
    return [
        Opening(*row)
        for row in _rows("SELECT * FROM privacy.seat_opens(%s, %s)", [network, member])
    ]


def seated(network: UUID) -> set[tuple[UUID, UUID]]:
    """(member, person) of everybody with a seat now, as far as the viewer may see the member."""
    return set(_rows("SELECT member_id, person_id FROM privacy.seated(%s)", [network]))


def deciders(network: UUID) -> list[UUID]:
    """The clients, and whoever decides about them now: who must hear of a new kind."""
    return [row[0] for row in _rows("SELECT person_id FROM privacy.deciders(%s)", [network])]


def in_line(network: UUID) -> bool:
    """Wait for who chooses somebody here, or leaves, at this moment; whether the viewer leads the
    network then."""
    return bool(_one("SELECT privacy.in_line(%s)", [network]))


def undecided(*, network: UUID, without: UUID) -> dict[UUID, bool]:
    """The clients about whom nobody would decide on something if this member were not there, and
    whether others decide on the rest."""
    rows = _rows("SELECT client_id, partly FROM privacy.undecided(%s, %s)", [network, without])
    return dict(rows)


def unkept(*, network: UUID, without: UUID) -> bool:
    """Whether nobody would keep the dossier of somebody who died if this member were not there."""
    return bool(_one("SELECT privacy.unkept(%s, %s)", [network, without]))


def needed() -> bool:
    """Whether the viewer is the only one who decides for somebody else, or keeps a dossier."""
    return bool(_one("SELECT privacy.i_am_needed()", []))


def kind_is_new(*, network: UUID, kind: str) -> bool:
    """Whether no organisation of this kind ever took part in the network."""
    return bool(_one("SELECT privacy.kind_is_new(%s, %s)", [network, kind]))


def look_at_invitation(*, token: str, code: str) -> dict[str, Any]:
    """How the invitation with these hashes stands; with the right code, what it is about.

    A wrong code counts, the empty one does not.
    """
    answer: dict[str, Any] = _loaded(
        _one("SELECT privacy.look_at_invitation(%s, %s)", [token, code])
    )
    return answer


def accept_invitation(
    *, token: str, code: str, member: UUID, phone: str, at: datetime
) -> dict[str, Any]:
    """Seat the viewer as the invitation says; answers how it stands then, and the network."""
    answer: dict[str, Any] = _loaded(
        _one(
            "SELECT privacy.accept_invitation(%s, %s, %s, %s, %s)",
            [token, code, member, phone, at],
        )
    )
    return answer


def decline_invitation(token: str) -> tuple[UUID, UUID] | None:
    """End an open invitation; answers its network and who invited, None when it was not open."""
    rows = _rows("SELECT network_id, person_id FROM privacy.decline_invitation(%s)", [token])
    return rows[0] if rows else None


def invitation_to_send(invitation: UUID) -> str | None:
    """The address to send to, once per sending; None when there is nothing (more) to send."""
    address: str | None = _one("SELECT privacy.invitation_to_send(%s)", [invitation])
    return address
