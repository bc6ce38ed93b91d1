"""Which kinds of visit have a template, with which short lines, for which functions.

Where it comes from: the kinds are what Dutch home care is arranged as (personal care: washing and
dressing, stockings; nursing: wounds, medicines, injections, measuring). The lines follow the areas
that home care reports by in the Omaha System (skin, circulation, medication, digestion, mood), in
plain words, with what is usual first. It is a list to begin with: an organisation may word its own,
and this is the one place where they are read.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zorgverband.sharing.subjects import MEDICAL, Subject

Words = str | Promise


@dataclass(frozen=True)
class Line:
    """One short line: what, and its answers; the usual one first. In two templates the same `key` is
    the same line: what was ticked stays when another template is chosen."""

    key: str
    label: Words
    answers: tuple[Words, ...]


@dataclass(frozen=True)
class Template:
    """One kind of visit. `subject` is what its message falls under; a medical one stays medical.
    `measure` is a key of `record.kinds`; `stems`: beginnings of words by which it is known."""

    key: str
    label: Words
    subject: Subject
    lines: tuple[Line, ...]
    measure: str = ""
    stems: tuple[str, ...] = ()

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """The subjects one may choose for it."""
        return MEDICAL if self.subject.medical else tuple(Subject)


_WELL = (_("Ging goed"), _("Met meer hulp"), _("Niet gelukt"))
_TAKEN = (_("Ingenomen"), _("Een deel ingenomen"), _("Niet ingenomen"))
_FELT = (_("Voelt zich goed"), _("Moe"), _("Duizelig"))
TEMPLATES = {
    one.key: one
    for one in (
        Template("wash", _("Wassen en aankleden"), Subject.DAY, (
            Line("washing", _("Wassen"), _WELL),
            Line("dressing", _("Aankleden"), _WELL),
            Line("eating", _("Eten en drinken"), (_("Goed"), _("Weinig"), _("Niets"))),
            Line("mood", _("Stemming"), (_("Opgewekt"), _("Rustig"), _("Somber of onrustig"))),
        ), stems=("wass", "douch", "aankle")),
        Template("wound", _("Wondzorg"), Subject.HEALTH, (
            Line("wound", _("Wond"), (_("Rustig en schoon"), _("Rood of warm"), _("Meer vocht"))),
            Line("bandage", _("Verband"), (_("Vernieuwd"), _("Niet nodig"))),
            Line("pain", _("Pijn"), (_("Geen"), _("Een beetje"), _("Veel"))),
        ), measure="temperature", stems=("wond", "verband", "zwacht")),
        Template("medicines", _("Medicijnen"), Subject.MEDICATION, (
            Line("taken", _("Medicijnen"), _TAKEN),
            Line("stock", _("Voorraad"), (_("Genoeg"), _("Bijna op"))),
        ), measure="pressure", stems=("medicijn", "pil", "medicat")),
        Template("pressure", _("Bloeddruk"), Subject.RESULTS, (
            Line("felt", _("Hoe gaat het"), _FELT),
        ), measure="pressure", stems=("bloeddruk", "meten", "meting")),
        Template("stockings", _("Steunkousen"), Subject.HEALTH, (
            Line("on", _("Kousen"), (_("Aangetrokken"), _("Uitgetrokken"), _("Niet gelukt"))),
            Line("legs", _("Benen"), (_("Slank"), _("Dikker dan anders"))),
            Line("skin", _("Huid"), (_("Gaaf"), _("Rode plek"))),
        ), measure="weight", stems=("kous", "kousen", "steunkous")),
        Template("injection", _("Prikken"), Subject.MEDICATION, (
            Line("given", _("Prik"), (_("Gegeven"), _("Zelf gedaan, ik keek mee"), _("Niet gegeven"))),
            Line("felt", _("Hoe gaat het"), _FELT),
        ), measure="sugar", stems=("prik", "insuline", "injectie")),
        Template("exercise", _("Oefenen"), Subject.TREATMENT, (
            Line("done", _("Oefenen"), _WELL),
            Line("pain", _("Pijn"), (_("Geen"), _("Een beetje"), _("Veel"))),
        ), stems=("oefen", "lopen")),
        Template("talk", _("Gesprek"), Subject.DAY, (
            Line("mood", _("Stemming"), (_("Opgewekt"), _("Rustig"), _("Somber of onrustig"))),
        ), stems=("gesprek", "koffie", "praten")),
    )
}  # fmt: skip
_NURSING = ("wash", "wound", "medicines", "pressure", "stockings", "injection", "talk")
_BY_FUNCTION = {
    **dict.fromkeys(("district_nurse", "home_carer", "home_care_team"), _NURSING),
    "physiotherapist": ("exercise", "pressure", "talk"),
    "occupational_therapist": ("exercise", "talk"),
    "gp": ("pressure", "wound", "medicines", "talk"),
    "practice_nurse": ("pressure", "wound", "medicines", "talk"),
}
_ANYBODY = ("talk",)


def templates_for(function: str) -> list[Template]:
    """The templates of this function, the most used first; for any other function a talk."""
    return [TEMPLATES[key] for key in _BY_FUNCTION.get(function, _ANYBODY)]


def recognised(words: str, among: list[Template]) -> Template | None:
    """The template that what a visit is for points at; None when it says nothing."""
    said = words.casefold()
    found = (one for one in among if any(stem in said for stem in one.stems))
    return next(found, None)
