"""What was taken over suggests, as a page shows it: per client and per plan it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base.viewer import Seat
from zorgverband.networks.functions import label_of
from zorgverband.networks.queries import Face

from .actions.take_up import may_take_up
from .suggestions import Suggests


@dataclass(frozen=True)
class ShownSuggestion:
    """One suggestion; `source` leads to what says so where the heading does not, `may` says
    whether the reader may act."""

    id: UUID
    item: UUID
    what: str
    facts: str
    source: str
    source_words: str
    href: str
    may: bool


@dataclass
class Group:
    """Everything one plan suggests; without a plan the loose requests and teams."""

    title: str = ""
    href: str = ""
    plan: UUID | None = None
    deeds: list[ShownSuggestion] = field(default_factory=list)
    people: list[ShownSuggestion] = field(default_factory=list)


@dataclass(frozen=True)
class Whose:
    """All that is suggested about one client."""

    name: str
    groups: Sequence[Group]


def show_suggestions(
    found: Sequence[Suggests], *, seat: Seat, person: UUID, people: dict[UUID, Face]
) -> list[Whose]:
    """Per client and per plan, in the order in which they came; what is loose comes last."""
    whose: dict[UUID, dict[UUID | None, Group]] = {}
    for one in found:
        groups = whose.setdefault(one.about, {})
        group = groups.setdefault(one.plan, _group(one, seat.network))
        may = may_take_up(one, seat=seat, person=person)
        shown = show_suggestion(one, network=seat.network, may=may)
        (group.deeds if one.deed else group.people).append(shown)
    return [
        Whose(
            people[about].name if about in people else _("Het huishouden"),
            sorted(groups.values(), key=lambda group: group.plan is None),
        )
        for about, groups in whose.items()
    ]


def _group(one: Suggests, network: UUID) -> Group:
    if one.plan is None:
        return Group()
    return Group(one.plan_title, f"/n/{network}/plan/ander/{one.plan}/", one.plan)


def show_suggestion(one: Suggests, *, network: UUID, may: bool) -> ShownSuggestion:
    """One with its facts in a line, and a link to what says so."""
    function = label_of(one.function) if one.function else ""
    facts = [one.moment, one.who] if one.deed else [one.who or function]
    own = one.item == one.plan
    at = f"/n/{network}/plan/ander" if own else f"/n/{network}/bericht"
    words = _("Bekijk de aanvraag") if one.deed else one.title
    return ShownSuggestion(
        id=one.id,
        item=one.item,
        what=one.what,
        facts=", ".join(filter(None, facts)),
        source=f"{at}/{one.item}/",
        source_words=one.title if own else words,
        href=f"/n/{network}/plan/voorstellen/{one.id}/",
        may=may,
    )
