"""'Afdrukken': every paper there is, in large clear choices."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zorgverband.networks.models import Side
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page


@dataclass(frozen=True)
class Choice:
    """One paper: how it is called, what stands on it, and where it is made."""

    label: str
    text: str
    href: str
    icon: str
    badge: int = 0


@require_safe
@network_door
def papers(here: Here) -> HttpResponse:
    """All papers of this network."""
    return page(here, "papers/papers.html", current="more", choices=_choices(here))


def _choices(here: Here) -> list[Choice]:
    found = [
        ("print_week", _("De week"), _("Wie er komt, in grote letters. Om op te hangen."), "calendar"),
        ("phone_list", _("Telefoonlijst"), _("Wie u kunt bellen, en waarvoor."), "phone"),
        ("letters", _("Brief met nieuws"), _("Het nieuws op papier, voor wie geen internet heeft."),
         "mail"),
        ("explanation", _("Uitleg van Zorgverband"), _("In vier zinnen, voor wie geen internet heeft."),
         "life-buoy"),
        ("print_plan", _("Het plan"), _("Doelen en afspraken, in grote letters of als tabel."), "flag"),
        ("handovers", _("Overdracht"), _("Kies de overdracht. Daar drukt u haar af."), "repeat"),
    ]  # fmt: skip
    if here.seat.side != Side.SOCIAL:
        leaving = _("De lijst van wat klaar moet zijn. Kies eerst het ontslag.")
        found.append(("discharges", _("Uit het ziekenhuis"), leaving, "house"))
    return [
        Choice(label, text, reverse(name, kwargs={"network_id": here.network}), icon)
        for name, label, text, icon in found
    ]
