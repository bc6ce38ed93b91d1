"""What is advised and examined in the stories, and what carers say about themselves."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Any

from zorgverband.advice.actions import Told, give_advice
from zorgverband.base import clock
from zorgverband.carers.actions import Offered, offer, say_how_it_goes
from zorgverband.record.actions import plan_examination, record_examination
from zorgverband.sharing.subjects import subject_by_code

from .town_acting import Acting


class Facts:
    """The verbs of a story for facts that others' work rests on."""

    def advise(
        self: Acting,
        who: str,
        days_ago: int,
        topic: str,
        direction: str,
        subject: str,
        *,
        why: str = "",
        amount: tuple[str, str, str] = ("", "", ""),
        **said: Any,
    ) -> None:
        """An advice by who gives it; `amount` is lowest, highest and unit, empty for none."""
        low, high = (Decimal(one) if one else None for one in amount[:2])
        with self.as_(who, days_ago, "11.40") as (seat, person):
            told = Told(topic=topic, direction=direction, by_member=seat.member, low=low,
                        high=high, unit=amount[2], **said)  # fmt: skip
            give_advice(seat=seat, person=person, about=self.about(""),
                        subject=subject_by_code(subject), told=told, why=why)  # fmt: skip

    def offer_care(
        self: Acting,
        who: str,
        days_ago: int,
        hours: str,
        *,
        tasks: Mapping[str, str],
        readers: Sequence[str],
        limits: str = "",
        weekdays: Sequence[int] = (),
        respite_weeks: int | None = None,
    ) -> None:
        """What a carer does and does not want, for the readers they chose."""
        offered = Offered(tasks=tasks, hours=Decimal(hours), weekdays=weekdays, limits=limits,
                          respite_weeks=respite_weeks)  # fmt: skip
        with self.as_(who, days_ago, "20.30") as (seat, person):
            offer(seat=seat, person=person, offered=offered,
                  readers=[self.members[one] for one in readers])  # fmt: skip

    def say_how(
        self: Acting,
        who: str,
        days_ago: int,
        holds: int,
        *,
        readers: Sequence[str],
        rested: int | None = None,
        words: str = "",
    ) -> None:
        """How long a carer keeps it up; `rested`: so many days ago they had a day to themselves."""
        with self.as_(who, days_ago, "22.50") as (seat, person):
            day = None if rested is None else clock.today() - timedelta(days=rested)
            say_how_it_goes(seat=seat, person=person, holds=holds, rested_on=day, words=words,
                            readers=[self.members[one] for one in readers])  # fmt: skip

    def examined(
        self: Acting, who: str, days_ago: int, kind: str, *, by: str = "", note: str = ""
    ) -> None:
        """An examination done that day."""
        with self.as_(who, days_ago, "9.50") as (seat, person):
            record_examination(seat=seat, person=person, about=self.about(""), kind=kind,
                               on=clock.today(), by=by, note=note)  # fmt: skip

    def examination_planned(
        self: Acting, who: str, days_ago: int, kind: str, *, in_days: int, by: str = ""
    ) -> None:
        """An examination that will be done so many days after it was written down."""
        with self.as_(who, days_ago, "9.55") as (seat, person):
            plan_examination(seat=seat, person=person, about=self.about(""), kind=kind, by=by,
                             on=clock.today() + timedelta(days=in_days))  # fmt: skip
