"""The ways outward: to whom one can go outside this network. Shown on every page of this room.

Sources: Wkkgz (klachtenfunctionaris, geschilleninstantie), Wvggz (patiëntenvertrouwenspersoon), Wzd
(cliëntenvertrouwenspersoon), Jeugdwet (vertrouwenspersoon), Algemene wet bestuursrecht hoofdstuk 9
(klacht over de gemeente, Nationale ombudsman), Inspectie Gezondheidszorg en Jeugd (meldpunt).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base.complaining import officers


@dataclass(frozen=True)
class Way:
    """One of them: who it is, what for, and where."""

    name: str
    what_for: str
    where: str = ""
    phone: str = ""


def own_officers(network: UUID) -> list[Way]:
    """Of the organisations that take part here, as far as they filled that in."""
    return [
        Way(
            name=", ".join(part for part in (one.name, one.organisation) if part),
            what_for=_("Klachten over %(organisation)s") % {"organisation": one.organisation},
            where=one.address,
            phone=one.phone,
        )
        for one in officers(network)
    ]


def general_ways() -> Sequence[Way]:
    """For everybody in the Netherlands."""
    return (
        Way(_("Klachtenfunctionaris"),
            _("Elke zorgorganisatie heeft er een. Die helpt u gratis en kiest geen partij."),
            _("Vraag ernaar bij de organisatie, of kijk op de website.")),
        Way(_("Patiëntenvertrouwenspersoon (pvp)"),
            _("Voor wie hulp krijgt bij psychische problemen, ook als die hulp verplicht is. "
              "Staat aan uw kant."),
            _("Stichting PVP, pvp.nl")),
        Way(_("Cliëntenvertrouwenspersoon Wzd"),
            _("Bij dementie of een verstandelijke beperking, als u zorg krijgt die u niet wilt."),
            _("Bijvoorbeeld Het LSR, hetlsr.nl. Uw zorgorganisatie weet wie er bij u komt.")),
        Way(_("Geschillencommissie"),
            _("Als u er met de zorgorganisatie niet uitkomt. Wat zij zegt, geldt voor u allebei."),
            _("Vraag de organisatie bij welke commissie zij hoort.")),
        Way(_("Landelijk Meldpunt Zorg"),
            _("Advies over uw klacht, van de inspectie. Bellen kan zonder uw naam te zeggen."),
            "landelijkmeldpuntzorg.nl", "088 120 50 20"),
        Way(_("Klacht over de gemeente"),
            _("Eerst bij de gemeente zelf. Helpt dat niet, dan bij de ombudsman."),
            _("Nationale ombudsman, nationaleombudsman.nl")),
    )  # fmt: skip
