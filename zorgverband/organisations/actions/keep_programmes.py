"""Who keeps the programmes of a neighbourhood, from when to when."""

from datetime import datetime
from uuid import UUID

from zorgverband.base import clock, programming
from zorgverband.base.refusals import NotHere, Refusal

from .take_turns import TurnOver, WrongTurnDates


class KeepsAlready(Refusal):
    """Deze persoon houdt de programma's in die dagen al bij."""


class KeepsNoMore(TurnOver):
    """Deze persoon houdt de programma's al niet meer bij."""


def appoint_programme_keeper(
    *,
    organisation: UUID,
    person: UUID,
    neighbourhood: UUID,
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
) -> None:
    """Let a colleague keep the programmes of a neighbourhood in which the organisation works: from
    now (None) or later, until a moment or for as long as they work there. It opens no client.

    Raises WrongTurnDates, KeepsAlready, or NotHere for what is not the asker's to give.
    """
    if ends_at is not None and ends_at <= max(starts_at or clock.now(), clock.now()):
        raise WrongTurnDates(field="last")
    match programming.appoint_programme_keeper(
        organisation=organisation,
        person=person,
        neighbourhood=neighbourhood,
        starts_at=starts_at,
        ends_at=ends_at,
    ):
        case "absent":
            raise NotHere()
        case "same":
            raise KeepsAlready(field="first")


def dismiss_programme_keeper(*, organisation: UUID, keeping: UUID) -> None:
    """End that now. Raises KeepsNoMore for what is not there to be ended."""
    if not programming.dismiss_programme_keeper(organisation=organisation, keeping=keeping):
        raise KeepsNoMore()
