"""Which kinds of organisations may take part, and on which side. Insurers, company doctors and
examining doctors never may (Wabvpz, article 15f)."""

from zorgverband.networks.models import Side
from zorgverband.people.models import Organisation

Kind = Organisation.Kind
REFUSED = (Kind.INSURER, Kind.COMPANY_DOCTOR, Kind.EXAMINING_DOCTOR)
CARE = (
    Kind.GP, Kind.HOME_CARE, Kind.PHARMACY, Kind.HOSPITAL, Kind.MENTAL_HEALTH, Kind.PARAMEDIC,
    Kind.CARE_OTHER,
)  # fmt: skip
SOCIAL = (
    Kind.MUNICIPALITY, Kind.WELFARE, Kind.DEBT_HELP, Kind.SCHOOL, Kind.HOUSING, Kind.VOLUNTEERS,
)  # fmt: skip
FITTING = {
    Side.CLIENT: (),
    # A volunteer may come from an organisation; a daughter does not.
    Side.FAMILY: (Kind.VOLUNTEERS, Kind.WELFARE),
    Side.CARE: CARE,
    Side.SOCIAL: SOCIAL,
}


def needs_organisation(side: str, function: str) -> bool:
    """Whether somebody in this function must say for whom they work: all professionals, except an
    employer, for whom there is no kind of organisation here."""
    return side in (Side.CARE, Side.SOCIAL) and function != "employer"
