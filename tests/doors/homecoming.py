"""A discharge and what is needed at home, for the network the doors are tried on."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from tests.cast import Cast
from zorgverband.base.clock import now, today
from zorgverband.handovers.models import (
    Arranged,
    Arrival,
    Discharge,
    DischargeDate,
    Needed,
    NeededFor,
)
from zorgverband.sharing.subjects import Subject


def needed(cast: Cast, name: str, subject: Subject, agreement: UUID) -> dict[str, UUID]:
    """Something that is needed, with somebody who was asked and what was said of it."""
    item = _needed(cast, subject, "Wondzorg" if subject.medical else "Aardlek nakijken")
    here = {"network_id": cast.network}
    _add(Arranged(**here, needed_id=item, item_id=agreement))
    _add(Arrival(**here, item_id=item, answer="unknown", at=now(),
                 person_id=cast.jannie.person, member_id=cast.jannie.member))  # fmt: skip
    return {name: item}


def closed(cast: Cast) -> dict[str, UUID]:
    """Something that was needed, and is not any more."""
    item = _needed(cast, Subject.HOME, "Kraanlek maken", closed_at=now(),
                   closed_by_id=cast.fatima.person, closed_because="Al gemaakt.")  # fmt: skip
    return {"needed_closed": item}


def _needed(cast: Cast, subject: Subject, title: str, **columns: Any) -> UUID:
    item = cast.item(about=cast.jannie, subject=subject, author=cast.fatima, kind="needed",
                     title=title, in_news=False)  # fmt: skip
    _add(Needed(item_id=item, network_id=cast.network, about_id=cast.jannie.member,
                starts_on=_soon(), **columns))  # fmt: skip
    return item


def discharge(cast: Cast, *needs: UUID) -> dict[str, UUID]:
    """A discharge for which these are needed."""
    item = cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.anouk,
                     kind="discharge", title="Uit het ziekenhuis", in_news=False)  # fmt: skip
    here = {"network_id": cast.network, "item_id": item}
    _add(Discharge(**here, about_id=cast.jannie.member, expected_on=_soon(), ward="Bloedarmoede"))
    for day in (None, _soon()):
        _add(DischargeDate(**here, expected_on=day, at=now(), person_id=cast.anouk.person,
                           member_id=cast.anouk.member))  # fmt: skip
    for one in needs:
        _add(NeededFor(network_id=cast.network, item_id=one, discharge_id=item))
    return {"discharge": item}


def _soon() -> date:
    return today() + timedelta(days=2)


def _add(row: Any) -> None:
    row.save(using="owner", force_insert=True)
