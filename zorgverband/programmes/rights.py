"""Who begins a plan with a programme, and of which lines they may make something."""

from uuid import UUID

from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.membership.checks import leads
from zorgverband.sharing.subjects import Subject


class MayNotBegin(Refusal):
    """Een programma kiezen doet de coördinator, of wie beslist. Vraag het daar."""

    status = 403


def must_begin(seat: Seat) -> None:
    """Raise MayNotBegin unless this seat is the coordinator's, or of who decides."""
    if not leads(seat):
        raise MayNotBegin()


def may_make(seat: Seat, *, about: UUID, subject: int) -> bool:
    """Whether this seat may write something under this subject about this client or household."""
    household = about == seat.network and Subject(subject).medical
    return seat.may_write(about=about, subject=subject) and not household
