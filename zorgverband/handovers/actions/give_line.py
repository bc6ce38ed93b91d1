"""The leaver gives a line to somebody, adds a task, or chooses who takes over the whole."""

from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.handing import members_reading
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.models import Member
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.actions import share
from zorgverband.sharing.subjects import Subject

from ..handed import line
from ..models import Handover, HandoverLine, LineKind, LineState
from .announce_handover import must_read, put_down_lines
from .parties import HandoverOver, leaver


class NoTask(Refusal):
    """Vul in welke taak de ander overneemt."""


class CannotReadLine(Refusal):
    """{name} kan dit niet lezen, en kan het dus niet overnemen. Kies iemand anders, of vraag wie
    beslist om dit te openen."""


class NobodyChosen(Refusal):
    """Kies wie dit overneemt."""


class SentAlready(Refusal):
    """De overdracht is al verstuurd. Trek die eerst in als iemand anders het overneemt."""


def give_line(*, seat: Seat, person: UUID, handover: UUID, line: UUID, to: UUID) -> None:
    """Give this line to another member, who answers it anew. Until the whole is taken over it stays
    with the leaver. Raises NotHere, NotTheLeaver, HandoverOver, NobodyChosen or CannotReadLine."""
    leaver(seat, handover)
    found = _line(handover=handover, id=line)
    face = _chosen(seat, to)
    if to not in members_reading(network=seat.network, items=[found.item_id])[found.item_id]:
        raise CannotReadLine(field="to", name=face.name)
    rows = HandoverLine.objects.filter(id=line)
    rows.update(to_member_id=to, given_at=clock.now(), **_UNANSWERED)
    record(verb="handover_line_given", network=seat.network, person=person, item=handover,
           to_person=face.person)  # fmt: skip


_UNANSWERED = {
    "state": LineState.ANNOUNCED, "answered_at": None, "answered_by_id": None, "reason": ""
}  # fmt: skip
_line = line


def add_task(
    *, seat: Seat, person: UUID, handover: UUID, what: str, subject: Subject
) -> HandoverLine:
    """Add a task that stands nowhere else ('medicijnen uitzetten'), for the receiver, as an item of
    its own. Raises NoTask, MayNotWrite, and as `give_line`."""
    found = leaver(seat, handover)
    if not what.strip():
        raise NoTask(field="what")
    item = share(
        seat=seat, person=person, about=found.about_id, subject=subject, kind="handover_line",
        title=what, in_news=False, tell=False,
    )  # fmt: skip
    made = HandoverLine(
        network_id=seat.network, handover_id=handover, item_id=item.id, kind=LineKind.TASK,
        to_member_id=found.to_member_id, given_at=clock.now(),
    )  # fmt: skip
    HandoverLine.objects.bulk_create([made])
    return made


def refresh_lines(*, seat: Seat, person: UUID, handover: UUID) -> int:
    """Put down a line for what came under the leaver's hands since; how many. Raises as `give_line`."""
    leaver(seat, handover)
    row = Handover.objects.get(item_id=handover)
    people = faces(seat.network)
    return len(put_down_lines(seat=seat, person=person, handover=row, people=people))


def choose_receiver(*, seat: Seat, person: UUID, handover: UUID, to: UUID) -> None:
    """Choose who takes over the whole, now that they take part; lines without somebody go along.
    Raises SentAlready, CannotReadHandover, and as `give_line`."""
    found = leaver(seat, handover)
    if found.sent:
        raise SentAlready(field="to")
    face = _chosen(seat, to)
    must_read(seat, faces(seat.network), handover, to)
    Handover.objects.filter(item_id=handover).update(to_member_id=to, to_name="")
    lines = HandoverLine.objects.filter(handover_id=handover)
    # Whom a line was given to by name keeps it.
    lines.filter(to_member_id=found.to_member_id).update(
        to_member_id=to, given_at=clock.now(), **_UNANSWERED
    )
    record(verb="handover_announced", network=seat.network, person=person, item=handover,
           to_person=face.person)  # fmt: skip


def _chosen(seat: Seat, member: UUID) -> Face:
    face = faces(seat.network).get(member)
    inside = Member.objects.filter(id=member).exclude(compartment=None)
    if face is None or not face.active or member == seat.member or inside.exists():
        raise NobodyChosen(field="to")
    return face


__all__ = ["HandoverOver", "add_task", "choose_receiver", "give_line", "refresh_lines"]
