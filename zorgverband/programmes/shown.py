"""A programme as the page of a network proposes it: line by line, with who could do it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.membership.checks import must_let_in
from zorgverband.membership.forms import side_of_function
from zorgverband.networks.queries import Face
from zorgverband.plan.domains import domain
from zorgverband.sharing.subjects import ICONS, Subject
from zorgverband.ui.addresses import address

from .parties import PARTIES, fitting
from .queries import Line
from .rights import may_make
from .terms_words import term_words


@dataclass(frozen=True)
class ShownLine:
    """One line: what it says, under what, its terms; where it stands when it is in the plan already;
    and of an agreement who is proposed to do it."""

    id: UUID
    words: str
    more: str
    label: str
    icon: str
    terms: Sequence[str]
    there: UUID | None
    href: str
    chosen: bool
    who: str
    executor: str


@dataclass(frozen=True)
class ShownParty:
    """Who usually takes part: who of the members that is, else where to invite one."""

    label: str
    words: str
    names: Sequence[str]
    invite: str


@dataclass(frozen=True)
class Section:
    """The lines of one kind, under their heading."""

    kind: str
    heading: str
    sub: str
    lines: Sequence[ShownLine]

    @property
    def open(self) -> bool:
        """Whether something in it was picked."""
        return any(line.chosen for line in self.lines)

    @property
    def in_plan(self) -> int:
        """How many of its lines are in the plan already."""
        return sum(line.there is not None for line in self.lines)


def show_sections(
    found: Sequence[Line],
    *,
    seat: Seat,
    about: UUID,
    people: Mapping[UUID, Face],
    there: Mapping[UUID, UUID],
    picked: frozenset[str],
    executors: Mapping[str, str],
) -> list[Section]:
    """The lines of which this seat may make something, per kind."""
    heads = (
        (
            "question",
            _("Vragen"),
            _("Om samen over te praten. Het antwoord schrijft u er later bij."),
        ),
        ("goal", _("Doelen"), _("U kunt de woorden later veranderen.")),
        ("agreement", _("Afspraken"), _("Wie u kiest, krijgt een vraag, en zegt zelf ja of nee.")),
    )
    sections = []
    for kind, heading, sub in heads:
        shown = [
            _line(line, seat, about, people, there, picked, executors)
            for line in found
            if line.kind == kind and may_make(seat, about=about, subject=line.subject)
        ]
        if shown:
            sections.append(Section(kind, heading, sub, shown))
    return sections


def _line(
    line: Line, seat: Seat, about: UUID, people: Mapping[UUID, Face], there: Mapping[UUID, UUID],
    picked: frozenset[str], executors: Mapping[str, str],
) -> ShownLine:  # fmt: skip
    subject, item = Subject(line.subject), there.get(line.id)
    usual = fitting(line.party, people.values(), about=about) if line.party else []
    return ShownLine(
        id=line.id,
        words=line.words,
        more=line.more,
        label=label_of(line),
        icon=ICONS[subject],
        terms=term_words(line),
        there=item,
        href=_href(line.kind, item, seat.network),
        chosen=str(line.id) in picked,
        who=PARTIES[line.party].heading if line.party in PARTIES else "",
        executor=executors.get(str(line.id), str(usual[0].member) if usual else ""),
    )


def label_of(line: Line) -> str:
    """The part of life it is about; the subject, when it has none or is under a closer one."""
    lived = domain(line.domain)
    subject = Subject(line.subject)
    return str(lived.label if line.domain and lived.subject == subject else subject.label)


def _href(kind: str, item: UUID | None, network: UUID) -> str:
    if item is None:
        return ""
    if kind == "goal":
        return address("goal", network_id=network, goal_id=item)
    if kind == "agreement":
        return address("agreement", network_id=network, agreement_id=item)
    return address("item", network_id=network, item_id=item)


def show_parties(
    found: Sequence[Line], *, seat: Seat, about: UUID, people: Mapping[UUID, Face]
) -> list[ShownParty]:
    """Who usually takes part, those who do not yet first."""
    shown = []
    for line in found:
        if line.kind != "party" or line.party not in PARTIES:
            continue
        party = PARTIES[line.party]
        usual = fitting(line.party, people.values(), about=about)
        shown.append(
            ShownParty(
                label=party.heading,
                words=line.words,
                names=[face.name for face in usual],
                invite="" if usual else _invite(seat, party.invite_as),
            )
        )
    return sorted(shown, key=lambda one: bool(one.names))


def _invite(seat: Seat, function: str) -> str:
    """The page for inviting one, when this seat may let that side in."""
    if not function:
        return ""
    try:
        must_let_in(seat, side_of_function(function))
    except Refusal:
        return ""
    return address("invite", network_id=seat.network) + f"?function={function}"
