"""Opening a discharge: somebody comes home from hospital, and what must be arranged before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.sharing.actions import share
from zorgverband.sharing.circles import FAMILY_CARE
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.sentences import kept_words

from ..models import Discharge, DischargeDate
from ..standard_needs import LINES
from .need_something import need_something


class DayPast(Refusal):
    """Deze dag is voorbij. Kies vandaag of later, of laat de dag leeg."""


@dataclass(frozen=True)
class Going:
    """What is known: the ward, whom to call there, and who at home hears of it first (a member)."""

    ward: str = ""
    call_name: str = ""
    call_phone: str = ""
    told: UUID | None = None


def open_discharge(
    *,
    seat: Seat,
    person: UUID,
    about: UUID,
    expected_on: date | None = None,
    going: Going | None = None,
    more: str = "",
    lines: Sequence[str] = (),
) -> UUID:
    """Open it, with these lines of the standard list; its item. Who reads about the health of this
    client is told, once. Lines one may not write about are left out: another can add them. Raises
    DayPast and what `share` raises."""
    if expected_on is not None and expected_on < clock.today():
        raise DayPast(field="expected_on")
    going = going or Going()
    with kept_words():
        title = _("Uit het ziekenhuis")
    item = share(
        seat=seat, person=person, about=about, subject=Subject.HEALTH, kind="discharge",
        title=title, body=more, circle=FAMILY_CARE, in_news=False, verb="discharge_opened",
    )  # fmt: skip
    row = Discharge(
        item_id=item.id, network_id=seat.network, about_id=about, expected_on=expected_on,
        ward=going.ward.strip(), call_name=going.call_name.strip(),
        call_phone=going.call_phone.strip(), told_id=going.told,
    )  # fmt: skip
    Discharge.objects.bulk_create([row])
    said(seat=seat, person=person, discharge=item.id, on=expected_on)
    add_lines(seat=seat, person=person, discharge=item.id, about=about, lines=lines)
    return item.id


def said(*, seat: Seat, person: UUID, discharge: UUID, on: date | None, words: str = "") -> None:
    """Keep for good that this day was said."""
    row = DischargeDate(
        network_id=seat.network, item_id=discharge, expected_on=on, words=words.strip(),
        person_id=person, member_id=seat.member, at=clock.now(),
    )  # fmt: skip
    DischargeDate.objects.bulk_create([row])


def add_lines(
    *, seat: Seat, person: UUID, discharge: UUID, about: UUID, lines: Sequence[str]
) -> list[UUID]:
    """Put these lines of the standard list on the list of a discharge, those one may write about;
    their items. Raises NotHere."""
    found = []
    for line in (LINES[code] for code in lines if code in LINES):
        if seat.may_write(about=about, subject=line.subject):
            with kept_words():
                what = str(line.words)
            found.append(need_something(
                seat=seat, person=person, about=about, subject=line.subject, what=what,
                weekdays=line.weekdays, line=line.code, discharge=discharge,
            ))  # fmt: skip
    return found
