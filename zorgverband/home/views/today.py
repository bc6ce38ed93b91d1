"""'Vandaag': who comes today and what is asked of somebody; the client's page in large letters."""

from datetime import date, datetime, timedelta
from typing import Any, TypeAlias
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zorgverband.agenda.queries import visits_between
from zorgverband.agenda.shown import ShownVisit, show_visits
from zorgverband.agenda.shown_turns import show_asked_turns
from zorgverband.agreements.queries import asked_or_late
from zorgverband.agreements.shown import show_agreements
from zorgverband.base.clock import HOME, now
from zorgverband.base.once import form_key
from zorgverband.bottlenecks.elsewhere import own_here
from zorgverband.control.shown import today_line, waiting
from zorgverband.handovers.actions.say_arrived import is_asked
from zorgverband.handovers.needs_shown import answers
from zorgverband.helping.shown import away_today, help_today
from zorgverband.membership.checks import decides
from zorgverband.networks.functions import HOME_CARE
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, callable_first, faces, names_of_people
from zorgverband.safety.shown import told_to
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page, plain_token, rendered
from zorgverband.sharing.queries import seen_and_unread
from zorgverband.sharing.reading import is_new
from zorgverband.sharing.subjects import Subject
from zorgverband.talks.shown import show_questions
from zorgverband.ui.dates import clock, day_name, day_within, local_day, long_date, short_date

from ..queries import Surroundings, surroundings

LOOKS_AHEAD = timedelta(days=7)
People: TypeAlias = dict[UUID, Face]
Names: TypeAlias = dict[UUID, str]


@require_safe
@network_door
def today(here: Here) -> HttpResponse:
    """The first page of a network; asked by htmx, only its lists. Who comes here for the first time
    reads first what this is."""
    if is_new(here.request):
        return HttpResponseRedirect(reverse("welcome"))
    people, names = faces(here.network), names_of_people(here.network)
    # The client sees no badge in these lists; the frame counts for itself then.
    client = here.seat.side == Side.CLIENT
    seen, unread = (None, None) if client else seen_and_unread(here.network)
    lists = _lists(here, people, names) | {"since": _moment(seen) if seen else ""}
    if here.request.headers.get("HX-Target") == "today":
        context = lists | {
            "csrf_token": plain_token(here.request), "key": form_key(here.request),
            "network": {"id": here.network},
            "unread": unread or 0,
        }  # fmt: skip
        return rendered("home/today_lists.html", context)
    return page(
        here, "home/today.html", current="today", people=people, unread=unread,
        greeting=_greeting(here, people, names), day=long_date(now()),
        callable=[face for face in callable_first(people, 5) if face.member != here.seat.member],
        passes_on=_passes_on(here, people), **lists,
    )  # fmt: skip


def _control(here: Here, around: Surroundings, people: People, names: Names) -> dict[str, Any]:
    """What waits for a yes or no; and for a client, that somebody else decides or helps."""
    return {
        "waiting": waiting(around.proposals, seat=here.seat, names=names),
        "line": today_line(around.held, people),
        "invitations": [(one, names.get(by) or _("Iemand")) for one, by in around.invitations]
        if decides(here.seat) else [],
        "client": here.seat.member,
        "take_back": around.held is not None and around.held.state == "interim",
    }  # fmt: skip


