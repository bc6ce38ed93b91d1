"""Sending a handover, taking it over as a whole, refusing or withdrawing it."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zorgverband.base import clock, handing
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.membership.actions.remove import must_be_spared
from zorgverband.networks.queries import Face, faces
from zorgverband.ui.sentences import kept_words, listed

from ..belongings import Belonging, belongings
from ..handed import Handed, Line, lines_of, sections_of
from ..models import Ending, Handover, HandoverState, LineState
from ..writable import sections_for
from .announce_handover import must_read
from .answer_line import NoReason
from .give_line import NobodyChosen
from .parties import HandoverOver, leaver, receiver

# So many sections are named one by one.
NAMED = 4


class SectionsOpen(Refusal):
    """Van deze onderdelen is nog niets gezegd: {labels}. Vul ze in, of kies: niet van toepassing of
    onbekend."""


class LeftBehind(Refusal):
    """Dit heeft nog niemand die het overneemt: {lines}. Vraag het aan iemand die het kan lezen."""


class NotSentYet(Refusal):
    """De overdracht is nog niet verstuurd. U kunt wel al per regel antwoorden."""


class LinesOpen(Refusal):
    """Hier is nog geen antwoord op, of nog niemand voor: {lines}. Zeg bij elke regel of u het overneemt.
    Wat u niet overneemt, geeft {name} eerst aan iemand anders."""


class NothingAccepted(Refusal):
    """U neemt nog niets over. Kies: niet overnemen."""


def unstated(seat: Seat, found: Handed) -> list[str]:
    """The labels of sections of which nothing was said yet, for who hands over."""
    said = sections_of(found.item_id)
    asked = sections_for(seat, found.about_id, found.kind)
    return [str(one.label) for one, _subject in asked if one.code not in said]


def _some(labels: list[str]) -> str:
    """These in words; of many the first few and how many more: what is open stands on the page."""
    if len(labels) <= NAMED + 1:
        return listed(labels)
    more = len(labels) - NAMED
    words = ngettext("en nog %(count)s", "en nog %(count)s", more) % {"count": more}
    return ", ".join(labels[:NAMED]) + " " + words


def send_handover(*, seat: Seat, person: UUID, handover: UUID) -> None:
    """Send it: the leaver's own yes to what ends when it is taken over. What the receiver cannot read has
    somebody else who said yes first, so that nothing can stay behind unseen.

    Raises NotHere, NotTheLeaver, HandoverOver, NobodyChosen (also when the receiver left meanwhile),
    CannotReadHandover, SectionsOpen or LeftBehind.
    """
    found = leaver(seat, handover)
    people = faces(seat.network)
    if found.to_member_id is None or not people[found.to_member_id].active:
        raise NobodyChosen(field="to")
    must_read(seat, people, handover, found.to_member_id)
    labels = unstated(seat, found)
    if labels:
        raise SectionsOpen(labels=_some(labels))
    behind = _behind(seat, found)
    if behind:
        raise LeftBehind(lines=listed(behind))
    rows = Handover.objects.filter(item_id=handover, state=HandoverState.ANNOUNCED)
    if not rows.update(state=HandoverState.SENT, sent_at=clock.now(), sent_by_id=person):
        raise HandoverOver()
    record(verb="handover_sent", network=seat.network, person=person, item=handover,
           to_person=people[found.to_member_id].person)  # fmt: skip


def _behind(seat: Seat, found: Handed) -> list[str]:
    """What would be left: given to nobody who can read it, refused, or given to another who did not say
    yes; and what has no line at all."""
    every = lines_of(found.item_id)
    theirs = belongings(seat.network, seat.member)
    lines = still_open(every, theirs)
    read = handing.members_reading(network=seat.network, items=[one.item_id for one in lines])
    left = [one.what for one in lines if not _sure(found, one, read[one.item_id])]
    if found.ends != Ending.NOTHING:
        mine = {one.item_id for one in every}
        left += [one.what for one in theirs if one.item not in mine]
    return left


def still_open(lines: Sequence[Line], theirs: Sequence[Belonging]) -> list[Line]:
    """Without agreements that were done and visits that were made since: these pass to nobody."""
    there = {one.item for one in theirs}
    return [one for one in lines if one.own or one.item_id in there]


def _sure(found: Handed, one: Line, readers: set[UUID]) -> bool:
    """Whether this line cannot stay behind: who it was given to reads it, and is the receiver or said
    yes. What was refused stays with a leaver who stays as now."""
    if one.state == LineState.REFUSED:
        return found.ends == Ending.NOTHING
    asked = one.to_member_id == found.to_member_id or one.state == LineState.ACCEPTED
    return asked and one.to_member_id in readers


def come_up_since(found: Handed) -> list[Belonging]:
    """What the leaver got under its hands without a line, of what the viewer reads: it passes to the
    receiver with the rest."""
    if found.ends == Ending.NOTHING:
        return []
    there = {one.item_id for one in lines_of(found.item_id)}
    every = belongings(found.network_id, found.from_member_id)
    return [one for one in every if one.item not in there]


def receive_handover(*, seat: Seat, person: UUID, handover: UUID) -> Sequence[UUID]:
    """Take over the whole. In this one transaction what was accepted passes on, and what ends for the
    leaver ends; before it, nothing does. Answers no changes of permissions to keep words with.

    Raises NotHere, NotTheReceiver, HandoverOver, NotSentYet, LinesOpen, NothingAccepted, or
    what `must_be_spared` raises.
    """
    found = receiver(seat, handover)
    giver = faces(seat.network)[found.from_member_id]
    _must_be_ready(seat, found, giver)
    more = come_up_since(found)
    with kept_words():
        words = _("Overgenomen van %(name)s.") % {"name": giver.name}
    done = handing.receive_handover(
        handover=handover, more=[one.item for one in more], words=words, today=clock.today(),
        at=clock.now(),
    )  # fmt: skip
    if not done:
        raise HandoverOver()
    record(verb="handover_received", network=seat.network, person=person, item=handover)
    if found.ends == Ending.LEAVE and giver.active:
        record(verb="left", network=seat.network, person=person, member=found.from_member_id)
    return []


def _must_be_ready(seat: Seat, found: Handed, giver: Face) -> None:
    if not found.sent:
        raise NotSentYet()
    lines = lines_of(found.item_id)
    waiting = _waiting(seat, found, lines, giver)
    if waiting:
        raise LinesOpen(lines=listed(waiting), name=giver.name)
    if lines and not any(one.state == LineState.ACCEPTED for one in lines):
        raise NothingAccepted()
    if found.ends == Ending.LEAVE and giver.active:
        must_be_spared(seat.network, found.from_member_id)


def _waiting(seat: Seat, found: Handed, lines: Sequence[Line], giver: Face) -> list[str]:
    """What has no answer, or nobody who can do it: refused, or accepted by who left or reads it no more
    since. A leaver who is gone can give it to nobody else; that is found as what somebody left behind."""
    lines = still_open(lines, belongings(seat.network, found.from_member_id))
    waiting = [
        one for one in lines if one.open and (giver.active or one.to_member_id == seat.member)
    ]
    if giver.active and found.ends != Ending.NOTHING:
        read = handing.members_reading(network=seat.network, items=[one.item_id for one in lines])
        waiting += [
            one
            for one in lines
            if one.state == LineState.REFUSED
            or (not one.open and one.to_member_id not in read[one.item_id])
        ]
    return [one.what for one in waiting]


def refuse_handover(*, seat: Seat, person: UUID, handover: UUID, reason: str) -> None:
    """The receiver takes over nothing: all stays with the leaver and nothing ends. Raises NoReason,
    NotHere, NotTheReceiver or HandoverOver."""
    receiver(seat, handover)
    if not reason.strip():
        raise NoReason(field="reason")
    _close(seat, person, handover, HandoverState.REFUSED, reason)


def withdraw_handover(*, seat: Seat, person: UUID, handover: UUID) -> None:
    """The leaver takes it back: nothing passes on. Raises NotHere, NotTheLeaver or HandoverOver."""
    leaver(seat, handover)
    _close(seat, person, handover, HandoverState.WITHDRAWN, "")


def _close(seat: Seat, person: UUID, handover: UUID, state: HandoverState, reason: str) -> None:
    rows = Handover.objects.filter(
        item_id=handover, state__in=(HandoverState.ANNOUNCED, HandoverState.SENT)
    )
    closed = {"closed_at": clock.now(), "closed_by_id": person, "reason": reason.strip()}
    if not rows.update(state=state, **closed):
        raise HandoverOver()
    record(verb=f"handover_{state}", network=seat.network, person=person, item=handover)
