"""The plan as a page shows it: parts under their headings, goals with how they go and who does what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _
from markupsafe import Markup

from zorgverband.agreements.agreed import Agreed
from zorgverband.agreements.shown import ShownAgreement, show_agreements
from zorgverband.base import clock
from zorgverband.base.viewer import Seat
from zorgverband.networks.queries import Face, clients
from zorgverband.sharing.subjects import ICONS, Subject
from zorgverband.ui.dates import full_date, short_date

from .domains import domain
from .kinds import AGREED, CYCLE, KINDS, SCORE, WRITTEN, Kind
from .queries import Part, Step

_WIDTH, _HEIGHT = 120, 32
# So long before one looks back together, everybody is asked what they think.
PREPARED = timedelta(days=14)


@dataclass(frozen=True)
class ShownPart:
    """One part with who says it; `words` between quotation marks when they are literal."""

    id: UUID
    words: str
    more: str
    quote: bool
    who: str
    domain: str
    icon: str
    href: str
    when: str


@dataclass(frozen=True)
class ShownGoal:
    """One goal with how it goes, drawn small, and the agreements that are for it."""

    id: UUID
    words: str
    domain: str
    icon: str
    href: str
    due: str
    progress: str
    drawing: Markup
    closed: str
    agreements: Sequence[ShownAgreement] = ()


@dataclass(frozen=True)
class ShownScore:
    """How it goes in one domain: by the client and by somebody else, each apart."""

    ids: Sequence[UUID]
    label: str
    own: int
    other: int
    own_words: str
    other_words: str


@dataclass
class Group:
    """The parts of one kind."""

    kind: Kind
    parts: list[ShownPart] = field(default_factory=list)


@dataclass
class Whose:
    """The plan about one client, or about the household."""

    about: UUID
    name: str
    own: bool
    groups: list[Group]
    goals: list[ShownGoal]
    scores: list[ShownScore]
    agreements: list[ShownAgreement]
    agreed: Part | None
    agreed_words: str
    review: str
    review_soon: bool
    asks_yes: bool

    @property
    def empty(self) -> bool:
        """Whether nothing of the plan about them is there for who looks."""
        return not (self.groups or self.goals or self.scores)

    @property
    def shown(self) -> bool:
        """Whether there is anything to show of them: of the plan, or something agreed."""
        return not self.empty or bool(self.agreements)


def score_word(value: int | None) -> str:
    """'gaat wel' for 3."""
    words = {1: _("heel slecht"), 2: _("niet zo goed"), 3: _("gaat wel"), 4: _("goed"),
             5: _("heel goed")}  # fmt: skip
    return words.get(value or 0, "")


def attained_word(value: int | None) -> str:
    """How much of a goal was attained, in words."""
    if value is None:
        return ""
    return {-2: _("veel minder dan gehoopt"), -1: _("minder dan gehoopt"), 0: _("zoals gehoopt"),
            1: _("beter dan gehoopt"), 2: _("veel beter dan gehoopt")}[value]  # fmt: skip


def show_plan(
    found: Sequence[Part],
    *,
    steps: dict[UUID, list[Step]],
    agreements: Sequence[Agreed],
    seat: Seat,
    people: dict[UUID, Face],
) -> tuple[list[Whose], list[ShownAgreement]]:
    """The plan per client and for the household, each with the agreements that are for no goal on
    it; and the agreements that are about none of them."""
    shown = show_agreements(agreements, seat=seat, people=people, names={})
    goals = {one.id for one in found if one.kind == "goal"}
    # What an agreement stands under: its goal, else whom it is about.
    under: dict[UUID, list[ShownAgreement]] = {}
    for agreed, one in zip(agreements, shown, strict=True):
        place = one.goal if one.goal in goals and one.goal else agreed.about
        under.setdefault(place, []).append(one)
    parts: dict[UUID, list[Part]] = {}
    for part in found:
        parts.setdefault(part.about, []).append(part)
    abouts = abouts_of(seat, people)
    whose = [
        _whose(about, name, parts.get(about, ()), steps, under, seat, people)
        for about, name in abouts
    ]
    known = goals | {about for about, _name in abouts}
    return whose, [one for place, these in under.items() if place not in known for one in these]


def abouts_of(seat: Seat, people: dict[UUID, Face]) -> list[tuple[UUID, str]]:
    """Every client, and the household when there are several: first who looks, then the household."""
    found = [(one.member, one.name) for one in clients(people) if one.active]
    if len(found) > 1:
        found.insert(0, (seat.network, _("Het huishouden")))
    return sorted(found, key=lambda one: one[0] != seat.member)


def _whose(
    about: UUID,
    name: str,
    found: Sequence[Part],
    steps: dict[UUID, list[Step]],
    under: dict[UUID, list[ShownAgreement]],
    seat: Seat,
    people: dict[UUID, Face],
) -> Whose:
    by_kind: dict[str, list[Part]] = {}
    for one in found:
        by_kind.setdefault(one.kind, []).append(one)
    agreed = _last(by_kind.get(AGREED, ()))
    cycle = _last(by_kind.get(CYCLE, ()))
    return Whose(
        about=about,
        name=name,
        own=about == seat.member,
        groups=[
            Group(kind, [show_part(one, seat.network, people) for one in by_kind[kind.code]])
            for kind in WRITTEN
            if kind.code != "goal" and kind.code in by_kind
        ],
        goals=[
            show_goal(one, steps.get(one.id, ()), seat.network, under.get(one.id, ()))
            for one in by_kind.get("goal", ())
        ],
        scores=_scores(by_kind.get(SCORE, ())),
        agreements=under.get(about, []),
        agreed=agreed,
        agreed_words=_agreed_words(agreed, people),
        review=full_date(cycle.review_on) if cycle and cycle.review_on else "",
        review_soon=bool(cycle and cycle.review_on and cycle.review_on <= clock.today() + PREPARED),
        asks_yes=seat.decides(about=about, subject=Subject.ARRANGEMENTS)
        and (agreed is None or _changed_since(found, agreed)),
    )


def _last(found: Sequence[Part]) -> Part | None:
    return found[-1] if found else None


def _changed_since(found: Sequence[Part], agreed: Part) -> bool:
    """Whether something in the plan came, changed or was closed after that yes."""
    return any(
        max(one.created_at, one.edited_at or one.created_at, one.closed_at or one.created_at)
        > agreed.created_at
        for one in found
        if one.kind in KINDS
    )


def _agreed_words(agreed: Part | None, people: dict[UUID, Face]) -> str:
    if agreed is None:
        return ""
    face = people.get(agreed.said_by) if agreed.said_by else None
    parts = {"name": face.name if face else _("iemand"), "day": full_date(agreed.created_at)}
    return _("%(name)s zei ja tegen dit plan op %(day)s.") % parts


def show_part(one: Part, network: UUID, people: dict[UUID, Face]) -> ShownPart:
    """One part with its words and who says it."""
    face = people.get(one.said_by or one.author_member)
    kept = domain(one.domain)
    return ShownPart(
        id=one.id,
        words=one.words,
        more=one.more,
        quote=one.quote,
        who=face.name if face else _("iemand"),
        domain=str(kept.label) if one.domain else "",
        icon=KINDS[one.kind].icon if one.kind in KINDS else "circle",
        href=f"/n/{network}/bericht/{one.id}/",
        when=_("sinds %(day)s") % {"day": full_date(one.since)} if one.since else "",
    )


def show_goal(
    one: Part, steps: Sequence[Step], network: UUID, agreements: Sequence[ShownAgreement]
) -> ShownGoal:
    """One goal with its small line and its agreements."""
    subject = Subject(one.subject)
    return ShownGoal(
        id=one.id,
        words=one.words,
        domain=str(domain(one.domain).label) if one.domain else str(subject.label),
        icon=ICONS[subject],
        href=f"/n/{network}/plan/doel/{one.id}/",
        due=full_date(one.due_on) if one.due_on else "",
        progress=progress_words(one, steps),
        drawing=small_line([step.value for step in steps if step.value is not None]),
        closed=attained_word(one.attained) if one.closed_at else "",
        agreements=agreements,
    )


def number_words(value: Decimal | None, one: Part) -> str:
    """'6', '2,5 km', 'ja'."""
    if value is None:
        return ""
    if one.measure == "yes_no":
        return _("ja") if value else _("nee")
    text = f"{value.normalize():f}".replace(".", ",")
    return f"{text} {one.unit}".strip()


def progress_words(one: Part, steps: Sequence[Step]) -> str:
    """'Eerst 3, nu 6. Doel: 8.'; the last words for a goal without numbers."""
    numbers = [step for step in steps if step.value is not None]
    if not numbers:
        last = steps[-1] if steps else None
        return f"{short_date(last.at)}: {last.words}" if last else ""
    now = number_words(numbers[-1].value, one)
    target = _(" Doel: %(goal)s.") % {"goal": number_words(one.target, one)} if one.target else ""
    if len(numbers) == 1:
        return _("Nu %(now)s.") % {"now": now} + target
    first = number_words(numbers[0].value, one)
    return _("Eerst %(first)s, nu %(now)s.") % {"first": first, "now": now} + target


def small_line(values: Sequence[Decimal]) -> Markup:
    """A line of how it went, as wide as a word; nothing for fewer than two numbers."""
    if len(values) < 2:
        return Markup("")
    low, high = min(values), max(values)
    span = float(high - low) or 1.0
    last = len(values) - 1
    points = " ".join(
        f"{4 + number * (_WIDTH - 8) / last:.1f},"
        f"{_HEIGHT - 4 - float(value - low) / span * (_HEIGHT - 8):.1f}"
        for number, value in enumerate(values)
    )
    end = points.rsplit(" ", 1)[-1].split(",")
    return Markup(
        '<svg class="plan-line" viewBox="0 0 {} {}" aria-hidden="true">'
        '<polyline class="chart-line" points="{}"/>'
        '<circle class="chart-point" cx="{}" cy="{}" r="3.5"/></svg>'
    ).format(_WIDTH, _HEIGHT, points, *end)


def _scores(found: Iterable[Part]) -> list[ShownScore]:
    last: dict[str, dict[bool, Part]] = {}
    for one in found:
        last.setdefault(one.domain, {})[one.by_client] = one
    return [
        ShownScore(
            ids=[part.id for part in both.values()],
            label=str(domain(code).label),
            own=(both[True].value or 0) if True in both else 0,
            other=(both[False].value or 0) if False in both else 0,
            own_words=score_word(both[True].value) if True in both else "",
            other_words=score_word(both[False].value) if False in both else "",
        )
        for code, both in last.items()
    ]