def _lists(here: Here, people: People, names: Names) -> dict[str, Any]:
    """What changes while the page is open."""
    day = now().astimezone(HOME).date()
    client = here.seat.side == Side.CLIENT
    coming = show_visits(
        visits_between(here.network, day, day + LOOKS_AHEAD),
        seat=here.seat, person=here.person, people=people, names=names,
    )  # fmt: skip
    found = asked_or_late(here.network, here.seat.member)
    member = here.seat.member
    mine = [one for one in found if member == (one.answerer if one.proposed else one.executor)]
    around = _around(here)
    return {
        "questions": show_questions(
            around.questions, person=here.person, people=people, names=names
        ),
        "client": client,
        "here_social": here.seat.side == Side.SOCIAL,
        "tells": here.seat.side == Side.FAMILY and not _passes_on(here, people),
        "tiles": _tiles(people) if client else [],
        "visits": [one for one in coming if one.starts_at.date() == day],
        "nobody": _nobody(coming, day, all_seen=here.seat.side != Side.SOCIAL),
        "asked": show_agreements(
            mine, seat=here.seat, person=here.person, people=people, names=names
        ),
        "attention": own_here(
            around.attention,
            seat=here.seat,
            people=people,
            but=[*(one.id for one in mine), *(one.id for one in around.questions)],
        ),
        "check": around.check and here.seat.side == Side.FAMILY,
        "emergencies": told_to(here, people, names, around.looked),
        "control": _control(here, around, people, names),
        "lookers": _lookers(people, around.readers) if client else 0,
        "arrivals": around.arrivals if is_asked(people.get(member)) else [],
        "meetings": around.meetings,
        "helped": help_today(around.helped, seat=here.seat, person=here.person, people=people),
        "away": away_today(around.away, people),
        "turns": show_asked_turns(around.turns, people),
        "arrival_words": answers() if around.arrivals else [],
        "late": sum(one.late_for(member) for one in found),
    }


def _passes_on(here: Here, people: People) -> bool:
    """Whether this is somebody who helps and reads little: then passing something on is one tap away."""
    return here.seat.side == Side.FAMILY and not any(
        keys.read >> Subject.DAY & 1
        for about, keys in here.seat.abouts.items()
        if about in people and people[about].side == Side.CLIENT
    )


def _nobody(coming: list[ShownVisit], day: date, *, all_seen: bool) -> str:
    """For a day on which nobody comes: who comes first after it. Who does not read visits of care
    is not told that nobody comes."""
    found = [_("Vandaag komt er niemand.") if all_seen else _("U ziet vandaag geen bezoek.")]
    for one in coming:
        if one.state != "cancelled" and one.starts_at.date() > day:
            parts = {
                "time": clock(one.starts_at),
                "name": one.name,
                "day": long_date(one.starts_at),
            }
            tomorrow = one.starts_at.date() == day + timedelta(days=1)
            then = _("Morgen om %(time)s komt %(name)s.")
            found.append((then if tomorrow else _("Op %(day)s om %(time)s komt %(name)s.")) % parts)
            break
    return " ".join(found)


def _moment(moment: datetime) -> str:
    """'gisteren 18.10 uur', 'vrijdag 13.00 uur', or '6 november' for what is longer ago."""
    away = (local_day(now()) - local_day(moment)).days
    if away >= LOOKS_AHEAD.days:
        return short_date(moment)
    day = day_within(moment, now()) if away < 2 else day_name(moment)
    return f"{day} {clock(moment)}"


def _greeting(here: Here, people: People, names: Names) -> str:
    hour = now().astimezone(HOME).hour
    words = (
        _("Goedenacht, %(name)s") if hour < 6
        else _("Goedemorgen, %(name)s") if hour < 12
        else _("Goedemiddag, %(name)s") if hour < 18
        else _("Goedenavond, %(name)s")
    )  # fmt: skip
    face = people.get(here.seat.member)
    if face is None or face.person != here.person:
        # Somebody of a team: the member is the team.
        name = names.get(here.person) or str(here.request.session.get("name", ""))
        return words % {"name": name.split(" ")[0]}
    return words % {"name": face.formal_name if face.side == Side.CLIENT else face.given_name}


def _tiles(people: People) -> list[tuple[str, str]]:
    """Whom the client calls with one tap: the first contact and home care."""
    found = [(face.given_name, face.phone) for face in callable_first(people, count=1)]
    for face in people.values():
        if face.function_code in HOME_CARE and face.active and face.phone:
            return [*found, (_("Thuiszorg"), face.phone)]
    return found


def _around(here: Here) -> Surroundings:
    abouts = {here.seat.member, here.network}
    return surroundings(here.network, abouts=abouts, person=here.person, member=here.seat.member)


def _lookers(people: People, reading: set[UUID]) -> int:
    """How many others may read something about this client."""
    return sum(
        face.active and face.side != Side.CLIENT and face.member in reading
        for face in people.values()
    )
