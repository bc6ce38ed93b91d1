"""Dates, addresses and numbers in a text that may lead to a person, whosever they are.

They are not compared with those of the network: who asks may not read a birth date or a BSN there, and
would learn from what is stopped and what is not. So every whole date stops ("in maart 2024" does not).
"""

import re
from collections.abc import Iterator
from datetime import date

from .found import Found

_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|m(?:aa)?rt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|"
    r"sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?:(?:18|19|20)\d\d|'?\d\d(?!\d|\s?(?:keer|x\b|mg|ml|uur|dagen|weken|%)))"
_UNIT = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen"
_COUNTED = (
    rf"(?:{_UNIT})\s?[eë]n\s?(?:twintig|dertig)(?:ste)?|(?:twintig|dertig)(?:ste)?|"
    r"(?:der|veer|vijf|zes|zeven|acht|negen)?tien(?:de)?|elf(?:de)?|twaalf(?:de)?|"
    rf"eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|{_UNIT}"
)
_WORDED_YEAR = r"(?:achttien|negentien|twee\s?duizend)\s?\w*"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_OF_YEAR = r"(?:in\s|van\s(?:het\sjaar\s)?)?"
_DATES = (
    # 14-03-1942, 14/3/42, 14.3.1942; the same sign twice.
    rf"(?<![\d.,/\-]){_DAY}\s?([-/.])\s?(?:0?[1-9]|1[0-2])\s?\1\s?(?:\d{{4}}|'?\d\d)"
    r"(?![\d/]|[.,]\d|\s?(?:mg|ml|mcg|ie|tablet))",
    rf"(?<!\d){_DAY} (?:0?[1-9]|1[0-2]) (?:19|20)\d\d(?!\d)",
    rf"(?<!\d)(?:18|19|20)\d\d([-/.])(?:0?[1-9]|1[0-2])\1{_DAY}(?!\d)",
    rf"(?<!\d){_DAY}(?:e|de|ste)?[\s\-./]+(?:van\s)?{_MONTH}[\s\-,./]+{_OF_YEAR}(?:{_YEAR}|{_WORDED_YEAR})",
    rf"(?<!\w){_MONTH}\s{_DAY}(?:e|de|ste)?,?\s(?:18|19|20)\d\d",
    rf"(?<!\w)(?:{_COUNTED})\s(?:van\s)?{_MONTH}[\s,]+{_OF_YEAR}(?:{_WORDED_YEAR}|(?:18|19|20)\d\d|'\d\d)",
)
# Who says "born" and a day, month or year, says when.
_BORN = (
    r"(?<!\w)(?:geboren|geb(?:\.|(?!\w))|geboortedatum|geboortejaar|verjaardag|jarig)"
    rf"[^\n.!?]{{0,25}}?(?:\d+|{_MONTH}(?!\w)|{_WORDED_YEAR})",
    rf"(?<!\w)(?:(?:18|19|20)\d\d|(?:{_DAY}(?:e|de|ste)?|{_COUNTED})\s{_MONTH}(?!\w))"
    r"[^\n.!?\d]{0,15}?\s(?:geboren|jarig)(?!\w)",
)
_COMPACT = re.compile(r"(?<!\d)\d{8}(?!\d)")
_STREET = (
    r"(?<![\w])((?:(?-i:[A-Z])\w+\s(?:van\s|de\s|der\s|den\s|het\s)*)?\w*(?:straat|laan|weg|plein|kade|gracht|singel|"
    r"hof|dreef|steeg|dijk|plantsoen|pad|str\.))\s(?:nr\.?\s|nummer\s)?\d{1,5}(?:\s?-?\s?[a-z](?!\w)|\s?-\s?\d{1,4})?"
    r"(?!\s?(?:keer|maal|x\b|dagen|uur|weken|cm|km|meter|minuten|jaar|mensen|auto|procent|%)|\d|[.,]\d)"
)
# Names that are a street when a number follows, with a capital only.
_STREET_NAMED = (
    r"(?<!\w)(?:[A-Z]\w+(?:brink|markt|park|erf|haven|wal|boulevard|horst|akker|meent)|Markt|Brink|Haven)"
    r"\s\d{1,4}[a-z]?(?![\w.,]?\d|\s?(?:keer|maal|x\b|dagen|uur|weken|cm|km|meter|minuten|jaar|mensen|%)|\w)"
)
# Words that end like a street and are none.
_NO_STREET = re.compile(
    r"(?:onder|over|terug|heen|lucht|snel|urine|gal|zuur|half|water|uit|uitvals|hals|spoor|adem)weg|"
    r"weg|pad|hof|voetpad|fietspad|kerkhof|snelweg|dijk|laan|plein|straat",
    re.I,
)
_BOX = r"(?<!\w)postbus\s\d+"
_POSTCODE = r"(?<!\d)[1-9]\d{3}(?: {0,2}[A-Z]{2}|[a-z]{2})(?![\w])"
_UNITS = frozenset(
    [
        "ie",
        "me",
        "ml",
        "mg",
        "kg",
        "cm",
        "mm",
        "km",
        "st",
        "ui",
        "eh",
        "iu",
        "kj",
        "gr",
        "dl",
        "pm",
        "am",
        "na",
        "en",
        "is",
        "mv",
        "ug",
        "mu",
    ]
)
_MAIL = r"[\w.+\-]+\s?(?:@|\(at\)|\[at\])\s?[\w\-]+(?:\.[\w\-]+)+"
_PHONE = (
    r"(?<![\d.,])(?:\+31|0031|0)(?:[\s\-.()/]{0,2}\d){9}(?!\d)"
    r"|(?<![\d.,])\+31[\s\-.]?\(0\)(?:[\s\-.]{0,2}\d){9}(?!\d)"
)
_SAID_PHONE = (
    r"(?<!\w)(?:tel|telefoon|telefoonnummer|mobiel|06)(?:\.|:|\s|nummer|is)*"
    r"\d(?:[\s\-]?\d){5,9}(?!\d)"
)
_NINE = re.compile(r"(?<!\d)\d(?:[\s.\-]?\d){8}(?!\d)")
_SAID_BSN = r"(?<!\w)(?:bsn|burgerservicenummer|sofinummer)\D{0,15}\d[\d\s.]{6,}"


