"""The sections of a handover, in their order, with for each the subjects it can be written under.

Of care: the sections of the Dutch nursing handover (verpleegkundige overdracht, eOverdracht, made of
zibs): administrative, social, medical, nursing plan, nursing report; medication has a handover of its
own there, and stands here among what is medical. Of a coordinator, of an informal carer and of the
social side: light. Each is an item of its own, so that each is read by who may read its subject.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zorgverband.sharing.subjects import Subject

from .models import HandoverKind

S = Subject
Words = str | Promise


@dataclass(frozen=True)
class Section:
    """One section. It is written under the first of `subjects` about which who hands over may write;
    who may write about none of them is not asked for it. `zib`: what it is called in the dataset."""

    code: str
    part: str
    label: Words
    hint: Words
    subjects: tuple[Subject, ...]
    zib: str = ""


PARTS: dict[str, Words] = {
    "administrative": _("Algemeen"),
    "social": _("Leven en omgeving"),
    "medical": _("Medisch"),
    "plan": _("Zorgplan"),
    "report": _("Hoe het nu gaat"),
    "light": _("Wat de ander moet weten"),
}
_DAILY, _HEALTH, _MIND = (S.DAY,), (S.HEALTH,), (S.MIND, S.HEALTH)
_TREATMENT, _MEDICINES = (S.TREATMENT, S.HEALTH), (S.MEDICATION, S.HEALTH)
_RESULTS, _PLAN = (S.RESULTS, S.HEALTH), (S.ARRANGEMENTS, S.COMING)
_HOME, _PEOPLE = (S.HOME, S.DAY), (S.PEOPLE, S.DAY)


def _of(part: str, *rows: tuple[str, Words, Words, tuple[Subject, ...], str]) -> list[Section]:
    return [Section(code, part, label, hint, on, zib) for code, label, hint, on, zib in rows]


_CARE = (
    *_of("administrative",
         ("administrative", _("Gegevens"), _("Adres, verzekering, sleutel, huisarts"), _PLAN,
          "Patient")),
    *_of("social",
         ("family", _("Gezin"), _("Wie wonen er, wie zorgt er mee?"), _PEOPLE, "FamilySituation"),
         ("legal", _("Wie beslist"), _("Wie vertegenwoordigt, en op welke grond?"), _PLAN,
          "LegalSituation"),
         ("housing", _("Wonen"), _("Trap, hulpmiddelen, hoe komt u binnen?"), _HOME,
          "LivingSituation"),
         ("directives", _("Wensen bij behandeling"), _("Wel of niet reanimeren, wilsverklaring"),
          _TREATMENT, "TreatmentDirective2, AdvanceDirective"),
         ("participation", _("Meedoen"), _("Werk, dagbesteding, geloof, hobby"), _PEOPLE,
          "ParticipationInSociety"),
         ("help", _("Hulp van anderen"), _("Wie helpt er nog meer, en wanneer?"), (S.COMING, S.DAY),
          "HelpFromOthers")),
    *_of("medical",
         ("caregivers", _("Zorgverleners"), _("Wie behandelt, en hoe bereikt u die?"), _HEALTH,
          "HealthProfessional"),
         ("reason", _("Waarom er zorg is"), _("De aanleiding"), _HEALTH, "Encounter"),
         ("history", _("Ziekten, nu en vroeger"), _("Wat er is en wat er was"), _HEALTH, "Problem"),
         ("medication", _("Medicijnen"), _("Wie geeft ze, waar liggen ze?"), _MEDICINES,
          "MedicationAgreement"),
         ("allergies", _("Allergieën"), _("Waarvoor, en wat gebeurt er dan?"), _HEALTH,
          "AllergyIntolerance"),
         ("alerts", _("Let op"), _("Besmetting, vallen, veiligheid"), _HEALTH, "Alert"),
         ("vital", _("Metingen"), _("Bloeddruk, gewicht, temperatuur"), _RESULTS,
          "BloodPressure, BodyWeight, BodyTemperature"),
         ("pain", _("Pijn"), _("Waar, hoe erg, wat helpt?"), _RESULTS, "PainScore")),
    *_of("plan",
         ("problem", _("Wat is het probleem?"), _("In het zorgplan"), _TREATMENT, "Problem"),
         ("intervention", _("Wat doet u eraan?"), _("Handelingen, en hoe vaak"), _TREATMENT,
          "NursingIntervention"),
         ("goal", _("Wat is het doel?"), _("Wat wil de cliënt bereiken?"), _TREATMENT,
          "TreatmentObjective"),
         ("outcome", _("Wat is er bereikt?"), _("Hoever is het?"), _TREATMENT, "OutcomeOfCare"),
         ("agreements", _("Afspraken"), _("Wat is er afgesproken, en met wie?"), _PLAN,
          "CareAgreement")),
    *_of("report",
         ("self_care", _("Zelf verzorgen"), _("Wassen, kleden, eten, naar de wc"), _HEALTH,
          "FunctionalOrMentalStatus"),
         ("mobility", _("Bewegen"), _("Lopen, opstaan, vallen"), _HEALTH, "Mobility"),
         ("nutrition", _("Eten en drinken"), _("Dieet, slikken, gewicht"), _HEALTH,
          "NutritionAdvice"),
         ("excretion", _("Plassen en ontlasting"), _("Katheter, stoma, incontinentie"), _HEALTH,
          "BladderFunction, BowelFunction"),
         ("skin", _("Huid"), _("Wonden, doorligplekken"), _HEALTH, "Wound, PressureUlcer"),
         ("senses", _("Horen, zien, spreken"), _("Bril, hoortoestel, taal"), _HEALTH,
          "HearingFunction, VisualFunction"),
         ("coping", _("Omgaan met ziekte"), _("Stemming, verwerken, steun"), _MIND,
          "IllnessPerception"),
         ("awareness", _("Geheugen en bewustzijn"), _("Verward, slaperig, helder"), _MIND,
          "GlasgowComaScale, MentalStatus")),
)  # fmt: skip
_LIGHT = _of(
    "light",
    ("going_on", _("Wat speelt er nu?"), _("Het belangrijkste eerst"), _PLAN, ""),
    ("who_to_call", _("Wie belt u waarvoor?"), _("Namen en telefoonnummers"), _PLAN, ""),
    ("agreements", _("Afspraken"), _("Wat is er afgesproken, en met wie?"), _PLAN, ""),
    ("attention", _("Waar moet u op letten?"), _("Wat gaat er anders mis?"), _PLAN, ""),
)
_CARER = _of(
    "light",
    ("going_on", _("Wat speelt er nu?"), _("Het belangrijkste eerst"), (S.DAY, *_PLAN), ""),
    ("who_to_call", _("Wie belt u waarvoor?"), _("Namen en telefoonnummers"), _PLAN, ""),
    ("house", _("In huis"), _("Sleutel, boodschappen, huisdier, post"), _HOME, ""),
    ("likes", _("Wat vindt de cliënt fijn?"), _("Gewoonten, eten, muziek"), (S.STORY, S.DAY), ""),
    ("attention", _("Waar moet u op letten?"), _("Wat gaat er anders mis?"), (S.DAY, *_PLAN), ""),
)
SECTIONS: dict[str, tuple[Section, ...]] = {
    HandoverKind.CARE: _CARE,
    HandoverKind.COORDINATOR: tuple(_LIGHT),
    HandoverKind.CARER: tuple(_CARER),
    HandoverKind.SUPPORT: tuple(_LIGHT),
}
# Of what subject a handover itself is: of care it is medical, so that the social side knows of none.
HEADER: dict[str, tuple[Subject, ...]] = {
    HandoverKind.CARE: (S.HEALTH,),
    HandoverKind.COORDINATOR: _PLAN,
    HandoverKind.CARER: (*_PLAN, S.DAY),
    HandoverKind.SUPPORT: _PLAN,
}


def section(kind: str, code: str) -> Section | None:
    """The section with this code in a handover of this kind; None for a word that is none."""
    return next((one for one in SECTIONS[kind] if one.code == code), None)


def parts_of(found: Sequence[Section]) -> list[str]:
    """The parts in which these sections stand, in order."""
    return list(dict.fromkeys(one.part for one in found))
