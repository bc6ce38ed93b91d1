"""What stands in the agenda of a story besides plain visits: turns, appointments elsewhere, medicines,
time that is only said to be taken; and the drawn photos of who comes."""

import io
from collections.abc import Sequence
from datetime import timedelta

from PIL import Image, ImageDraw

from zorgverband.agenda.actions.ask_turn import ask_turn
from zorgverband.agenda.actions.details import PLAIN, Details
from zorgverband.agenda.actions.plan_visit import Planned, Visitor, plan_visit
from zorgverband.agenda.models import Visit
from zorgverband.base import clock
from zorgverband.base.repeating import Repeat, Rule
from zorgverband.membership.actions.set_portrait import set_portrait

from .town_acting import Acting
from .town_agenda import clock_of

_TONES = {0: ("#d9c7b2", "#7a3b06"), 1: ("#cfe0e4", "#0b5566"), 2: ("#e6d8ea", "#6d2a63")}


class Days:
    """The verbs of a story about the days to come."""

    def comes(
        self: Acting,
        by: str,
        who: str,
        starts: str,
        ends: str,
        what: str,
        *,
        on: int = 0,
        since: int = 0,
        weekdays: Sequence[int] = (),
        place: str = "",
        circle: str = "",
        readers: Sequence[str] = (),
        purpose: str = "",
        details: Details = PLAIN,
    ) -> Visit:
        """Put this in the agenda: `who` is one of the story, or the name of somebody else. Weekly on
        these days since so many days ago, or once `on` days ahead."""
        ahead = clock.today() + timedelta(days=on)
        with self.as_(by, since, "9.55") as (seat, person):
            first = ahead if on else clock.today()
            weekly = Rule(first, repeat=Repeat.WEEKLY, weekdays=tuple(weekdays))
            member = self.members.get(who)
            return plan_visit(
                seat=seat, person=person, about=self.about(""), what=what, place=place,
                visitor=Visitor(member) if member else Visitor(name=who), purpose=purpose,
                planned=Planned(weekly if weekdays else Rule(first), clock_of(starts), clock_of(ends)),
                audience=[self.members[one] for one in readers] if readers else None,
                circle=circle or "everyone", details=details,
            )  # fmt: skip

    def asks_turn(self: Acting, by: str, visit: Visit, to: str) -> None:
        """Ask another to take over one's next turn."""
        with self.as_(by, 0, "7.40") as (seat, person):
            rule = Rule(visit.first_on, repeat=Repeat(visit.repeat), weekdays=tuple(visit.weekdays))
            today = clock.today()
            mine = [
                day for day in rule.days(today, today + timedelta(days=30))
                if visit.rota[rule.round_of(day) % len(visit.rota)] == self.members[by]
            ]  # fmt: skip
            ask_turn(seat=seat, person=person, visit=visit.item_id, on_date=mine[0],
                     to=self.members[to])  # fmt: skip

    def shows_photo(self: Acting, who: str, tone: int) -> None:
        """A drawn head and shoulders, in the place of a photo."""
        with self.as_(who, 20, "20.00") as (_seat, person):
            set_portrait(person=person, upload=_drawn(tone))


def _drawn(tone: int) -> io.BytesIO:
    ground, ink = _TONES[tone % len(_TONES)]
    picture = Image.new("RGB", (480, 480), ground)
    draw = ImageDraw.Draw(picture)
    draw.ellipse((60, 330, 420, 720), fill=ink)
    draw.ellipse((145, 100, 335, 330), fill="#f0d3bd")
    draw.pieslice((130, 70, 350, 320), 180, 360, fill=ink)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=80)
    out.seek(0)
    return out
