"""Leaving an organisation: from the commit nothing more is readable through it, in any network."""

from uuid import UUID

from zorgverband.base import jobs, working
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.journal.actions import CHANNEL, DELIVER


class LastKeeper(Refusal):
    """Dit is de enige beheerder van de organisatie. Kies eerst nog een beheerder."""


class KeepsDossier(Refusal):
    """Dit kan nu niet. Deze persoon bewaart als enige een dossier van iemand die is overleden. Deze
    persoon geeft dat eerst aan iemand anders. Dat kan bij Wie beslist."""


def leave_organisation(*, organisation: UUID, person: UUID) -> None:
    """End the work of `person` here: their turns in its teams, and every membership in their own
    name for this organisation. The people of those networks hear that they left; whoever they decided
    for, and the coordinator, that they do not any more.

    For who keeps the list, and for oneself. Raises NotHere, LastKeeper or KeepsDossier.
    """
    gone = working.leave_organisation(organisation=organisation, person=person)
    if gone.state == "last_keeper":
        raise LastKeeper()
    if gone.state == "keeps_dossier":
        raise KeepsDossier()
    if gone.state != "left":
        raise NotHere()
    for event in gone.turns:
        jobs.wake(CHANNEL, event)
    for event in gone.left:
        jobs.wake(CHANNEL, event)
        jobs.defer(DELIVER, event=event)
