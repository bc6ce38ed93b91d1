"""Coded values: the words the source gives with them, and the codes themselves."""

from zorgverband.fhir.fact import Code, Json
from zorgverband.fhir.wording.terms import has_term, term

ABSENT = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips"
_SNOMED = "http://snomed.info/sct"

# What is not there is a fact too, and must never read as if it were there.
_NEGATIONS = {
    (ABSENT, "no-allergy-info"): "Geen gegevens over allergieën",
    (ABSENT, "no-known-allergies"): "Geen allergieën bekend",
    (ABSENT, "no-known-medication-allergies"): "Geen allergieën voor medicijnen bekend",
    (ABSENT, "no-known-environmental-allergies"): "Geen allergieën voor stoffen thuis bekend",
    (ABSENT, "no-known-food-allergies"): "Geen allergieën voor voedsel bekend",
    (ABSENT, "no-device-info"): "Geen gegevens over hulpmiddelen",
    (ABSENT, "no-known-devices"): "Geen hulpmiddelen bekend",
    (ABSENT, "no-immunization-info"): "Geen gegevens over vaccinaties",
    (ABSENT, "no-known-immunizations"): "Geen vaccinaties bekend",
    (ABSENT, "no-medication-info"): "Geen gegevens over medicijnen",
    (ABSENT, "no-known-medications"): "Geen medicijnen bekend",
    (ABSENT, "no-problem-info"): "Geen gegevens over aandoeningen",
    (ABSENT, "no-known-problems"): "Geen aandoeningen bekend",
    (ABSENT, "no-procedure-info"): "Geen gegevens over ingrepen",
    (ABSENT, "no-known-procedures"): "Geen ingrepen bekend",
    (_SNOMED, "716186003"): "Geen allergieën bekend",
    (_SNOMED, "1003774007"): "Geen allergie voor latex bekend",
    (_SNOMED, "409137002"): "Geen allergieën voor medicijnen bekend",
    (_SNOMED, "428607008"): "Geen allergieën voor stoffen in de omgeving bekend",
    (_SNOMED, "429625007"): "Geen allergieën voor voedsel bekend",
    (_SNOMED, "787481004"): "Geen medicijnen bekend",
    (_SNOMED, "160244002"): "Geen allergieën bekend",
    (_SNOMED, "160245001"): "Geen aandoeningen bekend",
    (_SNOMED, "1234391009"): "Geen medicijnen bekend",
}
_SYSTEMS = {
    _SNOMED: "SNOMED CT",
    "http://loinc.org": "LOINC",
    "http://www.whocc.no/atc": "ATC",
    "http://hl7.org/fhir/sid/icd-10": "ICD-10",
    "http://hl7.org/fhir/sid/icpc-1-nl": "ICPC",
    "http://www.nlm.nih.gov/research/umls/rxnorm": "RxNorm",
}


def negation(concept: Json) -> str:
    """'Geen allergieën bekend' for a code that says something is absent, else empty."""
    for coding in concept.get("coding", []):
        found = _NEGATIONS.get((coding.get("system", ""), coding.get("code", "")))
        if found:
            return found
    return ""


def coding_words(coding: Json) -> str:
    """The Dutch word for a code of FHIR itself, else the display of the source, else the code."""
    code, system = coding.get("code", ""), coding.get("system", "")
    if "hl7.org" in system and has_term(code):
        return term(code)
    shown = _dutch(coding) or coding.get("display", "")
    if shown or not code:
        return str(shown)
    return f"{code} ({_SYSTEMS[system]})" if system in _SYSTEMS else str(code)


def concept_words(concept: Json) -> str:
    """What the source wrote for people: its text, else the best of its codings."""
    text = concept.get("text")
    if text:
        return str(text)
    codings = concept.get("coding", [])
    chosen = [coding for coding in codings if coding.get("userSelected")] or codings
    named = [coding for coding in chosen if coding.get("display")] or chosen
    return coding_words(named[0]) if named else ""


def codes_of(concept: Json) -> tuple[Code, ...]:
    """All codings of a CodeableConcept that have a code."""
    return tuple(
        Code(
            system=coding.get("system", ""),
            code=coding["code"],
            display=coding.get("display", ""),
        )
        for coding in concept.get("coding", [])
        if coding.get("code")
    )


def code_in(concept: Json) -> str:
    """The first code of a CodeableConcept, or empty."""
    return next((str(c["code"]) for c in concept.get("coding", []) if c.get("code")), "")


def _dutch(coding: Json) -> str:
    """The Dutch display where the source gives translations."""
    for extension in coding.get("_display", {}).get("extension", []):
        parts = {part.get("url"): part for part in extension.get("extension", [])}
        if parts.get("lang", {}).get("valueCode", "").startswith("nl"):
            return str(parts.get("content", {}).get("valueString", ""))
    return ""