def figures_in(text: str) -> list[Found]:
    """Every whole date, address, postcode, phone number, e-mail address and BSN in the text."""
    return [
        *_all("date", _DATES, text),
        *_all("born", _BORN, text),
        *_compact_dates(text),
        *_addresses(text),
        *_postcodes(text),
        *_all("mail", (_MAIL,), text),
        *_all("phone", (_PHONE, _SAID_PHONE), text),
        *_all("bsn", (_SAID_BSN,), text),
        *(Found("bsn", one.start(), one[0]) for one in _NINE.finditer(text) if is_bsn(one[0])),
    ]


def is_bsn(written: str) -> bool:
    """Whether these nine digits pass the test of a burgerservicenummer (elfproef)."""
    digits = [int(one) for one in written if one.isdigit()]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(one * weight for one, weight in zip(digits, weights, strict=True))
    return any(digits) and total % 11 == 0


def _all(kind: str, shapes: tuple[str, ...], text: str) -> Iterator[Found]:
    for shape in shapes:
        for match in re.finditer(shape, text, re.IGNORECASE):
            yield Found(kind, match.start(), match[0])


def _compact_dates(text: str) -> Iterator[Found]:
    """19420314 and 14031942."""
    for match in _COMPACT.finditer(text):
        one = match[0]
        for year, month, day in ((one[:4], one[4:6], one[6:]), (one[4:], one[2:4], one[:2])):
            if "1850" < year < "2100" and _is_day(int(year), int(month), int(day)):
                yield Found("date", match.start(), one)
                break


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _addresses(text: str) -> Iterator[Found]:
    yield from _all("address", (_BOX,), text)
    for match in re.finditer(_STREET_NAMED, text):
        yield Found("address", match.start(), match[0])
    for match in re.finditer(_STREET, text, re.IGNORECASE):
        street = match[1].split()[-1]
        small_word = _NO_STREET.fullmatch(street) and not street[0].isupper()
        if not small_word:
            yield Found("address", match.start(), match[0])


def _postcodes(text: str) -> Iterator[Found]:
    for match in re.finditer(_POSTCODE, text):
        if match[0][-2:].lower() not in _UNITS:
            yield Found("postcode", match.start(), match[0])
