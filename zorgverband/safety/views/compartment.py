"""A safety compartment: the list of one's own, making one, reading and writing in it, closing it."""

from itertools import groupby
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.typed import whole_number
from zorgverband.networks.queries import Face, clients, faces, names_of_people
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.forms import UnknownChoice, writable_subjects
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.shown import Shown, show
from zorgverband.sharing.step_up import step_up
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import day_heading, local_day, long_date

from .. import actions, queries
from .inside import must_work_here, professionals, to_compartment


@require_safe
@network_door
def compartments(here: Here) -> HttpResponse:
    """The compartments this person is named in. For who is named in none it looks the same
    whether or not there are any."""
    must_work_here(here)
    people = faces(here.network)
    found = queries.compartments(here.network)
    return page(
        here, "safety/compartments.html", current="more", people=people,
        found=[(one, people[one.about].name if one.about in people else "") for one in found],
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@network_door
@step_up
def make_compartment(here: Here) -> HttpResponse:
    """About whom, what it is about, and who reads it."""
    must_work_here(here)
    people, asked, refusal = faces(here.network), here.request.POST, None
    abouts = [(face.member, face.name) for face in clients(people) if face.active]
    if here.request.method == "POST":
        try:
            made = actions.make_compartment(
                seat=here.seat, person=here.person, about=_id(asked.get("about", "")),
                title=asked.get("title", ""), members=[_id(one) for one in asked.getlist("member")],
            )  # fmt: skip
        except NotHere:
            raise
        except Refusal as raised:
            refusal = raised
        else:
            say(here.request, _("De afgeschermde ruimte is er. Alleen wie u koos, ziet dit."))
            return to_compartment(here, made)
    return page(
        here, "safety/make_compartment.html", current="more", people=people, refusal=refusal,
        status=refusal.status if refusal else 200, abouts=abouts, title=asked.get("title", ""),
        about=asked.get("about", str(abouts[0][0]) if abouts else ""),
        choosable=professionals(people, but={here.seat.member}),
        chosen=set(asked.getlist("member")),
    )  # fmt: skip


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise UnknownChoice(field="member") from None


@require_safe
@network_door
def compartment(here: Here, compartment_id: UUID) -> HttpResponse:
    """What was written in it, who is named, and the place to write."""
    return _page(here, compartment_id)


@require_POST
@network_door
def write_inside(here: Here, compartment_id: UUID) -> HttpResponse:
    """Write something in it."""
    asked = here.request.POST
    subject = whole_number(asked.get("subject")) or 0
    try:
        if subject not in Subject.values:
            raise UnknownChoice(field="subject")
        item = actions.write_inside(
            seat=here.seat, person=here.person, compartment=compartment_id,
            subject=Subject(subject), body=asked.get("body", ""),
        )  # fmt: skip
    except NotHere:
        raise
    except Refusal as refusal:
        return _page(here, compartment_id, refusal)
    here.touch(CREATE, item.id)
    say(here.request, _("Geplaatst. Alleen wie hier genoemd is, kan dit lezen."))
    return to_compartment(here, compartment_id)


def _page(here: Here, compartment_id: UUID, refusal: Refusal | None = None) -> HttpResponse:
    one = queries.compartment(network=here.network, id=compartment_id)
    people, names = faces(here.network), names_of_people(here.network)
    rows = queries.items_inside(compartment_id)
    named = queries.named_in(compartment_id)
    asked = here.request.POST
    return page(
        here, "safety/compartment.html", current="more", people=people, refusal=refusal,
        status=refusal.status if refusal else 200, one=one, named=_named(people, named),
        about=people[one.about].name if one.about in people else "",
        days=_days(show(
            rows, network=here.network, person=here.person, people=people, names=names,
            seen_until=clock.now(),
        )),
        subjects=_subjects(here, one.about), subject=whole_number(asked.get("subject")) or 0,
        body=asked.get("body", ""), names=names,
    )  # fmt: skip


def _days(items: list[Shown]) -> list[tuple[str, str, list[Shown]]]:
    found = []
    for _day, group in groupby(items, key=lambda item: local_day(item.happened_at)):
        mine = list(group)
        moment = mine[0].happened_at
        found.append((day_heading(moment), long_date(moment), mine))
    return found


def _named(people: dict[UUID, Face], named: set[UUID]) -> list[Face]:
    return [face for face in people.values() if face.member in named]


def _subjects(here: Here, about: UUID) -> list[tuple[int, str]]:
    found = writable_subjects(here.seat, about)
    # Everyday life first: what the social side may read too.
    return [(one.value, str(one.label)) for one in sorted(found, key=lambda one: one.medical)]


@require_http_methods(["GET", "POST"])
@network_door
@step_up
def close_compartment(here: Here, compartment_id: UUID) -> HttpResponse:
    """Close it, with the reason."""
    one: Any = queries.open_compartment(network=here.network, id=compartment_id)
    refusal, note = None, here.request.POST.get("note", "")
    if here.request.method == "POST":
        try:
            actions.close_compartment(
                seat=here.seat, person=here.person, compartment=compartment_id, note=note
            )
        except Refusal as raised:
            refusal = raised
        else:
            say(here.request, _("Gesloten. Wie genoemd is, kan alles nog lezen."))
            return to_compartment(here, compartment_id)
    return page(
        here, "safety/close_compartment.html", current="more", one=one, note=note,
        refusal=refusal, status=refusal.status if refusal else 200,
    )  # fmt: skip
