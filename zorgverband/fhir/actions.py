"""Storing what was read from FHIR files in the record of one client."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from zorgverband.base.refusals import NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.fhir.fact import LeftOut, Reading
from zorgverband.fhir.storing.entries import entry_of
from zorgverband.fhir.storing.plan_side import Became, place
from zorgverband.fhir.storing.same_person import Doubt, doubt_about
from zorgverband.networks.models import Side
from zorgverband.record.actions import take_over
from zorgverband.record.taking.entry import Refused
from zorgverband.sharing.subjects import MEDICAL


class NotForYou(NotYours):
    """Gegevens overnemen kan alleen de cliënt zelf, wie voor de cliënt beslist, of een zorgverlener."""


class SomebodyElse(Refusal):
    """Dit bestand gaat misschien over iemand anders. Kijk het na, en bevestig dat het klopt."""

    status = 409

    def __init__(self, doubt: Doubt) -> None:
        """`doubt` says what differs; the sentence itself names nobody."""
        super().__init__(field="other")
        self.doubt = doubt


@dataclass(frozen=True, kw_only=True)
class Stored:
    """What became of a reading: resource types of each fact, and what was left out, with why.

    `items` are the items that were made or changed, for the access log. `became` says of each plan,
    goal, team and request, and of what is in it, what became of it.
    """

    created: Sequence[str]
    changed: Sequence[str]
    unchanged: Sequence[str]
    left_out: Sequence[LeftOut]
    items: Sequence[UUID]
    became: Sequence[Became] = ()


def may_store(*, seat: Seat, about: UUID) -> bool:
    """Whether this seat may take over files about a client: care, or who decides, with a key to
    write about at least one medical subject."""
    writes = any(seat.may_write(about=about, subject=subject) for subject in MEDICAL)
    return writes and (seat.side == Side.CARE or seat.controls(about))


def store(
    *, seat: Seat, person: UUID, about: UUID, reading: Reading, other_person: bool = False
) -> Stored:
    """Write every fact of `reading` down in the record of client `about`, all or nothing in the
    transaction of the caller. The same reading again changes nothing.

    Raises NotForYou, or SomebodyElse when the file is not clearly about this client and
    `other_person` does not say that it is meant.
    """
    if not may_store(seat=seat, about=about):
        raise NotForYou()
    doubt = (
        None if other_person else doubt_about(network=seat.network, client=about, reading=reading)
    )
    if doubt is not None:
        raise SomebodyElse(doubt)
    entries = [entry_of(one) for one in reading.facts]
    taken = take_over(seat=seat, person=person, about=about, entries=entries)
    fact_of = {id(entry): fact for entry, fact in zip(entries, reading.facts, strict=True)}
    written = {**taken.created, **taken.changed}
    became, asked = place(
        seat=seat, person=person, about=about, facts=reading.facts,
        items={item: fact_of[id(entry)] for item, entry in written.items()},
    )  # fmt: skip
    return Stored(
        created=[entry.resource_type for entry in taken.created.values()],
        changed=[entry.resource_type for entry in taken.changed.values()],
        unchanged=[entry.resource_type for entry in taken.unchanged],
        left_out=[*reading.left_out, *map(_left_out, taken.refused)],
        items=[*written, *asked],
        became=became,
    )


def _left_out(refused: Refused) -> LeftOut:
    """A refused entry, or a file with it, as something left out."""
    kind = refused.entry.resource_type
    return LeftOut(
        resource_type=f"{kind} (bestand)" if refused.file else kind,
        id="",
        reason=refused.reason,
        place="",
    )
