"""Calls of the narrow database functions that change who decides (`privacy/locks/control.sql`)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

Facts = dict[str, object]


@dataclass(frozen=True)
class Standing:
    """How it stands with one client: the state of control and who decides now. `age_group`: 0, 12,
    16 or 18, the age from which something else holds; `turns_on`: the day the next one begins, for
    who may know it; `died_at`: when the death was recorded."""

    client: UUID
    state: str
    holder: UUID | None
    ground: str
    starts_at: datetime | None
    ends_at: datetime | None
    age_group: int
    turns_on: date | None
    deciders: tuple[UUID, ...]
    died_on: date | None
    died_at: datetime | None


def standings(network: UUID) -> list[Standing]:
    """Every client of an entered network, in the order of joining. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM privacy.standing(%s)", [network])
        rows: list[Any] = cursor.fetchall()
    return [_standing(row) for row in rows]


def _standing(row: Any) -> Standing:
    facts: dict[str, Any] = dict(zip((one.name for one in fields(Standing)), row, strict=True))
    return Standing(**facts | {"deciders": tuple(facts["deciders"] or ())})


def _one(sql: str, parameters: Sequence[Any]) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        row: Any = cursor.fetchone()
    return row[0]


def take_back(*, client: UUID, at: datetime) -> bool:
    """The client decides again; False for who may not say so."""
    return bool(_one("SELECT privacy.take_back_control(%s, %s)", [client, at]))


def support(*, client: UUID, helper: UUID, at: datetime) -> bool:
    """A helper prepares, the client goes on deciding; False for who may not say so."""
    return bool(_one("SELECT privacy.support_client(%s, %s, %s)", [client, helper, at]))


def take_interim(*, client: UUID, ground: str, days: int, at: datetime) -> str:
    """The coordinator decides for some days; else why not: not_yours, too_long or again."""
    return str(_one("SELECT privacy.take_interim(%s, %s, %s, %s)", [client, ground, days, at]))


def represent(facts: Facts) -> bool:
    """A member begins to act for a client; False for who may not say so."""
    return bool(
        _one("SELECT privacy.represent_client(%s::jsonb)", [json.dumps(facts, default=str)])
    )


def stop_representing(*, representation: UUID, at: datetime) -> str:
    """A member acts no longer for a client; else why not: not_yours, also when it ended, or partly:
    nobody would decide on what only this member decides on."""
    return str(_one("SELECT privacy.stop_representing(%s, %s)", [representation, at]))


def set_authority(*, child: UUID, parent: UUID, has: bool, at: datetime) -> bool:
    """A parent has authority or has it no longer; False when it was so, or for who may not."""
    return bool(_one("SELECT privacy.set_authority(%s, %s, %s, %s)", [child, parent, has, at]))


def may_open(
    *, network: UUID, about: UUID, subject: int, member: UUID, item: UUID | None = None
) -> bool:
    """Whether the viewer may let `member` read this: alone, or because exactly this was proposed
    and agreed to in this transaction."""
    sql = "SELECT privacy.may_open(%s, %s, %s, %s, %s)"
    return bool(_one(sql, [network, about, int(subject), member, item]))


def may_widen(
    *, network: UUID, about: UUID, subject: int, item: UUID, audience: Sequence[UUID] | None
) -> bool:
    """The same for letting more members read one item: these, or everyone permissions let read."""
    chosen = None if audience is None else list(audience)
    sql = "SELECT privacy.may_widen(%s, %s, %s, %s, %s::uuid[])"
    return bool(_one(sql, [network, about, int(subject), item, chosen]))


def answer_proposal(*, proposal: UUID, agreed: bool, at: datetime) -> str | None:
    """Say yes or no; how the proposal stands then, None for who has no say in it."""
    answer = _one("SELECT privacy.answer_proposal(%s, %s, %s)", [proposal, agreed, at])
    return None if answer is None else str(answer)


def withdraw_proposal(proposal: UUID) -> bool:
    """Take one's own open proposal back."""
    return bool(_one("SELECT privacy.withdraw_proposal(%s)", [proposal]))


def may_record_death(client: UUID) -> bool:
    """Whether the viewer may record that this client died."""
    return bool(_one("SELECT privacy.may_record_death(%s)", [client]))


def record_death(*, client: UUID, died_on: date, keeper: UUID, at: datetime) -> bool:
    """Close what is about this client, except for the keeper; False for who may not, or a second
    time."""
    sql = "SELECT privacy.record_death(%s, %s, %s, %s)"
    return bool(_one(sql, [client, died_on, keeper, at]))


def undo_death(client: UUID) -> bool:
    """The client lives: all is as it was. False for who may not, or when it is too long ago."""
    return bool(_one("SELECT privacy.undo_death(%s)", [client]))


def keeps(client: UUID) -> bool:
    """Whether the viewer keeps the dossier of this client who died."""
    return bool(_one("SELECT privacy.i_keep(%s)", [client]))


def keep_access(facts: Facts) -> bool:
    """Record that a member keeps reading; False for who is not the keeper."""
    return bool(_one("SELECT privacy.keep_access(%s::jsonb)", [json.dumps(facts, default=str)]))


def keep_instead(*, client: UUID, member: UUID, at: datetime) -> bool:
    """Another keeps the dossier in the viewer's place; False for who does not, or who cannot."""
    return bool(_one("SELECT privacy.keep_instead(%s, %s, %s)", [client, member, at]))


def end_kept_access(kept: UUID) -> bool:
    """End that; False for who is not the keeper, or when it ended."""
    return bool(_one("SELECT privacy.end_kept_access(%s)", [kept]))


def note_ended_interims(*, now: datetime) -> list[UUID]:
    """Write an event for each interim that ended by itself and was not noted yet, for client and
    coordinator; the events. For the worker, which has no viewer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT event_id FROM privacy.note_ended_interims(%s)", [now])
        return [row[0] for row in cursor.fetchall()]
