"""Opening what two decide on together: a household, or what is medical of a child of 12 to 15."""

from uuid import UUID

from zorgverband.base import deciding
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat


class NotAlone(Refusal):
    """Dit beslist u samen met een ander. U kunt het wel voorstellen."""


def must_open_together(
    *, seat: Seat, about: UUID, subject: int, member: UUID, item: UUID | None = None
) -> None:
    """Raise NotAlone when letting `member` read this needs another's yes, which was not given."""
    if not deciding.may_open(
        network=seat.network, about=about, subject=subject, member=member, item=item
    ):
        raise NotAlone()
