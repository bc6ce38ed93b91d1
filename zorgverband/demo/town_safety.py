"""Looking in need and safety compartments in the stories."""

from collections.abc import Sequence

from zorgverband.safety.actions import (
    end_emergency,
    make_compartment,
    open_emergency,
    review_emergency,
    write_inside,
)
from zorgverband.sharing.subjects import subject_by_code

from .town_acting import Acting


class Safety:
    """The verbs of a story about need and about suspicion."""

    def look_in_need(
        self: Acting,
        who: str,
        days_ago: int,
        at: tuple[str, str],
        reason: str,
        *,
        judged: tuple[str, int, str, str, str],
    ) -> None:
        """`who` looks from one time to another; `judged`: by whom, when, what and with which words."""
        start, end = at
        with self.as_(who, days_ago, start) as (seat, person):
            emergency = open_emergency(
                seat=seat, person=person, client=self.about(""), reason=reason
            )
        with self.as_(who, days_ago, end) as (seat, person):
            end_emergency(seat=seat, person=person, emergency=emergency)
        judge, ago, judged_at, judgement, remark = judged
        with self.as_(judge, ago, judged_at) as (seat, person):
            review_emergency(
                seat=seat, person=person, emergency=emergency, judgement=judgement, remark=remark
            )

    def confide(
        self: Acting,
        who: str,
        days_ago: int,
        at: str,
        title: str,
        *,
        named: Sequence[str],
        notes: Sequence[tuple[str, int, str, str, str]],
    ) -> None:
        """`who` makes a compartment with the named, in which people write: who, when, about what."""
        with self.as_(who, days_ago, at) as (seat, person):
            compartment = make_compartment(
                seat=seat, person=person, about=self.about(""), title=title,
                members=[self.members[one] for one in named],
            )  # fmt: skip
        for writer, ago, written_at, subject, words in notes:
            with self.as_(writer, ago, written_at) as (seat, person):
                write_inside(
                    seat=seat, person=person, compartment=compartment,
                    subject=subject_by_code(subject), body=words,
                )  # fmt: skip
