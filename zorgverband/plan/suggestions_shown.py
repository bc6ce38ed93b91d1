"""What was taken over suggests, as a page shows it: per client, deeds apart from people."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base.viewer import Seat
from zorgverband.networks.functions import label_of
from zorgverband.networks.queries import Face

from .actions.take_up import may_take_up
from .suggestions import Suggests


@dataclass(frozen=True)
class ShownSuggestion:
    """One suggestion; `source` is the title of what says so, `may` whether the reader may act."""

    id: UUID
    item: UUID
    what: str
    facts: str
    source: str
    href: str
    source_href: str
    may: bool


@dataclass(frozen=True)
class Whose:
    """All that is suggested about one client."""

    name: str
    deeds: Sequence[ShownSuggestion]
    people: Sequence[ShownSuggestion]


def show_suggestions(
    found: Sequence[Suggests], *, seat: Seat, person: UUID, people: dict[UUID, Face]
) -> list[Whose]:
    """Per client, in the order in which they joined."""
    by_about: dict[UUID, list[Suggests]] = {}
    for one in found:
        by_about.setdefault(one.about, []).append(one)

    def shown(about: UUID, deed: bool) -> list[ShownSuggestion]:
        return [
            show_suggestion(
                one, network=seat.network, may=may_take_up(one, seat=seat, person=person)
            )
            for one in by_about[about]
            if one.deed == deed
        ]

    return [
        Whose(
            people[about].name if about in people else _("Het huishouden"),
            shown(about, deed=True), shown(about, deed=False),
        )
        for about in by_about
    ]  # fmt: skip


def show_suggestion(one: Suggests, *, network: UUID, may: bool) -> ShownSuggestion:
    """One with its facts in a line, and where it comes from."""
    function = label_of(one.function) if one.function else ""
    facts = [one.moment, one.who] if one.deed else [one.who or function]
    at = f"/n/{network}/plan"
    own = one.said_in == "plan_other_plan"
    plan = one.item if own else one.whole
    return ShownSuggestion(
        id=one.id,
        item=one.item,
        what=one.what,
        facts=", ".join(filter(None, facts)),
        source=one.title,
        href=f"{at}/voorstellen/{one.id}/",
        source_href=f"{at}/ander/{plan}/" if plan else f"/n/{network}/bericht/{one.item}/",
        may=may,
    )
