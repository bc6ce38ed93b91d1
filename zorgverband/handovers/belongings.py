"""What a member has under its hands in a network: open agreements, visits to come, roles. Out of this
the lines of a handover are made, and with this is seen that nothing stays behind."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from zorgverband.agenda.models import Visit
from zorgverband.agreements.queries import done_by
from zorgverband.base import clock
from zorgverband.networks.queries import Face

from .models import LineKind


@dataclass(frozen=True)
class Belonging:
    """One open agreement or visit to come, with whom it is about; `what` in the words of its item."""

    item: UUID
    kind: LineKind
    what: str
    about: UUID


def belongings(network: UUID, member: UUID) -> list[Belonging]:
    """The open agreements this member does and the visits it is still to make, also in turns with others,
    as far as the viewer reads them. Two statements."""
    agreed = [
        Belonging(one.id, LineKind.AGREEMENT, one.what, one.about)
        for one in done_by(network, member)
    ]
    return agreed + _visits(network, member)


def _visits(network: UUID, member: UUID) -> list[Belonging]:
    today = clock.today()
    theirs = Q(who_id=member) | Q(rota__contains=[member])
    rows = Visit.objects.filter(theirs, network_id=network, last_on__gte=today)
    rows = rows.filter(Q(stopped_from__isnull=True) | Q(stopped_from__gt=today))
    found = rows.order_by("starts", "item_id").values_list(
        "item_id", "item__title", "item__body", "item__about_id"
    )
    return [
        Belonging(item, LineKind.VISIT, body or title or _("Bezoek"), about)
        for item, title, body, about in found
    ]


def roles_of(face: Face) -> list[str]:
    """The roles there is one of in a network that this member has."""
    found = [("coordinator", face.coordinator), ("first_contact", face.first_contact)]
    return [role for role, has in found if has]


def role_words(role: str) -> str:
    """How a role is called on a line."""
    words = {"coordinator": _("Coördinator zijn"), "first_contact": _("Eerste aanspreekpunt zijn")}
    return words[role]
