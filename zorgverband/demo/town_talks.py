"""Conversations and consultations in the stories."""

from collections.abc import Sequence
from uuid import UUID

from zorgverband.sharing.circles import EVERYONE, FAMILY_CARE
from zorgverband.sharing.subjects import subject_by_code
from zorgverband.talks.actions.begin_consultation import begin_consultation
from zorgverband.talks.actions.begin_conversation import begin_conversation
from zorgverband.talks.actions.say import say

from .town_acting import Acting

# Who says something, how many days ago and when, the words, and for whom above all.
Said = tuple[str, int, str, str, str]


class Talks:
    """The verbs of a story about talking together."""

    def talk(self: Acting, subject: str, topic: str, first: Said, *others: Said) -> None:
        """A conversation that somebody begins, and what others say in it."""
        who, ago, at, words, _whom = first
        kind = subject_by_code(subject)
        with self.as_(who, ago, at) as (seat, person):
            item = begin_conversation(
                seat=seat, person=person, about=self.about(""), subject=kind, topic=topic,
                body=words, circle=FAMILY_CARE if kind.medical else EVERYONE,
            )  # fmt: skip
        _say_all(self, item.id, others)

    def consult(
        self: Acting, subject: str, topic: str, named: Sequence[str], first: Said, *others: Said
    ) -> None:
        """A consultation of professionals about the client."""
        who, ago, at, words, _whom = first
        with self.as_(who, ago, at) as (seat, person):
            item = begin_consultation(
                seat=seat, person=person, about=self.about(""), subject=subject_by_code(subject),
                topic=topic, body=words, named=[self.members[one] for one in named],
            )  # fmt: skip
        _say_all(self, item.id, others)


def _say_all(net: Acting, item: UUID, lines: Sequence[Said]) -> None:
    for who, ago, at, words, whom in lines:
        with net.as_(who, ago, at) as (seat, person):
            meant = [net.person(whom)] if whom else []
            say(seat=seat, person=person, item=item, body=words, mentioned=meant)
