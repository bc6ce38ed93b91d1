"""Calls of the narrow database functions for organisations and their own people
(`privacy/locks/organisations.sql`). They answer nothing about networks."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection


def _rows(sql: str, parameters: Sequence[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())


def _one(sql: str, parameters: Sequence[Any]) -> Any:
    return _rows(sql, parameters)[0][0]


def _loaded(answer: Any) -> Any:
    return json.loads(answer) if isinstance(answer, str) else answer


class Colleague(NamedTuple):
    """Somebody who works for an organisation now, as who keeps its list sees them."""

    person: UUID
    given_name: str
    infix: str
    family_name: str
    function: str
    since: datetime
    keeper: bool
    numbers: dict[str, str]


class Turns(NamedTuple):
    """That somebody takes turns in a team, from a moment until a moment."""

    turn: UUID
    team: UUID
    person: UUID
    name: str
    function: str
    starts_at: datetime
    ends_at: datetime | None
    substitute: bool


def staff(organisation: UUID) -> list[Colleague]:
    """The people of an organisation now, by family name; none for who does not keep its list."""
    rows = _rows("SELECT * FROM privacy.staff(%s)", [organisation])
    return [Colleague._make((*row[:-1], _loaded(row[-1]))) for row in rows]


def turns(organisation: UUID) -> list[Turns]:
    """All turns in its teams: running, to come, and over for less than a quarter of a year."""
    return [Turns(*row) for row in _rows("SELECT * FROM privacy.turns(%s)", [organisation])]


def make_team(*, organisation: UUID, team: UUID, name: str, phone: str) -> bool:
    """Make a team; False for who does not keep the list of this organisation."""
    return bool(_one("SELECT privacy.make_team(%s, %s, %s, %s)", [organisation, team, name, phone]))


def begin_turn(
    *,
    turn: UUID,
    team: UUID,
    person: UUID,
    function: str,
    starts_at: datetime | None,
    ends_at: datetime | None,
    substitute: bool,
) -> list[UUID] | None:
    """Put somebody in a team, from now (None) or later; the events that open pages must hear of.
    None when team or person are not the asker's to order."""
    found: list[UUID] | None = _one(
        "SELECT privacy.begin_turn(%s, %s, %s, %s, %s, %s, %s)",
        [turn, team, person, function, starts_at, ends_at, substitute],
    )
    return found


def end_turn(*, turn: UUID, ends_at: datetime | None) -> list[UUID] | None:
    """End a turn now (None) or later; the events, or None when it is not there to be ended."""
    found: list[UUID] | None = _one("SELECT privacy.end_turn(%s, %s)", [turn, ends_at])
    return found


@dataclass(frozen=True)
class Gone:
    """How leaving an organisation ended: `state` left, last_keeper, keeps_dossier or absent; the
    events of memberships that ended, and of turns that ended."""

    state: str
    left: list[UUID]
    turns: list[UUID]


def leave_organisation(*, organisation: UUID, person: UUID) -> Gone:
    """End everything this person does for the organisation, in every team and network."""
    answer = _loaded(_one("SELECT privacy.leave_organisation(%s, %s)", [organisation, person]))
    left, over = ([UUID(one) for one in answer.get(word, ())] for word in ("left", "turns"))
    return Gone(answer["state"], left, over)


def set_numbers(*, organisation: UUID, person: UUID, numbers: Mapping[str, str]) -> bool:
    """Keep these professional numbers by kind in the place of what was there; False when this
    person is not the asker's to describe."""
    return bool(
        _one(
            "SELECT privacy.set_numbers(%s, %s, %s::jsonb)",
            [organisation, person, json.dumps(dict(numbers))],
        )
    )


def set_keeper(*, organisation: UUID, person: UUID, keeps: bool) -> str:
    """Let somebody keep the list, or no longer: done, same, last_keeper or absent."""
    return str(_one("SELECT privacy.set_keeper(%s, %s, %s)", [organisation, person, keeps]))


def first_keeper(*, organisation: UUID, person: UUID, function: str) -> None:
    """Let somebody be the first to keep the list; only connected as the owner."""
    _one("SELECT privacy.first_keeper(%s, %s, %s)", [organisation, person, function])


def look_at_work(*, token: str, code: str) -> dict[str, Any]:
    """How the invitation with these hashes stands; with the right code, what it is about. A wrong
    code counts, the empty one does not."""
    answer: dict[str, Any] = _loaded(_one("SELECT privacy.look_at_work(%s, %s)", [token, code]))
    return answer


def accept_work(*, token: str, code: str) -> str:
    """Let the viewer work there from now on; how the invitation stands then."""
    return str(_one("SELECT privacy.accept_work(%s, %s)", [token, code]))


def decline_work(token: str) -> bool:
    """End an open invitation; False when it was not open."""
    return bool(_one("SELECT privacy.decline_work(%s)", [token]))


def work_invitation_to_send(invitation: UUID) -> str | None:
    """The address to send to, once per sending; None when there is nothing (more) to send."""
    rows = _rows("SELECT privacy.work_invitation_to_send(%s)", [invitation])
    address: str | None = rows[0][0] if rows else None
    return address
