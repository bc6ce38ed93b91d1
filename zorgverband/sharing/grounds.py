"""On what ground somebody decides on who reads what: it is kept with every change."""

from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from zorgverband.base.clock import now
from zorgverband.base.viewer import Seat
from zorgverband.networks.models import Authority, Control, Representation

CONSENT, AUTHORITY, REPRESENTATION = "consent", "authority", "representation"
INTERIM, AUTHOR, HOUSEHOLD, ROLE = "interim", "author", "household", "role"
HANDOVER = "handover"
_WORDS = {
    CONSENT: gettext_noop("besliste over zichzelf"),
    AUTHORITY: gettext_noop("besliste als ouder met gezag"),
    REPRESENTATION: gettext_noop("besliste als vertegenwoordiger"),
    INTERIM: gettext_noop("besliste tijdelijk, als coördinator"),
    HOUSEHOLD: gettext_noop("besliste voor het huishouden"),
    ROLE: gettext_noop("koos een andere functie"),
    HANDOVER: gettext_noop("droeg het over aan een ander"),
    AUTHOR: gettext_noop("schreef dit bericht"),
}


def ground_of(seat: Seat, about: UUID) -> str:
    """The ground on which this seat decides about `about` now; AUTHOR for who does not."""
    if not seat.controls(about):
        return AUTHOR
    if about == seat.member:
        return CONSENT
    if about == seat.network:
        return HOUSEHOLD
    moment = now()
    running = Q(starts_at__lte=moment) & (Q(ends_at=None) | Q(ends_at__gt=moment))
    mine = {"representative_id": seat.member, "client_id": about}
    if Authority.objects.filter(running, child_id=about, parent_id=seat.member).exists():
        return AUTHORITY
    if Control.objects.filter(running, client_id=about, holder_id=seat.member).exists():
        return INTERIM
    found = Representation.objects.filter(running, **mine)
    ground = found.values_list("ground", flat=True).first()
    return f"{REPRESENTATION}:{ground}" if ground else REPRESENTATION


def ground_words(ground: str) -> str:
    """'besliste als vertegenwoordiger (mentorschap)'."""
    kind, _colon, more = ground.partition(":")
    words = _(_WORDS[kind]) if kind in _WORDS else ""
    if more in Representation.Ground.values:
        words += f" ({Representation.Ground(more).label})"
    return words
