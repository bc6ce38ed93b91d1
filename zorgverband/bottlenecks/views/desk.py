"""'Netwerken' for who coordinates: which ask attention, why, and one act for each."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from zorgverband.base.typed import whole_number
from zorgverband.sharing.doors import Outside, person_door
from zorgverband.sharing.frame import page_across

from ..desk import desk_of
from ..rules import RULES


@require_safe
@person_door
def desk(here: Outside) -> HttpResponse:
    """The networks this person coordinates that ask attention, some at a time."""
    asked = here.request.GET
    kind = asked.get("soort", "")
    number = whole_number(asked.get("page", "")) or 0
    found = desk_of(person=here.person, kind=kind if kind in RULES else "", number=number)
    return page_across(
        here, "bottlenecks/desk.html", current="networks", desk=found,
        kind=kind if kind in RULES else "",
    )  # fmt: skip
