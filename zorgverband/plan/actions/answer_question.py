"""Answering a question that stands in the plan: the answer becomes a part of it, the question goes."""

from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base.refusals import NotHere, NotYours
from zorgverband.base.viewer import Seat
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.sentences import kept_words

from ..kinds import ANSWERS, TO_ASK
from ..models import PlanPart
from ..queries import part as readable_part
from .add_part import NOBODY, Said, add_part
from .answer_review import NoAnswer
from .end_part import AlreadyEnded, end_part


def answer_question(
    *, seat: Seat, person: UUID, question: UUID, texts: Mapping[str, str], said: Said = NOBODY
) -> list[PlanPart]:
    """Put what was answered in the plan, under the subject of the question and with its words beside
    it, each text as a part of its kind (`ANSWERS`); the question is out of the plan.

    Raises NotHere, NotYours, AlreadyEnded, NoAnswer, and what `share` raises.
    """
    found = readable_part(network=seat.network, id=question)
    if found.kind != TO_ASK:
        raise NotHere()
    if not seat.may_write(about=found.about, subject=found.subject):
        raise NotYours()
    if found.ended_at is not None:
        raise AlreadyEnded()
    given = [(kind, texts.get(kind, "").strip()) for kind in ANSWERS if texts.get(kind, "").strip()]
    if not given:
        raise NoAnswer(field=ANSWERS[0])
    with kept_words():
        more = _("Antwoord op: %(question)s") % {"question": found.words}
    end_part(seat=seat, person=person, part=question)
    return [
        add_part(
            seat=seat, person=person, about=found.about, subject=Subject(found.subject), kind=kind,
            words=words, more=more, domain=found.domain, said=said,
        )
        for kind, words in given
    ]  # fmt: skip
