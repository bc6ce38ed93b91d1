"""The plan as a page shows it: parts under their headings, goals with how they go and who does what."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from markupsafe import Markup

from zorgverband.agreements.agreed import Agreed
from zorgverband.agreements.shown import ShownAgreement, show_agreements
from zorgverband.base import clock
from zorgverband.base.viewer import Seat
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, clients
from zorgverband.sharing.subjects import ICONS, Subject
from zorgverband.ui.dates import full_date

from .domains import domain
from .kinds import CYCLE, INTERVENTION, KINDS, SAFE, SCORE, WRITTEN, Kind
from .measuring import attained_word, progress_words, small_line
from .open_plan import Gone
from .queries import Part, Step
from .signing import NOBODY_ASKED, Asked, Signing, changed_at, signing

_OWN_PAGE = {"goal": "plan/doel", "other_plan": "plan/ander", "to_ask": "plan/vraag"}
# So long before one looks back together, everybody is asked what they think.
PREPARED = timedelta(days=14)

NOTHING: Mapping[UUID, Any] = {}


@dataclass(frozen=True)
class ShownPart:
    """One part with who says it; `words` between quotation marks when they are literal; `value`: how
    safe it is."""

    id: UUID
    words: str
    more: str
    quote: bool
    who: str
    domain: str
    icon: str
    href: str
    when: str
    value: str = ""


@dataclass(frozen=True)
class ShownGoal:
    """One goal with how it goes, drawn small, and the agreements and help (`helps`) that are for
    it; `more`: how many agreements besides those."""

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
    more: int = 0
    helps: Sequence[ShownPart] = ()


@dataclass(frozen=True)
class Scored:
    """How it goes from 1 to 5, as one person says."""

    id: UUID
    value: int
    words: str
    who: str


@dataclass(frozen=True)
class ShownScore:
    """How it goes in one domain: by the client first, and apart from it by each of the others."""

    label: str
    lines: Sequence[Scored]


@dataclass
class Group:
    """The parts of one kind."""

    kind: Kind
    parts: list[ShownPart] = field(default_factory=list)


@dataclass
class Whose:
    """The plan about one client, or about the household. `more`: how many agreements for no goal
    there are besides those shown; `closed`: how many goals were closed."""

    about: UUID
    name: str
    own: bool
    groups: list[Group]
    goals: list[ShownGoal]
    scores: list[ShownScore]
    agreements: list[ShownAgreement]
    signing: Signing
    cycle: UUID | None
    review: str
    review_soon: bool
    more: int = 0
    closed: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing of the plan about them is there for who looks."""
        return not (self.groups or self.goals or self.scores or self.closed)

    @property
    def shown(self) -> bool:
        """Whether there is anything to show of them: of the plan, or something agreed."""
        return not self.empty or bool(self.agreements)


def score_word(value: int | None) -> str:
    """'gaat wel' for 3."""
    words = {1: _("heel slecht"), 2: _("niet zo goed"), 3: _("gaat wel"), 4: _("goed"),
             5: _("heel goed")}  # fmt: skip
    return words.get(value or 0, "")


def show_plan(
    found: Sequence[Part],
    *,
    steps: Mapping[UUID, Sequence[Step]],
    agreements: Sequence[Agreed],
    seat: Seat,
    people: dict[UUID, Face],
    many: Mapping[UUID, int] = NOTHING,
    gone: Mapping[UUID, Gone] = NOTHING,
    asked: Asked = NOBODY_ASKED,
) -> tuple[list[Whose], list[ShownAgreement]]:
    """The plan per client and for the household, each with the agreements that are for no goal on
    it; and the agreements that are about none of them. `many`: how many agreements there are under
    a goal or whom they are about, when `agreements` holds only the first."""
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
    held = _Under(under, many)
    whose = [
        _whose(about, name, parts.get(about, ()), steps, held, gone.get(about), asked, seat, people)
        for about, name in abouts
    ]
    known = goals | {about for about, _name in abouts}
    return whose, [one for place, these in under.items() if place not in known for one in these]


