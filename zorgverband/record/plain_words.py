"""What a measurement is called in plain Dutch, by its code, and what stands in one chart together.

Codes: LOINC and SNOMED CT. Two codes with the same word here are one series: a blood pressure
from the hospital and one taken at home stand in the same chart, when the unit is the same.
"""

from uuid import UUID, uuid5

from django.utils.translation import gettext_noop as _

_SERIES = UUID("5d3f8a52-7a39-4f0e-9d3a-6f1c2f1f9a10")
_CODES = {
    _("Bloeddruk"): "85354-9 55284-4 35094-2 75367002",
    _("Bovendruk"): "8480-6 271649006",
    _("Onderdruk"): "8462-4 271650006",
    _("Gewicht"): "29463-7 3141-9 27113001",
    _("Lengte"): "8302-2 50373000",
    _("BMI"): "39156-5 60621009",
    _("Hartslag"): "8867-4 364075005 78564009 8499008",
    _("Ademhaling"): "9279-1 86290005 422834003",
    _("Temperatuur"): "8310-5 386725007 276885007",
    _("Zuurstof in het bloed"): "59408-5 2708-6 431314004 103228002",
    _("Pijn, van 0 tot 10"): "72514-3 38208-5",
    _("Bloedsuiker"): "14743-9 15074-8 2339-0 2345-7 14749-6 2340-8",
    _("HbA1c"): "4548-4 59261-8 17856-6",
    _("Cholesterol"): "2093-3 14647-2",
    _("Triglyceriden"): "2571-8 14927-8",
    _("LDL-cholesterol"): "18262-6 13457-7 22748-8 2089-1",
    _("HDL-cholesterol"): "2085-9 14646-4",
    _("Kreatinine"): "38483-4 2160-0 14682-9",
    _("Nierfunctie (eGFR)"): "33914-3 62238-1 69405-9 98979-8",
    _("Ureum"): "6299-2 3094-0 22664-7",
    _("Natrium"): "2947-0 2951-2",
    _("Kalium"): "6298-4 2823-3",
    _("Chloride"): "2069-3 2075-0",
    _("Calcium"): "49765-1 17861-6 2000-8",
    _("Hemoglobine"): "718-7 59260-0",
    _("Hematocriet"): "4544-3 20570-8",
    _("Witte bloedcellen"): "6690-2 26464-8",
    _("Rode bloedcellen"): "789-8 26453-1",
    _("Bloedplaatjes"): "777-3 26515-7",
}
_UNITS = {
    "mm[Hg]": "mmHg", "Cel": "°C", "cel": "°C", "{score}": "", "1": "", "{nominal}": "",
    **dict.fromkeys(("/min", "{beats}/min", "bpm"), _("per minuut")),
}  # fmt: skip
_WORDS = {code: word for word, codes in _CODES.items() for code in codes.split()}


def plain_word(code: str, name: str) -> str:
    """The Dutch word (a gettext msgid) for a code, or the name the source gave."""
    return _WORDS.get(code, name)


def series_of(*, code_system: str, code: str, name: str, unit: str) -> UUID:
    """What measurements that belong in one chart have in common; it holds nothing readable."""
    what = _WORDS.get(code) or (f"{code_system}|{code}" if code else name.casefold())
    return uuid5(_SERIES, f"{what}|{plain_unit(unit).casefold()}")


def plain_unit(unit: str) -> str:
    """The unit as people write it (a gettext msgid where it is a word): 'mmHg' for 'mm[Hg]'."""
    return _UNITS.get(unit, unit)
