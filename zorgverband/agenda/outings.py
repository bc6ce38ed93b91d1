"""Where somebody goes, as the form asks it: to a doctor, which is health and behind the wall, or to
something that everybody who reads who comes may know."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.sharing.circles import EVERYONE, FAMILY_CARE, Circle
from zorgverband.sharing.forms import UnknownChoice
from zorgverband.sharing.subjects import Subject

from .models import Kind

# Of these the place alone can tell that somebody is ill.
LEADS_SOMEWHERE = frozenset({Kind.OUT, Kind.RIDE})
_OFFERED = (Subject.HEALTH, Subject.TREATMENT, Subject.MIND, Subject.COMING)


class NotSaidWhere(Refusal):
    """Kies waar het naartoe gaat: naar een dokter, of ergens anders naartoe."""


@dataclass(frozen=True)
class Outing:
    """One answer to where it goes: the subject it stands under, and its words."""

    subject: Subject
    label: str
    hint: str


def health_subject(seat: Seat, about: UUID) -> Subject | None:
    """Under which medical subject this person may say what something is for; None for none."""
    for subject in (Subject.HEALTH, Subject.TREATMENT, Subject.MIND):
        if seat.may_write(about=about, subject=subject):
            return subject
    return None


def outings(seat: Seat, about: UUID) -> list[Outing]:
    """The answers this person may give; empty for who may write nothing medical about them, as the
    whole social side: then a doctor is not for them to enter."""
    health = health_subject(seat, about)
    if health is None:
        return []
    found = []
    if health != Subject.MIND:
        words = _("Dit leest alleen wie over gezondheid mag lezen. Gemeente en welzijn nooit.")
        found.append(Outing(health, _("Naar een dokter, ziekenhuis of behandeling"), words))
    if seat.may_write(about=about, subject=Subject.MIND):
        words = _("Dit leest alleen wie over psychische gezondheid mag lezen.")
        found.append(Outing(Subject.MIND, _("Naar een psycholoog of psychiater"), words))
    words = _("Dit leest iedereen die mag lezen wie er komt.")
    label = _("Ergens anders naartoe, zoals de kapper of een feest")
    return [*found, Outing(Subject.COMING, label, words)]


def read_outing(text: str) -> Subject | None:
    """The answer in a form, None for none yet; raises UnknownChoice for what is no answer."""
    if not text:
        return None
    found = {str(one.value): one for one in _OFFERED}.get(text)
    if found is None:
        raise UnknownChoice(field="subject")
    return found


def as_chosen() -> Circle:
    """The circle that follows from where it goes."""
    label = _("Zoals u hierboven koos")
    return Circle("", label, _("Een dokter: familie en zorg. Iets anders: iedereen."), None, "all")


def follows(circle: str, subject: Subject) -> bool:
    """Whether these readers are the ones that follow from where it goes."""
    return circle in ("", EVERYONE) or (subject.medical and circle == FAMILY_CARE)
