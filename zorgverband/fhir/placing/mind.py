"""What belongs to the subject `mind`: psychological and psychiatric content, found by its codes.

Sources: ICPC chapter P, ICD-10 chapter F, ICD-9-CM 290 to 319, the DSM, a short list of SNOMED CT
and LOINC codes, sensitivity labels of HL7. Terminologies are not at hand to ask what falls under
what, so the words that go with a code are looked at too. When in doubt it is `mind`: both subjects
are medical, and fewer people read this one.
"""

import re
from collections.abc import Iterator
from typing import Any

from zorgverband.fhir.fact import Json

# The types whose content can be psychological: a person, place or medicine never is.
_FINDINGS = (
    "Condition Observation Procedure DiagnosticReport Encounter EpisodeOfCare CarePlan Goal Flag "
    "ServiceRequest RiskAssessment ClinicalImpression FamilyMemberHistory QuestionnaireResponse "
    "DocumentReference Appointment"
)
FINDINGS = frozenset(_FINDINGS.split())
_BY_CHAPTER = (
    (re.compile(r"icpc|2\.16\.840\.1\.113883\.(2\.4\.4\.31\.1|6\.139)", re.I), r"P\d"),
    (re.compile(r"icd-?10|2\.16\.840\.1\.113883\.6\.(3|90)$", re.I), r"F\d"),
    (re.compile(r"icd-?9|2\.16\.840\.1\.113883\.6\.(103|2)$", re.I), r"(29|30|31)\d"),
    (re.compile(r"dsm|2\.16\.840\.1\.113883\.6\.12[67]$", re.I), r"."),
)
# First disorders and findings, then procedures, services and specialties.
_SNOMED_CODES = (
    "74732009 35489007 370143000 36923009 197480006 48694002 47505003 13746004 58214004 69322001 "
    "191736004 406506008 35919005 408856003 52448006 26929004 2776000 73867007 72366004 "
    "231504006 7200002 66590003 26416006 228366006 361055000 6471006 225457007 384821006 "
    "363871006 365949003 "
    "394587001 394591006 394913002 75516001 23835007 310101009 108310008 228557008 "
    "408467006 722161008"
)
_LOINC_CODES = (
    "44249-1 44261-6 55757-9 55758-7 69737-5 70274-6 72106-8 72109-2 75626-2 99046-5 10190-7 "
    "54635-8 71354-5 89204-2 89206-7 93267-3"
)
_SNOMED = frozenset(_SNOMED_CODES.split())
_LOINC = frozenset(_LOINC_CODES.split())
_LABELS = frozenset({"PSY", "PSYTHPN", "MH", "BH", "SUD", "ETH", "ETHUD", "OPIOIDUD"})
_SPECIALTIES = frozenset({"0329", "0330", "9406"})
_WORDS = re.compile(
    r"(?<!st )(?<!st-)(?<!segment )(?<!respiratory )\bdepressi|schizo|\bpsychos|psychot|psychiat|"
    r"psychisch|psycholog|psychosoc|bipol[ae]+r|\bmanisch|\bmani[ce]\b|anxiety|angststoornis|"
    r"paniek(stoornis|aanval)|panic (disorder|attack)|hallucin|\bpts[ds]\b|post-?traumati|"
    r"su[iï]cid|zelfmoord|automutil|self.harm|zelfbeschad|"
    r"dementi|alzheimer|deliri|\bautis|\badhd\b|eetstoornis|anorexia nervosa|bulimi|verslav|"
    r"addict|alcoholism|alcohol (abuse|dependence|misuse|use disorder)|alcohol(misbruik|afhank)|"
    r"drugs?(gebruik|misbruik)|(drug|substance) (abuse|misuse|dependence)|opioid use disorder|"
    r"persoonlijkheidsstoornis|personality disorder|borderline|dwang(stoornis|neurose|gedachte)|"
    r"obsessive|mental (disorder|health|illness)|geestelijke gezondheid|burn-?out|overspannen",
    re.IGNORECASE,
)
# Free text and other people's words: a remark does not decide the subject.
_NOT_LOOKED_AT = frozenset({"contained", "note", "div", "meta", "identifier"})


def speaks_of_mind(value: Any) -> bool:
    """Whether any code, or the words beside a code, in `value` is psychological or psychiatric."""
    return any(_coded(item) or _worded(item) for item in _parts(value))


def labelled_mind(raw: Json) -> bool:
    """Whether the source put a sensitivity label for mental health or addiction on it."""
    return any(label.get("code") in _LABELS for label in raw.get("meta", {}).get("security", []))


def _parts(value: Any) -> Iterator[Json]:
    if isinstance(value, list):
        for item in value:
            yield from _parts(item)
    elif isinstance(value, dict):
        yield value
        for name, item in value.items():
            if name not in _NOT_LOOKED_AT:
                yield from _parts(item)


def _coded(part: Json) -> bool:
    system, code = part.get("system"), part.get("code")
    if not isinstance(system, str) or not isinstance(code, str):
        return False
    if system == "http://snomed.info/sct":
        return code in _SNOMED
    if system == "http://loinc.org":
        return code in _LOINC
    if system.endswith("2.16.840.1.113883.2.4.6.7"):
        return code in _SPECIALTIES
    return any(known.search(system) and re.match(codes, code) for known, codes in _BY_CHAPTER)


def _worded(part: Json) -> bool:
    if "reference" in part:
        return False
    words = [part.get(name) for name in ("display", "text", "title", "description")]
    return any(isinstance(word, str) and _WORDS.search(word) for word in words)
