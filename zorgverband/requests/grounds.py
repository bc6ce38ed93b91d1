"""How long an item is kept by law, and on what ground its removal may be refused.

Who wrote an item decides which law: what a professional writes is part of a record they must keep,
what family and clients write is not. Sources: BW 7:454 lid 3 and 7:455 (WGBO), Wmo 2015 5.3.4 and
5.3.5, Jeugdwet 7.3.8 and 7.3.9, AVG 17 lid 3. Every one of these laws lets the client ask to remove
earlier; the answer may only be no on one of its own grounds.
"""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zorgverband.networks.models import Side

YOUTH = frozenset({"youth_worker"})


@dataclass(frozen=True)
class Law:
    """The law under which an item is kept: `years` after it was written, None for no duty."""

    code: str
    name: str | Promise
    years: int | None


@dataclass(frozen=True)
class Ground:
    """One reason to keep what somebody asks to remove."""

    code: str
    text: str | Promise
    laws: tuple[str, ...]


LAWS = {
    law.code: law
    for law in (
        Law("wgbo", _("Wet op de geneeskundige behandelingsovereenkomst (WGBO)"), 20),
        Law("youth", _("Jeugdwet"), 20),
        Law("wmo", _("Wet maatschappelijke ondersteuning (Wmo)"), 15),
        Law("none", _("Geen bewaarplicht"), None),
    )
}
_PROFESSIONAL = ("wgbo", "youth", "wmo")
GROUNDS = {
    ground.code: ground
    for ground in (
        Ground(
            "other_wgbo",
            _("Bewaren is van groot belang voor iemand anders (WGBO, artikel 7:455 lid 2 BW)"),
            ("wgbo",),
        ),
        Ground(
            "law_wgbo",
            _("Een wet verbiedt het weg te halen (WGBO, artikel 7:455 lid 2 BW)"),
            ("wgbo",),
        ),
        Ground(
            "other_youth",
            _("Bewaren is van groot belang voor iemand anders (Jeugdwet, artikel 7.3.9)"),
            ("youth",),
        ),
        Ground(
            "law_youth",
            _("Een wet verbiedt het weg te halen (Jeugdwet, artikel 7.3.9)"),
            ("youth",),
        ),
        Ground(
            "other_wmo",
            _("Bewaren is van groot belang voor iemand anders (Wmo 2015, artikel 5.3.5)"),
            ("wmo",),
        ),
        Ground(
            "law_wmo", _("Een wet verbiedt het weg te halen (Wmo 2015, artikel 5.3.5)"), ("wmo",)
        ),
        Ground(
            "claim",
            _("Het is nodig voor een klacht of rechtszaak (AVG, artikel 17 lid 3 onder e)"),
            (*_PROFESSIONAL, "none"),
        ),
        Ground(
            "expression",
            _("De schrijver mag dit zeggen (AVG, artikel 17 lid 3 onder a)"),
            ("none",),
        ),
    )
}


def law_of(*, side: str, function: str) -> Law:
    """Under which law an item is kept, by the side and function of who wrote it."""
    if side == Side.CARE:
        return LAWS["wgbo"]
    if side == Side.SOCIAL:
        return LAWS["youth" if function in YOUTH else "wmo"]
    return LAWS["none"]


def grounds_of(law: Law) -> list[Ground]:
    """On which grounds removal may be refused under this law."""
    return [ground for ground in GROUNDS.values() if law.code in ground.laws]


def keep_until(law: Law, written: datetime) -> datetime | None:
    """Until when the item is kept when nobody asks to remove it; None without a duty."""
    if law.years is None:
        return None
    leap = (written.month, written.day) == (2, 29)
    return written.replace(year=written.year + law.years, day=28 if leap else written.day)
