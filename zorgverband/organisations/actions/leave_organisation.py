"""Leaving an organisation: from the commit nothing more is readable through it, in any network."""

from uuid import UUID

from zorgverband.base import jobs, working
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.journal.actions import CHANNEL, DELIVER


class LastKeeper(Refusal):
    """Dit is de enige beheerder van de organisatie. Kies eerst nog een beheerder."""


def leave_organisation(*, organisation: UUID, person: UUID) -> None:
    """End the work of `person` here: their turns in its teams, and every membership in their own
    name for this organisation. The people of those networks hear that they left.

    For who keeps the list, and for oneself. Raises NotHere or LastKeeper.
    """
    gone = working.leave_organisation(organisation=organisation, person=person)
    if gone.state == "last_keeper":
        raise LastKeeper()
    if gone.state != "left":
        raise NotHere()
    for event in gone.turns:
        jobs.wake(CHANNEL, event)
    for event in gone.left:
        jobs.wake(CHANNEL, event)
        jobs.defer(DELIVER, event=event)
