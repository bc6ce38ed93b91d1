"""'Een organisatie stopt': which one, what then has nobody any more, and confirming it."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.confirming import Question, confirmed
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.ui.sentences import listed

from ..actions.withdraw_provider import members_of_provider, providers, withdraw_provider
from ..belongings import Belonging, belongings


@require_safe
@network_door
def stopping_providers(here: Here) -> HttpResponse:
    """Which one stops."""
    people = faces(here.network)
    found = [(one, name_of(one)) for one in providers(here.seat, people)]
    return page(here, "handovers/providers.html", current="more", people=people, providers=found)


@require_safe
@network_door
def provider_stops(here: Here, member_id: UUID) -> HttpResponse:
    """What then has nobody any more."""
    people = faces(here.network)
    those = members_of_provider(here.seat, people, member_id)
    return page(
        here, "handovers/provider.html", current="more", people=people,
        name=name_of(people[member_id]), member=member_id, those=those,
        left=_left(here, those),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@network_door
def stop_provider(here: Here, member_id: UUID) -> HttpResponse:
    """Who reads what differently then; posted, it is so."""
    people = faces(here.network)
    those = members_of_provider(here.seat, people, member_id)
    parts = {"network_id": here.network}
    question = Question(
        title=_("%(name)s stopt?") % {"name": name_of(people[member_id])},
        first=[
            _("Deze mensen doen dan niet meer mee: %(names)s.")
            % {"names": listed([one.name for one in those])},
            _("Wat zij deden, doet dan niemand. U vindt dat bij Wat vraagt aandacht."),
        ],
        yes=_("Laten stoppen"), no=_("Niet doen"), done=_("Deze organisatie doet niet meer mee."),
        back=reverse("provider_stops", kwargs=parts | {"member_id": member_id}),
        onward=reverse("bottlenecks", kwargs=parts),
    )  # fmt: skip
    return confirmed(
        here,
        lambda: withdraw_provider(seat=here.seat, person=here.person, member=member_id),
        question,
    )


def _left(here: Here, those: list[Face]) -> list[Belonging]:
    return [one for face in those for one in belongings(here.network, face.member)]


def name_of(face: Face) -> str:
    """How a provider is called: its organisation, else the person."""
    return face.organisation or face.name
