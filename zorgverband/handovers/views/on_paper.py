"""A handover on paper, as who prints it may read it."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zorgverband.networks.queries import names_of_people
from zorgverband.sharing.doors import EXECUTE, Here, network_door
from zorgverband.ui.typeset import Printed, paper

from ..printed import SHAPE, in_dutch, printed
from ..shown import show_head, show_lines, show_sections
from .one import hold


@require_safe
@network_door
def handover_on_paper(here: Here, handover_id: UUID) -> HttpResponse:
    """The paper; what is on it stands in the access log as printed."""
    made = made_for(here, handover_id)
    for item in made.items:
        here.touch(EXECUTE, item)
    return paper(made.pdf(SHAPE), _("overdracht"))


def made_for(here: Here, handover_id: UUID) -> Printed:
    """What is on it. Raises NotHere."""
    with in_dutch():
        held = hold(here, handover_id)
        names = names_of_people(here.network)
        return printed(
            show_head(held.found, seat=here.seat, people=held.people),
            show_sections(held.found, held.said, held.before, held.questions, names),
            show_lines(held.lines, seat=here.seat, people=held.people, readers={},
                       questions=held.questions, names=names),
            body=held.found.item__body, receiver=names.get(here.person, ""),
        )  # fmt: skip
