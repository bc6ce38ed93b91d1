"""The numbers under which professionals are registered, checked for their form.

AGB-code (Vektis): eight digits, of which the first two name the kind of care. BIG-nummer (CIBG, the
register of the Wet BIG): eleven digits, of which the last two name the profession. UZI-nummer
(CIBG, UZI-register): nine digits. HL7 Nederland knows them as the naming systems `agb-z`, `big` and
`uzi-nr-pers` under http://fhir.nl/fhir/NamingSystem/. None of the three publishes a check digit, so
that a number exists and is this person's can only be seen in the register itself.
"""

from zorgverband.base.refusals import Refusal

from .models import ProfessionalNumber

LENGTHS = {
    ProfessionalNumber.Kind.AGB: 8,
    ProfessionalNumber.Kind.BIG: 11,
    ProfessionalNumber.Kind.UZI: 9,
}


class BadAgb(Refusal):
    """Een AGB-code heeft 8 cijfers en begint niet met 00. Kijk de code na."""


class BadBig(Refusal):
    """Een BIG-nummer heeft 11 cijfers. Zet er zo nodig een 0 voor. Kijk het nummer na."""


class BadUzi(Refusal):
    """Een UZI-nummer heeft 9 cijfers. Het staat op de UZI-pas. Kijk het nummer na."""


_WRONG: dict[str, type[Refusal]] = {"agb": BadAgb, "big": BadBig, "uzi": BadUzi}


def checked(kind: ProfessionalNumber.Kind, typed: str) -> str:
    """The digits of this number; "" for none. Blanks, dots and dashes do not count.

    Raises BadAgb, BadBig or BadUzi for what cannot be such a number: another length, other signs,
    one digit over and over, or an AGB-code or BIG-nummer that names no kind of care or profession.
    """
    number = "".join(sign for sign in typed if sign not in " .-")
    if not number:
        return ""
    # `isdigit` would let digits of other scripts through.
    if len(number) != LENGTHS[kind] or not (number.isascii() and number.isdigit()):
        raise _WRONG[kind](field=str(kind))
    named = {"agb": number[:2], "big": number[-2:]}.get(kind, "")
    if len(set(number)) == 1 or named == "00":
        raise _WRONG[kind](field=str(kind))
    return number
