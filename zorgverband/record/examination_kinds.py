"""Examinations by kind: what they are called, their LOINC codes, and how long one stays valid.

The windows are those of repeating without a new reason; who has a reason writes it down and goes on.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class ExaminationKind:
    """One kind: its key in the database, its words, LOINC codes (the first is written with what is
    entered by hand; empty where there is none), and for how many days one is valid."""

    key: str
    label: str | Promise
    codes: tuple[str, ...]
    valid_days: int


def _kind(key: str, label: str | Promise, codes: str, valid_days: int) -> ExaminationKind:
    return ExaminationKind(key, label, tuple(codes.split()), valid_days)


EXAMINATION_KINDS = {
    kind.key: kind
    for kind in (
        _kind("blood_count", _("Bloedonderzoek: bloedbeeld"), "58410-2 57021-8", 30),
        _kind("electrolytes", _("Bloedonderzoek: zouten"), "24326-1 51990-0", 14),
        _kind("kidney", _("Bloedonderzoek: nieren"), "24362-6 45066-8", 90),
        _kind("liver", _("Bloedonderzoek: lever"), "24325-3", 90),
        _kind("lipids", _("Bloedonderzoek: cholesterol"), "24331-1 57698-3", 365),
        _kind("hba1c", _("Bloedonderzoek: suiker (HbA1c)"), "4548-4 59261-8 17856-6", 90),
        _kind("thyroid", _("Bloedonderzoek: schildklier"), "24348-5 3016-3 11579-0", 180),
        _kind("urine", _("Urine nakijken"), "24356-8 24357-6", 14),
        _kind("urine_culture", _("Urinekweek"), "630-4", 14),
        _kind("wound_culture", _("Wondkweek"), "6462-6", 14),
        _kind("ecg", _("Hartfilmpje (ecg)"), "11524-6", 180),
        _kind("heart_echo", _("Echo van het hart"), "34552-0 42148-7", 365),
        _kind("abdomen_echo", _("Echo van de buik"), "24558-9", 90),
        _kind("chest_xray", _("Foto van de longen"), "36643-5 30745-4 30746-2", 90),
        _kind("brain_ct", _("CT-scan van het hoofd"), "24725-4", 180),
        _kind("brain_mri", _("MRI-scan van het hoofd"), "24590-2", 365),
        _kind("bone_density", _("Meting van de botten (DEXA)"), "38268-3", 730),
        _kind("colonoscopy", _("Kijkonderzoek van de darm"), "18746-8", 1095),
        _kind("lung_function", _("Longfunctie (blaastest)"), "", 180),
        _kind("hearing", _("Gehoortest"), "28615-3", 365),
        _kind("eyes", _("Ogen nakijken"), "", 365),
        _kind("memory", _("Geheugentest"), "72133-2 72106-8", 180),
        _kind("falls", _("Onderzoek naar vallen"), "73830-2", 180),
        _kind("swallowing", _("Slikonderzoek"), "", 180),
        _kind("nutrition", _("Onderzoek naar ondervoeding"), "", 90),
        _kind("feet", _("Voeten nakijken"), "", 90),
    )
}
_BY_CODE = {code: kind.key for kind in EXAMINATION_KINDS.values() for code in kind.codes}


def kind_of_code(code: str) -> str:
    """The key of the kind with this LOINC code; empty when it is none of ours."""
    return _BY_CODE.get(code, "")
