"""One thing help is asked with: what, when, of whom by now, who does it, and what one can do."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.queries import Face, faces, names_of_people
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.sharing.queries import reasons

from ..kinds import helps_with
from ..queries import refusals_of, wanted
from ..shown import name_of, show_help, steps_of
from ..wanted import Wanted


@require_safe
@network_door
def help_one(here: Here, help_id: UUID) -> HttpResponse:
    """Its page."""
    return show(here, help_id)


def show(here: Here, help_id: UUID, refusal: Refusal | None = None) -> HttpResponse:
    """Its page, with what was refused on top; where there is none, the refusal itself."""
    if refusal is not None and refusal.status == NotHere.status:
        raise refusal
    found = wanted(network=here.network, member=here.seat.member, id=help_id)
    people = faces(here.network)
    shown = show_help(found, seat=here.seat, person=here.person, people=people)
    reading = {one.member for one in reasons(help_id) if one.reads} - {found.author_member}
    there = [people[one] for one in reading if one in people]
    asked = [
        one.member for one in there
        if helps_with(found.task, side=one.side, function=one.function_code)
    ]  # fmt: skip
    said_no = refusals_of(help_id) if shown.own else []
    return page(
        here, "helping/one.html", current="more", people=people, one=shown,
        status=refusal.status if refusal else 200, told=refusal and refusal.sentence,
        steps=steps_of(found, people, asked) if shown.free else [],
        said_no=[(name_of(people, member), words) for member, words in said_no],
        instead_of=found.instead_of, by=_by(found, people),
        callers=(found.author_member, found.taken.member if found.taken else None),
    )  # fmt: skip


def _by(found: Wanted, people: dict[UUID, Face]) -> str:
    """Which person of a team does it; empty for who takes part themselves."""
    taken = found.taken
    face = people.get(taken.member) if taken else None
    if taken is None or face is None or face.team is None:
        return ""
    return names_of_people(found.network).get(taken.person, "")
