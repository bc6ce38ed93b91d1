"""Measurements people enter by hand: what they are called, their parts, and their unit."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LOINC = "http://loinc.org"


@dataclass(frozen=True)
class Part:
    """One number of a measurement, with the highest it can be."""

    label: str | Promise
    code: str
    most: int


@dataclass(frozen=True)
class Kind:
    """One kind of measurement. Most have one part; blood pressure has two."""

    key: str
    label: str | Promise
    code: str
    unit: str
    parts: tuple[Part, ...]


def _one(key: str, label: str | Promise, code: str, unit: str, most: int) -> Kind:
    return Kind(key, label, code, unit, (Part(label, code, most),))


KINDS = {
    kind.key: kind
    for kind in (
        Kind(
            "pressure",
            _("Bloeddruk"),
            "85354-9",
            "mmHg",
            (Part(_("Bovendruk"), "8480-6", 350), Part(_("Onderdruk"), "8462-4", 250)),
        ),
        _one("weight", _("Gewicht"), "29463-7", "kg", 500),
        _one("pulse", _("Hartslag"), "8867-4", "per minuut", 350),
        _one("temperature", _("Temperatuur"), "8310-5", "°C", 45),
        _one("sugar", _("Bloedsuiker"), "14743-9", "mmol/l", 60),
        _one("oxygen", _("Zuurstof in het bloed"), "59408-5", "%", 100),
        _one("pain", _("Pijn, van 0 tot 10"), "72514-3", "", 10),
    )
}
