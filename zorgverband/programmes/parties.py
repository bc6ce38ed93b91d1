"""Who usually does something, by function: which members that can be, and as what to invite one."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zorgverband.networks.functions import FUNCTIONS
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face

CLIENT, COORDINATOR = "client", "coordinator"


@dataclass(frozen=True)
class Party:
    """Who, in a word; the functions that fit, best first; and the function to invite one as."""

    code: str
    label: str | Promise
    functions: tuple[str, ...]
    invite_as: str

    @property
    def heading(self) -> str:
        """The word with a capital: 'Consulent Wmo'."""
        label = str(self.label)
        return label[:1].upper() + label[1:]


_GROUPS = (
    Party("carer", _("mantelzorger"),
          ("partner", "daughter", "son", "mother", "father", "sister", "brother", "grandchild",
           "relative", "friend", "neighbour"), "relative"),
    Party("parent", _("ouder"), ("mother", "father"), "mother"),
    Party("home_care", _("thuiszorg"), ("home_care_team", "district_nurse", "home_carer"),
          "district_nurse"),
    Party(CLIENT, _("cliënt"), ("client",), ""),
    Party(COORDINATOR, _("coördinator"), (), ""),
)  # fmt: skip
PARTIES = {one.code: one for one in _GROUPS} | {
    code: Party(code, function.label, (code,), code)
    for code, function in FUNCTIONS.items()
    if Side.CLIENT not in function.sides
}


def fitting(code: str, people: Iterable[Face], *, about: UUID) -> list[Face]:
    """The members that fit this party, best first, of those who take part now; as the viewer knows
    them. Of clients only the one it is about."""
    active = [face for face in people if face.active]
    if code == CLIENT:
        return [face for face in active if face.member == about]
    if code == COORDINATOR:
        return [face for face in active if face.coordinator]
    wanted = PARTIES[code].functions if code in PARTIES else ()
    return sorted(
        (face for face in active if face.function_code in wanted),
        key=lambda face: wanted.index(face.function_code),
    )
