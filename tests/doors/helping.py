"""Help that is asked, for the network the doors are tried on: open to all, and done by somebody."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from tests.cast import Cast
from zorgverband.base.clock import now, today
from zorgverband.base.ids import new_id
from zorgverband.helping.models import Away, HelpRequest, HelpTaken
from zorgverband.sharing.subjects import Subject


def asked(cast: Cast, name: str, subject: Subject) -> dict[str, UUID]:
    """Help that the nurse asks with the body, or the daughter with something else; of all who read it."""
    medical = subject.medical
    item = _item(
        cast, Subject.HEALTH if medical else Subject.COMING, "Wondzorg" if medical else "Aardlek"
    )
    _add(_request(cast, item, task="nursing" if medical else "odd_jobs"))
    return {f"help_{name}": item}


def taken(cast: Cast) -> dict[str, UUID]:
    """Help that the neighbour does (the database makes what comes of it); and days on which the
    daughter is away."""
    item = _item(cast, Subject.COMING, "Boodschappen halen")
    _add(_request(cast, item, task="groceries"))
    _add(HelpTaken(network_id=cast.network, item_id=item, made_id=new_id(), at=now(),
                   person_id=cast.ria.person, member_id=cast.ria.member))  # fmt: skip
    away = cast.item(about=cast.marijke, subject=Subject.CARER, author=cast.marijke, kind="away",
                     title="Een tijd weg", in_news=False,
                     audience=[cast.jannie.member], allowed=[cast.jannie.member])  # fmt: skip
    _add(Away(item_id=away, network_id=cast.network, about_id=cast.marijke.member, first_on=today(),
              last_on=today() + timedelta(days=3)))  # fmt: skip
    return {"help_taken": item, "away": away}


def _item(cast: Cast, subject: Subject, title: str, kind: str = "help") -> UUID:
    author = cast.fatima if subject.medical else cast.marijke
    return cast.item(about=cast.jannie, subject=subject, author=author, kind=kind, title=title,
                     body="", in_news=False)  # fmt: skip


def _request(cast: Cast, item: UUID, **columns: Any) -> HelpRequest:
    return HelpRequest(
        item_id=item, network_id=cast.network, first_until=now() - timedelta(hours=2),
        wait_minutes=60, **columns,
    )  # fmt: skip


def _add(row: Any) -> None:
    row.save(using="owner", force_insert=True)
