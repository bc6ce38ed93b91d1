"""'Afdrukken': the plan on paper, in large type or as a table, each as its receiver may read it."""

from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zorgverband.networks.models import Side
from zorgverband.networks.queries import clients, faces, names_of_people
from zorgverband.sharing.doors import EXECUTE, Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.ui.typeset import Printed, paper

from ..printed import LARGE, TABLE, printed
from ..receiving import own_view, view_for


@require_safe
@network_door
def print_plan(here: Here) -> HttpResponse:
    """Which paper, for whom."""
    people = faces(here.network)
    others = [one for one in clients(people) if one.active and one.member != here.seat.member]
    return page(
        here, "plan/print.html", current="plan", people=people, clients=others,
        client=here.seat.side == Side.CLIENT,
    )  # fmt: skip


@require_safe
@network_door
def plan_in_large(here: Here) -> HttpResponse:
    """In large type, as who prints it may read it."""
    read = own_view(here.seat)
    return _on_paper(here, printed(read, receiver=_own_name(here), names=False), LARGE)


@require_safe
@network_door
def plan_for_client(here: Here, member_id: UUID) -> HttpResponse:
    """In large type, for a client: what they and who prints it may both read."""
    read = view_for(seat=here.seat, person=here.person, client=member_id)
    name = read.people[member_id].name
    return _on_paper(here, printed(read, receiver=name, names=False), LARGE)


@require_safe
@network_door
def plan_as_table(here: Here) -> HttpResponse:
    """As a table for a meeting, as who prints it may read it."""
    read = own_view(here.seat)
    return _on_paper(here, printed(read, receiver=_own_name(here), names=True), TABLE)


def _own_name(here: Here) -> str:
    return names_of_people(here.network).get(here.person, "")


def _on_paper(here: Here, made: Printed, shape: Path) -> HttpResponse:
    _note(here, made.items)
    return paper(made.pdf(shape), _("plan"))


def _note(here: Here, items: Iterable[UUID]) -> None:
    for item in items:
        here.touch(EXECUTE, item)
