"""What people do in a network: one fixed list of functions, each on the sides where it exists."""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .models import Side


@dataclass(frozen=True)
class Function:
    """A function: its code, its Dutch word, the sides it belongs to, and whether the social side
    may know of it by nature (visibility.md, *People*)."""

    code: str
    label: str | Promise
    sides: tuple[Side, ...]
    known_by_nature: bool = False


_FAMILY, _CARE, _SOCIAL = (Side.FAMILY,), (Side.CARE,), (Side.SOCIAL,)
FUNCTIONS = {
    function.code: function
    for function in (
        Function("client", _("cliënt"), (Side.CLIENT,)),
        Function("partner", _("partner"), _FAMILY),
        Function("daughter", _("dochter"), _FAMILY),
        Function("son", _("zoon"), _FAMILY),
        Function("mother", _("moeder"), _FAMILY),
        Function("father", _("vader"), _FAMILY),
        Function("sister", _("zus"), _FAMILY),
        Function("brother", _("broer"), _FAMILY),
        Function("grandchild", _("kleinkind"), _FAMILY),
        Function("relative", _("familielid"), _FAMILY),
        Function("friend", _("vriend of vriendin"), _FAMILY),
        Function("neighbour", _("buur"), _FAMILY),
        Function("volunteer", _("vrijwilliger"), _FAMILY),
        Function("gp", _("huisarts"), _CARE, known_by_nature=True),
        Function("practice_nurse", _("praktijkondersteuner"), _CARE, known_by_nature=True),
        Function("district_nurse", _("wijkverpleegkundige"), _CARE, known_by_nature=True),
        Function("home_carer", _("verzorgende"), _CARE, known_by_nature=True),
        Function("home_care_team", _("thuiszorgteam"), _CARE, known_by_nature=True),
        Function("pharmacist", _("apotheker"), _CARE, known_by_nature=True),
        Function("physiotherapist", _("fysiotherapeut"), _CARE),
        Function("occupational_therapist", _("ergotherapeut"), _CARE),
        Function("speech_therapist", _("logopedist"), _CARE),
        Function("dietitian", _("diëtist"), _CARE),
        Function("specialist", _("medisch specialist"), _CARE),
        Function("geriatrician", _("geriater"), _CARE),
        Function("paediatrician", _("kinderarts"), _CARE),
        Function("hospital_nurse", _("verpleegkundige ziekenhuis"), _CARE),
        Function("transfer_nurse", _("transferverpleegkundige"), _CARE),
        Function("psychiatrist", _("psychiater"), _CARE),
        Function("psychologist", _("psycholoog"), _CARE),
        Function("mental_health_nurse", _("sociaal-psychiatrisch verpleegkundige"), _CARE),
        Function("case_manager", _("casemanager dementie"), _CARE),
        Function("care_coordinator", _("zorgcoördinator"), _CARE),
        Function("other_care", _("zorgverlener"), _CARE),
        Function("consultant", _("consulent Wmo"), _SOCIAL),
        Function("welfare_worker", _("welzijnswerker"), _SOCIAL),
        Function("social_worker", _("maatschappelijk werker"), _SOCIAL),
        Function("youth_worker", _("jeugdhulpverlener"), _SOCIAL),
        Function("debt_counsellor", _("schuldhulpverlener"), _SOCIAL),
        Function("school", _("school"), _SOCIAL),
        Function("employer", _("werkgever"), _SOCIAL),
        Function("social_coordinator", _("coördinator welzijn"), _SOCIAL),
    )
}
HOME_CARE = ("home_care_team", "district_nurse", "home_carer")
CARE_UNNAMED = _("zorgverlener")
SOCIAL_UNNAMED = _("hulpverlener")


def label_of(code: str) -> str:
    """The word for a function; 'zorgverlener' for a function one may not know."""
    return _label(get_language(), code)


@lru_cache(maxsize=512)
def _label(language: str | None, code: str) -> str:
    # The language is there for the cache only: a list of networks names hundreds of functions.
    function = FUNCTIONS.get(code)
    return str(function.label) if function else str(CARE_UNNAMED)


def functions_of(side: str) -> list[Function]:
    """The functions a member on this side can have."""
    return [function for function in FUNCTIONS.values() if side in function.sides]
