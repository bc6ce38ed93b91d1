"""Who keeps the list of an organisation's people and teams."""

from uuid import UUID

from zorgverband.base import working
from zorgverband.base.refusals import NotHere

from .leave_organisation import LastKeeper


def appoint_keeper(*, organisation: UUID, person: UUID) -> None:
    """Let somebody who works there keep the list too; it opens no client. Raises NotHere."""
    _set(organisation, person, keeps=True)


def dismiss_keeper(*, organisation: UUID, person: UUID) -> None:
    """Let somebody no longer keep the list; they go on working there. Raises NotHere or LastKeeper."""
    _set(organisation, person, keeps=False)


def _set(organisation: UUID, person: UUID, *, keeps: bool) -> None:
    match working.set_keeper(organisation=organisation, person=person, keeps=keeps):
        case "absent":
            raise NotHere()
        case "last_keeper":
            raise LastKeeper()
