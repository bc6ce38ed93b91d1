"""The leaver gives lines to people, adds tasks, and chooses who takes over the whole."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zorgverband.base.typed import whole_number
from zorgverband.networks.queries import faces
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.forms import UnknownChoice
from zorgverband.sharing.subjects import Subject

from .. import actions
from ..actions.give_line import NobodyChosen
from .answering import done


@require_POST
@network_door
def give_line(here: Here, handover_id: UUID, taken_id: UUID) -> HttpResponse:
    """This line to that member."""
    return done(
        here, handover_id,
        lambda: actions.give_line(seat=here.seat, person=here.person, handover=handover_id,
                                  line=taken_id, to=_member(here)),
        _("Gevraagd. U hoort of die persoon het overneemt."), at=taken_id,
    )  # fmt: skip


@require_POST
@network_door
def add_task(here: Here, handover_id: UUID) -> HttpResponse:
    """A task that stands nowhere else; or what came up since ('more')."""
    typed = here.request.POST
    if "more" in typed:
        return done(
            here, handover_id,
            lambda: actions.refresh_lines(seat=here.seat, person=here.person,
                                          handover=handover_id),
            _("De lijst is bijgewerkt."),
        )  # fmt: skip
    number = whole_number(typed.get("subject"))
    if number not in Subject.values:
        raise UnknownChoice(field="subject")
    return done(
        here, handover_id,
        lambda: actions.add_task(seat=here.seat, person=here.person, handover=handover_id,
                                 what=typed.get("what", ""), subject=Subject(number)),
        _("De taak staat erbij."),
    )  # fmt: skip


@require_POST
@network_door
def choose_receiver(here: Here, handover_id: UUID) -> HttpResponse:
    """Who takes over the whole."""
    return done(
        here, handover_id,
        lambda: actions.choose_receiver(seat=here.seat, person=here.person, handover=handover_id,
                                        to=_member(here)),
        _("Gekozen. Die persoon kan nu antwoorden."),
    )  # fmt: skip


def _member(here: Here) -> UUID:
    try:
        member = UUID(here.request.POST.get("to", ""))
    except ValueError:
        raise NobodyChosen(field="to") from None
    if member not in faces(here.network):
        raise NobodyChosen(field="to")
    return member
