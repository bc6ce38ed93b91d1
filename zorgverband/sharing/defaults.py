"""What a new member may read and write at first. It starts small; who is in control widens it.

Source: visibility.md, *Permission*: "Defaults come from side and function when a member joins".
"""

from dataclasses import dataclass

from zorgverband.networks.models import Side

from .subjects import MEDICAL, Subject

S = Subject


@dataclass(frozen=True)
class Default:
    """Reading, writing, and whether the past is included."""

    read: bool = False
    write: bool = False
    past: bool = False


_BOTH_PAST = Default(read=True, write=True, past=True)
_BOTH = Default(read=True, write=True)
_READ = Default(read=True)
_WRITE = Default(write=True)

_EVERYDAY = (S.DAY, S.HOME, S.PEOPLE, S.COMING, S.ARRANGEMENTS, S.STORY)
_CLOSE = {"partner", "daughter", "son", "mother", "father"}
_TREATING = {
    "gp", "practice_nurse", "district_nurse", "home_carer", "home_care_team", "geriatrician",
    "case_manager", "care_coordinator", "paediatrician", "specialist", "hospital_nurse",
    "transfer_nurse",
}  # fmt: skip
_MIND = {"gp", "psychiatrist", "psychologist", "mental_health_nurse"}
_MONEY = {"debt_counsellor", "social_worker", "consultant"}
_YOUTH = {"school", "youth_worker", "social_worker"}


def default_permissions(side: str, function: str) -> dict[Subject, Default]:
    """Per subject what a member of this side and function gets about each client (and, as far as
    not medical, about the household) on joining. Subjects left out give nothing."""
    match side:
        case Side.CLIENT:
            return dict.fromkeys(Subject, _BOTH_PAST)
        case Side.FAMILY:
            return _family(function)
        case Side.CARE:
            return _care(function)
        case _:
            return _social(function)


def _family(function: str) -> dict[Subject, Default]:
    if function in {"neighbour", "volunteer", "friend"}:
        # A neighbour may report without reading.
        return {S.COMING: _BOTH, S.DAY: _WRITE, S.PEOPLE: _BOTH, S.HOME: _WRITE}
    given = dict.fromkeys(_EVERYDAY, _BOTH)
    if function in _CLOSE:
        given |= {S.HEALTH: _BOTH, S.MEDICATION: _READ, S.RESULTS: _READ, S.TREATMENT: _READ}
    return given


def _care(function: str) -> dict[Subject, Default]:
    given = {S.DAY: _BOTH, S.COMING: _BOTH, S.ARRANGEMENTS: _BOTH, S.STORY: _READ, S.HOME: _READ}
    if function in _TREATING:
        given |= dict.fromkeys((S.HEALTH, S.MEDICATION, S.RESULTS, S.TREATMENT), _BOTH_PAST)
    else:
        given |= {S.HEALTH: _BOTH, S.RESULTS: _READ, S.TREATMENT: _BOTH}
    if function == "pharmacist":
        given |= {S.MEDICATION: _BOTH_PAST}
    if function == "occupational_therapist":
        given |= {S.HOME: _BOTH}
    if function in _MIND:
        given |= {S.MIND: _BOTH_PAST, S.MEDICATION: _BOTH_PAST}
    if function in {"care_coordinator", "case_manager"}:
        given |= {S.PEOPLE: _BOTH, S.HOME: _BOTH, S.CARER: _READ}
    return given


def _social(function: str) -> dict[Subject, Default]:
    given = {S.HOME: _BOTH, S.PEOPLE: _BOTH, S.COMING: _BOTH, S.ARRANGEMENTS: _BOTH}
    if function in _MONEY:
        given |= {S.MONEY: _BOTH}
    if function in _YOUTH:
        given |= {S.UPBRINGING: _BOTH, S.WORK: _BOTH}
    if function in {"employer", "social_worker"}:
        given |= {S.WORK: _BOTH}
    assert not set(given) & set(MEDICAL), "the social side never gets a medical subject"
    return given
