"""What stands in the agenda besides who and when, and whether that goes together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base.refusals import Refusal
from zorgverband.base.repeating import Repeat
from zorgverband.sharing.subjects import Subject

from ..models import Kind, Transport


class WindowWithoutEnd(Refusal):
    """Vul in tot hoe laat. Dan is duidelijk tussen welke tijden iemand komt."""


class TurnsOfOne(Refusal):
    """Kies wie de anderen zijn. Om de beurt komen doet u met minstens twee mensen."""


class TurnsOnce(Refusal):
    """Om de beurt komen kan alleen als het vaker is dan één keer. Kies hoe vaak."""


@dataclass(frozen=True)
class Details:
    """What stands in the agenda besides who and when: of which kind it is, whether the times are those
    between which somebody comes, who goes along and drives, who takes turns (the visitor first),
    whether who does not see it may know that the time is taken, and of what leads to a doctor under
    which medical subject it stands."""

    kind: Kind = Kind.VISIT
    window: bool = False
    along: UUID | None = None
    along_name: str = ""
    transport: Transport = Transport.NONE
    driver: UUID | None = None
    rota: Sequence[UUID] = ()
    busy: bool = False
    medical: Subject | None = None

    @property
    def subject(self) -> Subject:
        """Under which subject it stands: that there are medicines is medical, and so is that somebody
        goes to a doctor."""
        return Subject.MEDICATION if self.kind == Kind.MEDICINE else self.medical or Subject.COMING

    @property
    def named(self) -> set[UUID]:
        """The members who go along, drive or take turns."""
        return {one for one in (self.along, self.driver, *self.rota) if one}


PLAIN = Details()


def checked_details(details: Details, *, ends: time | None, repeat: Repeat) -> None:
    """Raises WindowWithoutEnd, TurnsOfOne or TurnsOnce when they do not go with these times."""
    if details.window and ends is None:
        raise WindowWithoutEnd(field="ends")
    if details.rota and repeat == Repeat.ONCE:
        raise TurnsOnce(field="repeat")
    if details.rota and len(set(details.rota)) < 2:
        raise TurnsOfOne(field="rota")


def title_of(kind: Kind) -> str:
    """How what stands in the agenda is called, in the language of the moment."""
    return {
        Kind.VISIT: _("Bezoek"),
        Kind.OUT: _("Ergens naartoe"),
        Kind.MEDICINE: _("Medicijnen"),
        Kind.RIDE: _("Vervoer"),
        Kind.BUSY: _("Bezet"),
    }[kind]
