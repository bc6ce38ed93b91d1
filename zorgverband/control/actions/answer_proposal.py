"""Saying yes or no to what another prepared. With the last yes it happens, in the same commit."""

from datetime import date
from typing import Any
from uuid import UUID

from zorgverband.base import clock, deciding
from zorgverband.base.refusals import AlreadyDone, NotYours
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.sharing.actions import (
    Reading,
    change_audience,
    change_permission,
    share_with,
    withdraw_objection,
)
from zorgverband.sharing.subjects import Subject

from ..models import Proposal
from ..queries import Proposed
from .represent import Mandate, represent


class MayNotAnswer(NotYours):
    """Op dit voorstel geeft iemand anders antwoord."""


class AnsweredAlready(AlreadyDone):
    """Dit voorstel wacht niet meer op antwoord."""


def answer_proposal(*, seat: Seat, person: UUID, proposed: Proposed, agreed: bool) -> list[UUID]:
    """Answer a proposal; when everybody who must said yes, what was proposed is done. Answers the
    changes that were kept, nothing while others still have to answer. Raises MayNotAnswer,
    AnsweredAlready, or what the act itself refuses."""
    if proposed.state != Proposal.State.OPEN:
        raise AnsweredAlready()
    state = deciding.answer_proposal(proposal=proposed.id, agreed=agreed, at=clock.now())
    if state is None:
        raise MayNotAnswer()
    verb = "proposal_agreed" if agreed else "proposal_declined"
    record(verb=verb, network=seat.network, person=person, to_person=proposed.by_person)
    return carry_out(seat=seat, person=person, proposed=proposed) if state == "accepted" else []


def carry_out(*, seat: Seat, person: UUID, proposed: Proposed) -> list[UUID]:
    """Do what was proposed, as the one whose yes was the last. Raises what the act refuses."""
    facts = proposed.payload
    if proposed.kind == Proposal.Kind.REPRESENT:
        mandate = mandate_of(facts, proposed.document)
        represent(seat=seat, person=person, client=proposed.about, mandate=mandate)
        return []
    if proposed.kind in (Proposal.Kind.EXCEPTION, Proposal.Kind.EXCEPTION_ENDED):
        act = share_with if proposed.kind == Proposal.Kind.EXCEPTION else withdraw_objection
        item, member = UUID(facts["item"]), UUID(facts["member"])
        return act(seat=seat, person=person, item=item, member=member)
    if proposed.kind == Proposal.Kind.AUDIENCE:
        named = facts["audience"]
        return change_audience(
            seat=seat, person=person, item=UUID(facts["item"]), circle=facts["circle"],
            audience=None if named is None else [UUID(one) for one in named],
        )  # fmt: skip
    return change_permission(
        seat=seat, person=person, about=proposed.about, member=UUID(facts["member"]),
        subject=Subject(facts["subject"]), reading=Reading(facts["reading"]),
        writing=bool(facts["writing"]),
    )  # fmt: skip


def mandate_of(facts: dict[str, Any], document: str) -> Mandate:
    """The mandate that was proposed."""
    return Mandate(
        representative=UUID(facts["representative"]),
        ground=facts["ground"],
        document=document,
        subjects=tuple(facts["subjects"]),
        review_on=date.fromisoformat(facts["review_on"]),
    )


def withdraw_proposal(*, proposed: Proposed) -> None:
    """Take one's own proposal back. Raises AnsweredAlready, also for who did not make it."""
    if not deciding.withdraw_proposal(proposed.id):
        raise AnsweredAlready()
