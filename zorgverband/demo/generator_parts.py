"""Who takes part in generated networks: the parts there are, and how often each is played."""

from dataclasses import dataclass

from zorgverband.networks.models import Side
from zorgverband.people.models import Organisation
from zorgverband.sharing.subjects import Subject

Kind = Organisation.Kind
#: So many networks share their professionals: a neighbourhood.
DISTRICT = 50
#: How many networks the professional with the most networks has, and the busiest coordinator.
WIDE_GP, WIDE_COORDINATOR = 300, 200


@dataclass(frozen=True)
class Part:
    """A part in a network: its function, how often it is played, and for whom one then works.

    `pool` is how many people (for a team: how many teams) of one organisation play it in a
    district; `only` narrows what is permitted to one subject.
    """

    function: str
    side: str
    chance: float
    kind: str = ""
    employer: str = ""
    pool: int = 0
    team: bool = False
    only: int = 0
    key: str = ""


CLIENT = Part("client", Side.CLIENT, 1.0)
PARTS = (
    CLIENT,
    Part("client", Side.CLIENT, 0.15, key="second"),
    Part("partner", Side.FAMILY, 0.35),
    Part("daughter", Side.FAMILY, 0.6),
    Part("son", Side.FAMILY, 0.4),
    Part("sister", Side.FAMILY, 0.15),
    Part("neighbour", Side.FAMILY, 0.5),
    Part("volunteer", Side.FAMILY, 0.2),
    Part("friend", Side.FAMILY, 0.1, only=Subject.COMING, key="coming"),
    Part("gp", Side.CARE, 0.95, Kind.GP, "Huisartsenpraktijk", 4),
    Part("home_care_team", Side.CARE, 0.7, Kind.HOME_CARE, "Thuiszorg", 2, team=True),
    Part("pharmacist", Side.CARE, 0.4, Kind.PHARMACY, "Apotheek", 1),
    Part("physiotherapist", Side.CARE, 0.3, Kind.PARAMEDIC, "Fysiotherapie", 3),
    Part("case_manager", Side.CARE, 0.25, Kind.CARE_OTHER, "Keten Dementie", 2),
    Part("psychiatrist", Side.CARE, 0.12, Kind.MENTAL_HEALTH, "GGZ", 2),
    Part("specialist", Side.CARE, 0.1, Kind.HOSPITAL, "Ziekenhuis", 3),
    Part("care_coordinator", Side.CARE, 0.3, Kind.CARE_OTHER, "Ketenzorg", 2, key="coordinator"),
    Part("consultant", Side.SOCIAL, 0.5, Kind.MUNICIPALITY, "Gemeente", 4),
    Part("welfare_worker", Side.SOCIAL, 0.25, Kind.WELFARE, "Welzijn", 3),
    Part("debt_counsellor", Side.SOCIAL, 0.12, Kind.DEBT_HELP, "Schuldhulp", 2),
    Part("school", Side.SOCIAL, 0.06, Kind.SCHOOL, "School", 2),
    Part("employer", Side.SOCIAL, 0.05, Kind.WELFARE, "Werkplaats", 1, only=Subject.WORK,
         key="work"),
)  # fmt: skip
#: Parts everybody of which is there in a dossier of a set size, so that those can be compared.
ALWAYS = {
    "client", "daughter", "neighbour", "coming", "gp", "home_care_team", "pharmacist",
    "coordinator", "consultant", "work",
}  # fmt: skip
TURNS_IN_A_TEAM = 6

#: Out of a hundred messages, so many are about each subject.
WEIGHTS = {
    Subject.HEALTH: 17, Subject.DAY: 17, Subject.RESULTS: 12, Subject.MEDICATION: 8,
    Subject.TREATMENT: 8, Subject.HOME: 8, Subject.COMING: 8, Subject.PEOPLE: 6,
    Subject.ARRANGEMENTS: 6, Subject.MIND: 3, Subject.MONEY: 2, Subject.STORY: 2,
    Subject.WORK: 1, Subject.UPBRINGING: 1, Subject.CARER: 1,
}  # fmt: skip
#: The same for a dossier of a set size: mostly medical, and the subjects that `only` names are
#: left out, so that three messages each can be put in by hand.
MEDICAL_WEIGHTS = {
    Subject.HEALTH: 35, Subject.RESULTS: 25, Subject.MEDICATION: 15, Subject.TREATMENT: 10,
    Subject.MIND: 5, Subject.DAY: 4, Subject.HOME: 2, Subject.PEOPLE: 2, Subject.ARRANGEMENTS: 2,
}  # fmt: skip


def part_key(part: Part) -> str:
    """The name of a part within a network."""
    return part.key or part.function
