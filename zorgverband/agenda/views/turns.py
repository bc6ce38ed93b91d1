"""Whose turn it is: asking another to take it over, answering that; going along and driving."""

from datetime import date, timedelta
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere, NotYours, Refusal
from zorgverband.base.typed import day_of
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces, names_of_people
from zorgverband.sharing.doors import CREATE, UPDATE, Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.queries import reasons
from zorgverband.ui.dates import long_date

from .. import actions, queries
from ..actions.changing import may_plan
from ..models import Part, TurnAsked
from ..occurrences import Occurrence
from ..shown import show_visits
from .visit import address, read_day, show, told

# How far ahead the turns of others are offered in return.
AHEAD = timedelta(days=63)


@require_http_methods(["GET", "POST"])
@network_door
def ask_turn(here: Here, visit_id: UUID, day: str) -> HttpResponse:
    """Ask another to come this time, perhaps for a turn of theirs."""
    one = queries.occurrence(network=here.network, id=visit_id, on_date=read_day(day))
    if one.who != here.seat.member and not may_plan(one.series, seat=here.seat, person=here.person):
        raise NotYours()
    refusal, typed = None, here.request.POST
    if here.request.method == "POST":
        try:
            to, _mark, instead = typed.get("to", "").partition(" ")
            actions.ask_turn(
                seat=here.seat, person=here.person, visit=visit_id, on_date=one.on_date,
                to=_member(to), instead_on=day_of(instead),
            )  # fmt: skip
            here.touch(CREATE, visit_id)
            say(here.request, _("Gevraagd. U krijgt bericht van het antwoord."))
            return HttpResponseRedirect(address(here, visit_id, one.on_date))
        except Refusal as refused:
            refusal = refused
    people, names = faces(here.network), names_of_people(here.network)
    shown = show_visits([one], seat=here.seat, person=here.person, people=people, names=names)[0]
    return page(
        here, "agenda/ask_turn.html", current="more", people=people, visit=shown, refusal=refusal,
        status=refusal.status if refusal else 200, choices=_choices(one, people),
        chosen=typed.get("to", ""), day=long_date(one.day), at=address(here, visit_id, one.on_date),
    )  # fmt: skip


@require_POST
@network_door
def answer_turn(here: Here, asked_id: UUID) -> HttpResponse:
    """Yes or no; of two answers the first counts."""
    accept = here.request.POST.get("answer") == "yes"
    try:
        row = actions.answer_turn(seat=here.seat, person=here.person, asked=asked_id, accept=accept)
    except Refusal as refusal:
        return _on_its_page(here, asked_id, refusal)
    here.touch(UPDATE, row.item_id)
    say(
        here.request,
        _("U komt die dag.") if accept else _("U zei nee. Wie het vroeg, krijgt bericht."),
    )
    return HttpResponseRedirect(address(here, row.item_id, row.on_date))


@require_POST
@network_door
def withdraw_turn(here: Here, asked_id: UUID) -> HttpResponse:
    """Take the question back."""
    try:
        row = actions.withdraw_turn(seat=here.seat, person=here.person, asked=asked_id)
    except Refusal as refusal:
        return _on_its_page(here, asked_id, refusal)
    here.touch(UPDATE, row.item_id)
    say(here.request, _("U vraagt dit niet meer."))
    return HttpResponseRedirect(address(here, row.item_id, row.on_date))


@require_POST
@network_door
def take_part(here: Here, visit_id: UUID, day: str) -> HttpResponse:
    """'Ik rijd' or 'ik ga mee', and giving that back."""
    on_date, typed = read_day(day), here.request.POST
    part = typed.get("part", "")
    if part not in Part.values:
        raise NotHere()
    act = actions.give_back if "back" in typed else actions.take_part
    try:
        act(seat=here.seat, person=here.person, visit=visit_id, on_date=on_date, part=Part(part))
    except Refusal as refusal:
        return told(here, visit_id, on_date, refusal)
    here.touch(UPDATE, visit_id)
    say(
        here.request,
        _("U doet dit niet meer.") if "back" in typed else _("Fijn. Iedereen ziet dat u dit doet."),
    )
    return HttpResponseRedirect(address(here, visit_id, on_date))


def _on_its_page(here: Here, asked_id: UUID, refusal: Refusal) -> HttpResponse:
    row = TurnAsked.objects.filter(network_id=here.network, id=asked_id).first()
    if refusal.status == NotHere.status or row is None:
        raise refusal
    return show(here, row.item_id, row.on_date, refusal)


def _choices(one: Occurrence, people: dict[UUID, Face]) -> list[tuple[str, str, str]]:
    """Whom one may ask: of who take turns, those, each with their next turn in return."""
    reading = {reason.member for reason in reasons(one.series.id) if reason.reads}
    found = []
    for face in people.values():
        if not face.active or face.person is None or face.side == Side.CLIENT:
            continue
        if face.member == one.who or face.member not in reading:
            continue
        if one.series.rota and face.member not in one.series.rota:
            continue
        found.append((str(face.member), face.name, _("Zonder te ruilen")))
        found += [
            (f"{face.member} {day.isoformat()}", face.name,
             _("In ruil voor %(day)s") % {"day": long_date(day)})
            for day in _turns_of(face.member, one)
        ]  # fmt: skip
    return found


def _turns_of(member: UUID, one: Occurrence) -> list[date]:
    """The next two turns of this member, by the rota."""
    first = max(clock.today(), one.series.rule.first_on)
    days = one.series.days(first, first + AHEAD) if one.series.rota else []
    return [day for day in days if day != one.on_date and one.series.comes_on(day) == member][:2]


def _member(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
