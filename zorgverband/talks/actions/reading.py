"""Whether whom one wants to ask may read the question: naming somebody never widens what they see."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from zorgverband.agreements.actions.ask_agreement import BY_AUDIENCE
from zorgverband.base.refusals import Refusal
from zorgverband.networks.queries import Face
from zorgverband.sharing.queries import Reason
from zorgverband.sharing.shown import sentence
from zorgverband.sharing.subjects import Subject


class NobodyAsked(Refusal):
    """Kies aan wie u dit vraagt."""


class CannotReadQuestion(Refusal):
    """{name} kan deze vraag niet lezen. {why} Kies iemand anders, een ander
    onderwerp of andere lezers."""


def check_reader(face: Face | None, reasons: Sequence[Reason], subject: Subject) -> Face:
    """The one who is asked, when the rule lets them read it; raises NobodyAsked or
    CannotReadQuestion with the reason in one sentence."""
    if face is None or not face.active:
        raise NobodyAsked(field="to")
    theirs = [reason for reason in reasons if reason.member == face.member]
    if any(reason.reads for reason in theirs):
        return face
    raise CannotReadQuestion(field="to", name=face.name, why=_why(theirs, face, subject))


def _why(theirs: Sequence[Reason], face: Face, subject: Subject) -> str:
    if not theirs:
        return _("Deze persoon doet niet meer mee.")
    if theirs[0].line == BY_AUDIENCE:
        return _("U koos andere lezers.")
    return sentence(theirs[0].line, face=face, subject=subject)
