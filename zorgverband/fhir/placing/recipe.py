"""How one type of resource becomes a fact: what each file in `resources/` fills in."""

from collections.abc import Callable
from dataclasses import dataclass

from zorgverband.fhir.fact import Component, Figure, Kind
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.planned import Planned


def _nothing(_scene: Scene) -> list[str]:
    return []


def _no_objection(_scene: Scene) -> str:
    return ""


def _no_figure(_scene: Scene) -> Figure:
    return Figure()


def _no_components(_scene: Scene) -> tuple[Component, ...]:
    return ()


def _not_planned(_scene: Scene) -> Planned | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """One type of resource.

    `when`, `starts` and `ends` name elements, tried in order. `authors` are paths of references,
    tried in order. `told` are the elements that the title or `first` tells, `silent` those that are
    nothing for a reader; all others are told by the types of the standard. `refuse` gives a reason of
    `reasons.py` for what gets no place. `mind` says whether psychological content moves the fact
    to that subject; where it does not (medication, allergies: who treats must see them all),
    psychological reasons are left out of the text. `plan` says what it means for the plan here.
    """

    resource_type: str
    kind: Kind | Callable[[Scene], Kind]
    subject: str | Callable[[Scene], str]
    title: Callable[[Scene], str]
    when: tuple[str, ...]
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    status: tuple[str, ...] = ("status",)
    codes: tuple[str, ...] = ("code",)
    told: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()
    first: Callable[[Scene], list[str]] = _nothing
    refuse: Callable[[Scene], str] = _no_objection
    figure: Callable[[Scene], Figure] = _no_figure
    components: Callable[[Scene], tuple[Component, ...]] = _no_components
    mind: bool = True
    plan: Callable[[Scene], Planned | None] = _not_planned
