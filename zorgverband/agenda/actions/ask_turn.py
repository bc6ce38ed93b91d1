"""Asking somebody to take over one's turn, answering that, and taking the question back."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q

from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import AlreadyDone, NotHere, NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.queries import faces
from zorgverband.sharing.queries import reasons

from ..models import Kind, Part, TurnAsked, VisitTurn
from ..occurrences import Occurrence
from ..queries import occurrence
from .changing import may_plan


class TurnOver(Refusal):
    """Deze dag is voorbij. Ruilen kan alleen voor een dag die nog komt."""


class AskSomebody(Refusal):
    """Kies wie u het vraagt."""


class MayNotSee(Refusal):
    """Deze persoon mag dit bezoek niet zien. Kies iemand anders."""


class NotTheirTurn(Refusal):
    """Die dag is deze persoon niet aan de beurt. Kies een andere dag, of ruil zonder dag."""


class AskedAlready(AlreadyDone):
    """Er is al iemand gevraagd voor deze dag. Wacht op het antwoord, of trek die vraag eerst in."""


class AnsweredAlready(AlreadyDone):
    """Deze vraag is al beantwoord of ingetrokken."""


def ask_turn(
    *,
    seat: Seat,
    person: UUID,
    visit: UUID,
    on_date: date,
    to: UUID | None,
    instead_on: date | None = None,
) -> UUID:
    """Ask the member `to` to come this time; with `instead_on` in return for that turn of theirs.

    Raises NotHere, NotYours, TurnOver, AskSomebody, MayNotSee, NotTheirTurn or AskedAlready.
    """
    one = occurrence(network=seat.network, id=visit, on_date=on_date)
    asked = _asked(one, seat=seat, person=person, to=to)
    if instead_on is not None:
        other = occurrence(network=seat.network, id=visit, on_date=instead_on)
        if other.who != asked or _over(other) or instead_on == on_date:
            raise NotTheirTurn(field="instead_on")
    row = TurnAsked(
        id=new_id(), network_id=seat.network, item_id=visit, on_date=on_date,
        from_member_id=one.who or seat.member, to_member_id=asked, instead_on=instead_on,
        asked_by_id=person, asked_at=clock.now(),
    )  # fmt: skip
    try:
        with transaction.atomic():
            TurnAsked.objects.bulk_create([row])
    except IntegrityError:
        raise AskedAlready() from None
    to_person = faces(seat.network)[asked].person
    record(verb="visit_turn_asked", network=seat.network, person=person, item=visit,
           to_person=to_person)  # fmt: skip
    return row.id


def _asked(one: Occurrence, *, seat: Seat, person: UUID, to: UUID | None) -> UUID:
    """Who is asked; raises what stands in the way."""
    if not (one.who == seat.member or may_plan(one.series, seat=seat, person=person)):
        raise NotYours()
    if one.series.kind == Kind.BUSY:
        raise NotHere()
    if _over(one):
        raise TurnOver()
    face = faces(seat.network).get(to) if to else None
    if face is None or not face.active or face.person is None or face.member == one.who:
        raise AskSomebody(field="to")
    if face.member not in {reason.member for reason in reasons(one.series.id) if reason.reads}:
        raise MayNotSee(field="to")
    return face.member


def _over(one: Occurrence) -> bool:
    return one.cancelled or one.day < clock.today() or one.been_at is not None


def answer_turn(*, seat: Seat, person: UUID, asked: UUID, accept: bool) -> TurnAsked:
    """Say yes or no. Yes: this time they come, and the one who asked on the day in return.

    Raises NotHere for what was not asked of this seat, TurnOver, NotTheirTurn or AnsweredAlready.
    """
    row = TurnAsked.objects.filter(network_id=seat.network, id=asked, to_member=seat.member).first()
    if row is None:
        raise NotHere()
    if row.accepted is not None:
        raise AnsweredAlready()
    rows = TurnAsked.objects.filter(id=asked, accepted=None)
    # Of two answers at once the second waits here, and finds it answered.
    if not list(rows.select_for_update().values_list("id")):
        raise AnsweredAlready()
    if accept:
        _refuse_if_over(row)
        # Before the answer is noted: what was asked opens the lock on the turn.
        set_turn(seat, person, row.item_id, row.on_date, Part.COMES, row.to_member_id)
        if row.instead_on:
            set_turn(seat, person, row.item_id, row.instead_on, Part.COMES, row.from_member_id)
    if not rows.update(accepted=accept, answered_at=clock.now()):
        raise AnsweredAlready()
    record(
        verb="visit_turn_taken" if accept else "visit_turn_declined", network=seat.network,
        person=person, item=row.item_id, to_person=None if accept else row.asked_by_id,
    )  # fmt: skip
    return row


def _refuse_if_over(row: TurnAsked) -> None:
    """Raises TurnOver when the day, or the one in return, is past or called off meanwhile or
    of who left, and NotTheirTurn when the one in return is somebody else's by now."""
    here: dict[str, Any] = {"network": row.network_id, "id": row.item_id}
    if _over(occurrence(**here, on_date=row.on_date)):
        raise TurnOver()
    if row.instead_on is None:
        return
    try:
        instead = occurrence(**here, on_date=row.instead_on)
    except NotHere:
        raise TurnOver() from None
    if _over(instead) or not faces(row.network_id)[row.from_member_id].active:
        raise TurnOver()
    if instead.who != row.to_member_id:
        raise NotTheirTurn()


def withdraw_turn(*, seat: Seat, person: UUID, asked: UUID) -> TurnAsked:
    """Take the question back: by who asked it or, of a team, whose turn it is. Raises NotHere for
    others, or AnsweredAlready."""
    mine = Q(asked_by=person) | Q(from_member=seat.member)
    row = TurnAsked.objects.filter(mine, network_id=seat.network, id=asked).first()
    if row is None:
        raise NotHere()
    rows = TurnAsked.objects.filter(id=asked, accepted=None)
    if not rows.update(accepted=False, answered_at=clock.now()):
        raise AnsweredAlready()
    return row


def set_turn(
    seat: Seat, person: UUID, visit: UUID, on_date: date, part: Part, member: UUID
) -> None:
    """From here this member does this part of the occurrence, and nobody else."""
    here = VisitTurn.objects.filter(item_id=visit, on_date=on_date, part=part, ended_at=None)
    here.update(ended_at=clock.now())
    row = VisitTurn(
        id=new_id(), network_id=seat.network, item_id=visit, on_date=on_date, part=part,
        member_id=member, set_by_id=person, set_at=clock.now(),
    )  # fmt: skip
    VisitTurn.objects.bulk_create([row])
