"""What would change: the act is really done, the rule is asked before and after, and it is undone.

So what is shown before an act cannot differ from what the act does. Who confirms sends back the
digest of what was shown; when the world changed in between, nothing happens and it is shown anew.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from zorgverband.base import effecting
from zorgverband.base.effecting import Prospect, Sight
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat, enter


class EffectChanged(Refusal):
    """Er is intussen iets veranderd. Kijk opnieuw wat er gebeurt, en kies dan nog een keer."""

    status = 409


@dataclass(frozen=True)
class Effect:
    """Who reads and writes what differently: earlier items (`sights`), of those the viewer reads,
    and what is written from now on (`prospects`)."""

    sights: tuple[Sight, ...]
    prospects: tuple[Prospect, ...]

    @property
    def nothing(self) -> bool:
        """Whether nobody reads or writes anything more or less."""
        return not self.sights and not self.prospects

    @property
    def widens(self) -> bool:
        """Whether anybody reads anything more."""
        return any(one.gained for one in self.sights) or any(
            one.reads > 0 for one in self.prospects
        )

    @property
    def narrows(self) -> bool:
        """Whether anybody reads anything no longer."""
        return any(not one.gained for one in self.sights) or any(
            one.reads < 0 for one in self.prospects
        )

    @property
    def digest(self) -> str:
        """Short mark of exactly this effect, for the form that confirms it. Who reads is a person:
        the number of a membership that is still to come is another each time."""
        marks = sorted([_mark(one) for one in self.sights] + [_mark(one) for one in self.prospects])
        return hashlib.sha256(repr(marks).encode()).hexdigest()[:32]


def _mark(one: Sight | Prospect) -> str:
    about = None if one.about == one.member else one.about
    rest = (
        (one.gained, one.subject, one.items, one.mark)
        if isinstance(one, Sight)
        else (one.subject, one.reads, one.writes)
    )
    return repr((one.person, about, rest))


class _Undo(Exception):
    """Ends the attempt, so that nothing of it stays."""


def preview(
    *,
    seat: Seat,
    person: UUID,
    act: Callable[[], object],
    items: Sequence[UUID] | None = None,
) -> Effect:
    """The effect `act` would have now; nothing of it stays. Refusals of the act come through.

    `items` says that only who reads these can change, which saves looking at all others. Facts
    that the act dates must begin at the moment of the transaction (`TransactionNow`), because
    that is the moment at which the rule is asked; a later one has no effect yet.
    """
    try:
        with transaction.atomic():
            effect = _done(seat, act, items)
            raise _Undo
    except _Undo:
        # The act may have entered as somebody else, or with other keys.
        enter(person=person, networks=[seat.network])
        return effect


def carry_out(
    *,
    seat: Seat,
    act: Callable[[], object],
    seen: str,
    items: Sequence[UUID] | None = None,
) -> Effect:
    """Do `act` for good, if its effect is the one that was shown (its digest is `seen`).

    Raises EffectChanged otherwise, and then nothing of the act stays.
    """
    with transaction.atomic():
        effect = _done(seat, act, items)
        if effect.digest != seen:
            raise EffectChanged()
    return effect


def _done(seat: Seat, act: Callable[[], object], items: Sequence[UUID] | None) -> Effect:
    before = effecting.remember(network=seat.network, items=items)
    act()
    sights, prospects = effecting.differences(before)
    return Effect(sights=tuple(sights), prospects=tuple(prospects))