@dataclass(frozen=True)
class _Under:
    """The agreements under each goal, or under whom they are about."""

    shown: Mapping[UUID, list[ShownAgreement]]
    many: Mapping[UUID, int]

    def at(self, place: UUID) -> tuple[list[ShownAgreement], int]:
        """Those shown there, and how many there are besides."""
        found = self.shown.get(place, [])
        return found, max(0, self.many.get(place, 0) - len(found))


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
    steps: Mapping[UUID, Sequence[Step]],
    held: _Under,
    gone: Gone | None,
    asked: Asked,
    seat: Seat,
    people: dict[UUID, Face],
) -> Whose:
    goals = {one.id for one in found if one.kind == "goal"}
    helps: dict[UUID | None, list[ShownPart]] = {}
    by_kind: dict[str, list[Part]] = {}
    for one in found:
        if one.kind == INTERVENTION and one.goal in goals:
            helps.setdefault(one.goal, []).append(show_part(one, seat.network, people))
        else:
            by_kind.setdefault(one.kind, []).append(one)
    cycle = _last(by_kind.get(CYCLE, ()))
    loose, more = held.at(about)
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
            show_goal(
                one,
                steps.get(one.id, ()),
                seat.network,
                *held.at(one.id),
                helps=helps.get(one.id, ()),
            )
            for one in by_kind.get("goal", ())
        ],
        scores=_scores(by_kind.get(SCORE, ()), people),
        agreements=loose,
        more=more,
        closed=gone.goals if gone else 0,
        signing=signing(
            found,
            about=about,
            asked=asked,
            changed_at=changed_at(found, gone.last if gone else None),
            seat=seat,
            people=people,
        ),
        cycle=cycle.id if cycle else None,
        review=full_date(cycle.review_on) if cycle and cycle.review_on else "",
        review_soon=bool(cycle and cycle.review_on and cycle.review_on <= clock.today() + PREPARED),
    )


def _last(found: Sequence[Part]) -> Part | None:
    return found[-1] if found else None


def show_part(one: Part, network: UUID, people: dict[UUID, Face]) -> ShownPart:
    """One part with its words and who says it."""
    face = people.get(one.said_by or one.author_member)
    kept = domain(one.domain)
    return ShownPart(
        id=one.id,
        words=one.words,
        # What another system wrote is long, and stands on its own page.
        more="" if one.taken_over_from else one.more,
        quote=one.quote,
        who=_from(one) or _who(one, face),
        domain=str(kept.label) if one.domain else "",
        icon=KINDS[one.kind].icon if one.kind in KINDS else "circle",
        href=f"/n/{network}/{_OWN_PAGE.get(one.kind, 'bericht')}/{one.id}/",
        when=_since(one),
        value=_("%(number)s van de 10") % {"number": one.value} if one.kind == SAFE else "",
    )


def _who(one: Part, face: Face | None) -> str:
    """Who says it; of what somebody wants no more than who wrote it down, if not a client."""
    name = face.name if face else _("iemand")
    if one.kind == "question" and one.said_by is None and face and face.side != Side.CLIENT:
        return _("opgeschreven door %(name)s") % {"name": name}
    return name


def _since(one: Part) -> str:
    if one.since is None:
        return ""
    said = _("op %(day)s") if one.kind == SAFE else _("sinds %(day)s")
    return said % {"day": full_date(one.since)}


def _from(one: Part) -> str:
    """From which system it came, unless the client said it there."""
    if not one.taken_over_from or one.said_by is not None:
        return ""
    return _("overgenomen van %(source)s") % {"source": one.taken_over_from}


def show_goal(
    one: Part,
    steps: Sequence[Step],
    network: UUID,
    agreements: Sequence[ShownAgreement] = (),
    more: int = 0,
    helps: Sequence[ShownPart] = (),
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
        drawing=small_line(one, steps),
        closed=(attained_word(one.attained) or _("klaar")) if one.closed_at else "",
        agreements=agreements,
        more=more,
        helps=helps,
    )


def _scores(found: Iterable[Part], people: dict[UUID, Face]) -> list[ShownScore]:
    last: dict[str, dict[UUID, Part]] = {}
    for one in found:
        last.setdefault(one.domain, {})[one.said_by or one.author_member] = one
    return [
        ShownScore(
            label=str(domain(code).label),
            lines=[
                Scored(one.id, one.value or 0, score_word(one.value), _named(member, people))
                for member, one in sorted(said.items(), key=lambda each: not each[1].by_client)
            ],
        )
        for code, said in last.items()
    ]


def _named(member: UUID, people: dict[UUID, Face]) -> str:
    return people[member].name if member in people else _("iemand")
