"""'Netwerken in beeld': what asks attention of the people of one organisation, in rounded numbers."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base import clock, finding
from zorgverband.base.finding import Figure
from zorgverband.organisations.queries import book_of

from .rules import RULES

# What is about a day that was agreed or set.
TERMS = frozenset({
    "agreement_overdue", "agreement_unaccepted", "review_overdue", "plan_stale", "interim_ending",
    "consent_review", "representation_review",
})  # fmt: skip
# Smaller numbers are not told, larger ones in steps of this (`privacy.organisation_in_view`).
STEP = 5


@dataclass(frozen=True)
class Counted:
    """One line: of how many networks, and of how many for longer than a week; in words."""

    name: str
    networks: str
    long: str


@dataclass(frozen=True)
class InView:
    """The figures of one organisation."""

    taking_part: str
    asking: str
    terms: list[Counted]
    kinds: list[Counted]
    teams: list[Counted]
    people: list[Counted]


def in_view(organisation: UUID) -> InView:
    """The figures of an organisation whose list the viewer keeps. Three statements."""
    found = finding.organisation_in_view(organisation, now=clock.now())
    staff, teams = book_of(organisation)
    totals = {one.key: one for one in found if one.side == "all"}
    kinds = {kind: str(rule.title) for kind, rule in RULES.items()}
    return InView(
        taking_part=_words(totals.get("taking_part")), asking=_words(totals.get("asking")),
        terms=_lines(found, "kind", {kind: kinds[kind] for kind in kinds if kind in TERMS}),
        kinds=_lines(found, "kind", {kind: kinds[kind] for kind in kinds if kind not in TERMS}),
        teams=_lines(found, "team", {str(one.team): one.name for one in teams}),
        people=_lines(found, "person", {str(one.person): one.name for one in staff}),
    )  # fmt: skip


def _lines(found: list[Figure], side: str, names: dict[str, str]) -> list[Counted]:
    """Of these names those with a figure, the largest first."""
    mine = [one for one in found if one.side == side and one.key in names]
    mine.sort(key=lambda one: (-one.networks, names[one.key]))
    return [
        Counted(names[one.key], _words(one), number_words(one.long) if one.long else "")
        for one in mine
    ]


def _words(one: Figure | None) -> str:
    return number_words(one.networks if one else 0)


def number_words(rounded: int) -> str:
    """'minder dan 5', or '10 of meer'."""
    if rounded < STEP:
        return _("minder dan %(num)s") % {"num": STEP}
    return _("%(num)s of meer") % {"num": rounded}
