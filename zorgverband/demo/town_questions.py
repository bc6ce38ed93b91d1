"""Questions in a story: asked of one person, and answered or not."""

from uuid import UUID

from zorgverband.sharing.circles import EVERYONE, FAMILY_CARE
from zorgverband.sharing.subjects import subject_by_code
from zorgverband.talks.actions import answer_question, ask_question
from zorgverband.talks.models import AnswerKind, Urgency

from .town_acting import Acting


class Questions:
    """What people of a network ask each other."""

    def ask(
        self: Acting,
        asker: str,
        to: str,
        what: str,
        subject: str,
        *,
        asked: int,
        at: str,
        urgency: Urgency = Urgency.TODAY,
        function: str = "",
        source: UUID | None = None,
    ) -> UUID:
        """Ask somebody a question, so many days ago; its item."""
        about = subject_by_code(subject)
        with self.as_(asker, asked, at) as (seat, person):
            made = ask_question(
                seat=seat, person=person, about=self.about(""), subject=about,
                to=self.members[to], what=what, urgency=urgency, function=function, source=source,
                circle=FAMILY_CARE if about.medical else EVERYONE,
            )  # fmt: skip
        return UUID(str(made.item_id))

    def answer(
        self: Acting,
        who: str,
        question: UUID,
        kind: AnswerKind,
        words: str,
        *,
        days_ago: int,
        at: str,
    ) -> None:
        """Answer it."""
        with self.as_(who, days_ago, at) as (seat, person):
            answer_question(seat=seat, person=person, question=question, kind=kind, words=words)
