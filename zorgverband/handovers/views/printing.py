"""The list of a discharge on paper, as who prints it may read it."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zorgverband.networks.queries import names_of_people
from zorgverband.sharing.doors import EXECUTE, Here, network_door
from zorgverband.ui.typeset import paper

from ..discharge_printed import SHAPE, printed_list
from .discharge import inside


@require_safe
@network_door
def print_discharge(here: Here, discharge_id: UUID) -> HttpResponse:
    """The paper; each item on it stands in the access log."""
    people = inside(here)
    made = printed_list(
        network=here.network, discharge=discharge_id, people=people,
        receiver=names_of_people(here.network).get(here.person, ""),
    )  # fmt: skip
    for item in made.items:
        here.touch(EXECUTE, item)
    return paper(made.pdf(SHAPE), _("naar-huis"))
