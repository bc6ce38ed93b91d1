"""Handovers for the doors: the coordinator's, for all sides to read, and the nurse's: medical."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from tests.cast import Cast
from zorgverband.handovers.models import (
    Handover,
    HandoverLine,
    HandoverQuestion,
    HandoverSection,
)
from zorgverband.sharing.subjects import Subject


def handed_over(cast: Cast, name: str) -> dict[str, UUID]:
    """To the GP: one that was sent with a line she said yes to, or one that was only announced; each with
    a section and a question that waits."""
    home = name == "home"
    subject = Subject.ARRANGEMENTS if home else Subject.HEALTH
    word = "kraanlek" if home else "zwachtel"
    giver, now = cast.hanneke if home else cast.fatima, datetime.now(UTC)
    whole, section, task = (
        cast.item(about=cast.jannie, subject=subject, author=giver, kind=kind, title=title,
                  body=body, in_news=False)
        for kind, title, body in (
            ("handover", "Overdracht", f"Vanwege {word}."),
            ("handover_section", "Waar moet u op letten?", f"Let op {word}."),
            ("handover_line", f"Kijken naar {word}", ""),
        )
    )  # fmt: skip
    here: dict[str, Any] = {"network_id": cast.network}
    sent: dict[str, Any] = {"state": "sent", "sent_at": now, "sent_by_id": giver.person}
    _put(Handover(
        **here, item_id=whole, about_id=cast.jannie.member, from_member_id=giver.member,
        kind="coordinator" if home else "care", to_member_id=cast.anouk.member, ends="reading",
        **(sent if home else {}),
    ))  # fmt: skip
    of = here | {"handover_id": whole}
    code = "attention" if home else "skin"
    _put(HandoverSection(**of, item_id=section, code=code, state="filled"))
    yes: dict[str, Any] = {"state": "accepted", "answered_at": now,
                           "answered_by_id": cast.anouk.person}  # fmt: skip
    line = _put(HandoverLine(**of, item_id=task, kind="task", to_member_id=cast.anouk.member,
                             given_at=now, **(yes if home else {})))  # fmt: skip
    asked = _put(HandoverQuestion(
        **of, item_id=section, words=f"Hoe vaak {word}?", asked_by_id=cast.anouk.person,
        asked_member_id=cast.anouk.member, asked_at=now,
    ))  # fmt: skip
    return {f"handover_{name}": whole, f"handed_section_{name}": section,
            f"taken_{name}": line, f"back_{name}": asked}  # fmt: skip


def _put(row: Any) -> UUID:
    row.save(using="owner", force_insert=True)
    return UUID(str(row.pk))
