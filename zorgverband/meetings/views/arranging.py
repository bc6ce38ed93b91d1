"""What who leads a meeting arranges: the date, the setting, who is asked, and calling it off."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zorgverband.base.refusals import Refusal
from zorgverband.base.typed import moment_of, whole_number
from zorgverband.networks.queries import faces
from zorgverband.sharing.doors import UPDATE, Here, network_door
from zorgverband.sharing.forms import UnknownChoice
from zorgverband.sharing.frame import page, say

from .. import actions, queries
from ..actions.change_meeting import Setting
from ..forms import read_moment
from ..shown import show_meeting
from .meeting import back_to, one_page

REASON, ASKED = 120, 1000


@require_POST
@network_door
def choose_date(here: Here, meeting_id: UUID) -> HttpResponse:
    """A moment of the poll, or one that was typed."""
    data = here.request.POST

    def act() -> None:
        moment = moment_of(data.get("moment")) or read_moment(
            data.get("day", ""), data.get("time", "")
        )
        actions.choose_date(
            seat=here.seat, person=here.person, meeting=meeting_id, starts_at=moment
        )

    return _done(here, meeting_id, act, _("De datum staat vast. Iedereen krijgt bericht."))


@require_POST
@network_door
def change_meeting(here: Here, meeting_id: UUID) -> HttpResponse:
    """Where, how long, by which link, who leads it."""
    data = here.request.POST

    def act() -> None:
        minutes = whole_number(data.get("minutes"))
        if minutes is None or not 5 <= minutes <= 600:
            raise UnknownChoice(field="minutes")
        setting = Setting(
            chair=_member(data.get("chair", "")), minutes=minutes, place=data.get("place", ""),
            secretary=_member(data["secretary"]) if data.get("secretary") else None,
            video=data.get("video", ""), reason=data.get("reason", "")[:REASON],
            version=whole_number(data.get("version")) or 0,
        )  # fmt: skip
        actions.change_meeting(
            seat=here.seat, person=here.person, meeting=meeting_id, setting=setting
        )

    return _done(here, meeting_id, act, _("Bewaard."))


@require_POST
@network_door
def ask_more(here: Here, meeting_id: UUID) -> HttpResponse:
    """Ask one more person."""
    data = here.request.POST

    def act() -> None:
        actions.ask_more(
            seat=here.seat, person=here.person, meeting=meeting_id,
            members=[_member(data.get("member", ""))], asked=data.get("asked", "")[:ASKED],
        )  # fmt: skip

    return _done(here, meeting_id, act, _("Gevraagd."))


@require_POST
@network_door
def ask_before(here: Here, meeting_id: UUID, member_id: UUID) -> HttpResponse:
    """Ask one of them to think about something of their own."""

    def act() -> None:
        actions.ask_before(
            seat=here.seat, person=here.person, meeting=meeting_id, member=member_id,
            words=here.request.POST.get("asked", "")[:ASKED],
        )  # fmt: skip

    return _done(here, meeting_id, act, _("Gevraagd."))


@require_POST
@network_door
def leave_out(here: Here, meeting_id: UUID, member_id: UUID) -> HttpResponse:
    """Ask somebody no more."""

    def act() -> None:
        actions.leave_out(seat=here.seat, person=here.person, meeting=meeting_id, member=member_id)

    return _done(here, meeting_id, act, _("Niet meer gevraagd."))


@require_http_methods(["GET", "POST"])
@network_door
def cancel_meeting(here: Here, meeting_id: UUID) -> HttpResponse:
    """The page that says what happens, and calling it off."""
    row = queries.meeting(network=here.network, id=meeting_id)
    if here.request.method == "GET":
        people = faces(here.network)
        return page(here, "meetings/cancel.html", current="more", people=people,
                    meeting=show_meeting(row, people))  # fmt: skip

    def act() -> None:
        actions.cancel_meeting(seat=here.seat, person=here.person, meeting=meeting_id)

    return _done(here, meeting_id, act, _("Het overleg gaat niet door. Iedereen krijgt bericht."))


def _done(here: Here, meeting_id: UUID, act: Callable[[], None], words: str) -> HttpResponse:
    try:
        act()
    except Refusal as refusal:
        return one_page(here, meeting_id, refusal, arranging=True)
    here.touch(UPDATE, meeting_id)
    say(here.request, words)
    return back_to(here, meeting_id)


def _member(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise UnknownChoice(field="member") from None
