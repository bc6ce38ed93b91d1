"""Who says what of the plan as a whole: who said yes, who did not agree and why, who must still
answer. Asked are who decides about it and who was named to sign."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.agreements.agreed import Agreed
from zorgverband.base.deciding import Standing
from zorgverband.base.viewer import Seat
from zorgverband.networks.queries import Face
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import full_date
from zorgverband.ui.sentences import listed

from .history import Then
from .kinds import AGREED, KINDS, PRESENT, SAID
from .queries import Part, Signed

# Adults decide together about the household.
ADULT = 18


@dataclass(frozen=True)
class Answer:
    """What one of them said last, and when; `item`: what it is as readable as. `current`: nothing
    in the plan changed after that, as far as who looks may read; `own`: they said it themselves."""

    item: UUID
    member: UUID
    name: str
    agrees: bool
    words: str
    at: datetime
    current: bool
    own: bool

    @property
    def sentence(self) -> str:
        """'Jannie de Wit zei ja tegen dit plan op 3 mei 2026.'; on paper, that others read too."""
        said = {"name": self.name, "day": full_date(self.at)}
        if self.agrees:
            return _("%(name)s zei ja tegen dit plan op %(day)s.") % said
        return _("%(name)s las dit plan op %(day)s en is het er niet mee eens:") % said

    @property
    def spoken(self) -> str:
        """The same to who looks: 'U zei ja ...' when they said it themselves."""
        if not self.own:
            return self.sentence
        said = {"day": full_date(self.at)}
        if self.agrees:
            return _("U zei ja tegen dit plan op %(day)s.") % said
        return _("U las dit plan op %(day)s en bent het er niet mee eens:") % said


@dataclass(frozen=True)
class Signing:
    """How it stands with the plan about one client or the household. `waiting`: the names of who
    must still answer, or answer again; `asked`: whether who looks is one of them; `part`: where who looks
    was named to sign."""

    answers: Sequence[Answer] = ()
    waiting: str = ""
    asked: bool = False
    decides: bool = False
    part: UUID | None = None

    @property
    def agreed(self) -> bool:
        """Whether somebody said yes."""
        return any(one.agrees for one in self.answers)

    @property
    def may_answer(self) -> bool:
        """Whether who looks has a say in it."""
        return self.decides or self.part is not None


@dataclass(frozen=True)
class Asked:
    """Whom it is asked of: by client or household who decides (members), and what was signed."""

    deciders: Mapping[UUID, Sequence[UUID]] = field(default_factory=dict)
    signed: Sequence[Signed] = ()


@dataclass(frozen=True)
class Deciding:
    """Who decides about one client, who is so old (`age_group`, as in `base.deciding`)."""

    client: UUID
    age_group: int
    deciders: Sequence[UUID]


NOBODY_ASKED = Asked()


def asked_of(
    network: UUID, standings: Sequence[Standing | Deciding], signed: Sequence[Signed]
) -> Asked:
    """Who decides about each client, and about the household: its adults, else who decides at all."""
    found = {one.client: one.deciders for one in standings}
    grown = [one.deciders for one in standings if one.age_group == ADULT]
    together = dict.fromkeys(id for ids in grown or found.values() for id in ids)
    return Asked({**found, network: tuple(together)}, signed)


def signing(
    found: Sequence[Part],
    *,
    about: UUID,
    asked: Asked,
    changed_at: datetime | None,
    seat: Seat,
    people: Mapping[UUID, Face],
) -> Signing:
    """How it stands with the plan about one client or the household, of which these are the parts,
    and which changed last at `changed_at`."""
    named = {one.who: one.id for one in found if one.kind == PRESENT and one.signs and one.who}
    last = _said(found, named, asked.signed)
    answers = [
        Answer(item, member, people[member].name if member in people else _("iemand"), agrees, words,
               at, changed_at is None or at >= changed_at,
               own=member == seat.member and not (member in people and people[member].team))
        for member, (item, agrees, words, at) in last.items()
    ]  # fmt: skip
    settled = {one.member for one in answers if one.current}
    decides = seat.decides(about=about, subject=Subject.ARRANGEMENTS)
    must = dict.fromkeys(
        [*asked.deciders.get(about, ()), *named, *([seat.member] if decides else [])]
    )
    return Signing(
        answers=sorted(answers, key=lambda one: one.at),
        waiting=listed(
            _("u") if id == seat.member and not people[id].team else people[id].name
            for id in must
            if id in people and people[id].active and id not in settled
        ),
        asked=seat.member in must and seat.member not in settled,
        decides=decides,
        part=named.get(seat.member),
    )  # fmt: skip


def _said(
    found: Sequence[Part], named: Mapping[UUID, UUID], signed: Sequence[Signed]
) -> dict[UUID, tuple[UUID, bool, str, datetime]]:
    """By member what they said last."""
    said = {
        one.said_by or one.author_member: (one.id, one.kind == AGREED, one.more, one.created_at)
        for one in found
        if one.kind in SAID
    }
    for one in signed:
        if named.get(one.member) == one.asked:
            before = said.get(one.member)
            if before is None or before[3] < one.at:
                said[one.member] = (one.asked, one.agrees, one.words, one.at)
    return said


def changed_at(found: Sequence[Part], gone: datetime | None = None) -> datetime | None:
    """When the plan of these parts changed last; whom one asks to be there changes nothing in it."""
    moments = [
        max(one.created_at, one.edited_at or one.created_at, one.closed_at or one.created_at)
        for one in found
        if one.kind in KINDS and one.kind != PRESENT
    ]
    return max([*moments, *([gone] if gone else [])], default=None)


def fingerprint(then: Then) -> str:
    """Of the words somebody reads before they answer: another when a word of it is otherwise."""
    found: list[Part | Agreed] = [*then.parts.values(), *then.agreements.values()]
    lines = [_line(one) for one in found]
    return hashlib.sha256("\n".join(sorted(line for line in lines if line)).encode()).hexdigest()


def _line(one: Part | Agreed) -> str:
    if isinstance(one, Part):
        return repr((str(one.id), one.words, one.more, one.value)) if one.kind in KINDS else ""
    return repr((str(one.id), one.what, one.more, str(one.executor), str(one.due_on)))
