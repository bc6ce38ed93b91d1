"""'Netwerken in beeld' of an organisation, for who keeps its list."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from zorgverband.organisations.queries import name_of
from zorgverband.sharing.doors import Outside, person_door
from zorgverband.sharing.frame import page_across

from ..in_view import in_view


@require_safe
@person_door
def organisation_in_view(here: Outside, organisation_id: UUID) -> HttpResponse:
    """Rounded numbers of what its people look at; no client, and no network by name."""
    name = name_of(organisation_id, person=here.person)
    return page_across(
        here, "bottlenecks/in_view.html", current="more_across", name=name,
        organisation=organisation_id, found=in_view(organisation_id),
    )  # fmt: skip
