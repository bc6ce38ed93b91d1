"""Preparing a change for another to confirm: by a helper, a parent or child, one of a household, or
by the coordinator."""

from typing import Any
from uuid import UUID

from django.db import DatabaseError, transaction

from zorgverband.base import clock
from zorgverband.base.refusals import NotYours
from zorgverband.base.viewer import Seat

from ..models import Proposal
from ..noting import tell_answerers


class MayNotPropose(NotYours):
    """U kunt dit niet voorstellen. Vraag het aan degene die beslist."""


def propose(
    *,
    seat: Seat,
    person: UUID,
    kind: Proposal.Kind,
    about: UUID,
    payload: dict[str, Any],
    medical: bool,
    document: str = "",
) -> UUID:
    """Keep a change that waits for another's yes, and ask them; answers the proposal. `payload`
    holds ids and codes only. Raises MayNotPropose: the lock knows who may."""
    row = Proposal(
        network_id=seat.network, kind=kind, about_id=about, payload=payload, medical=medical,
        document=document, proposed_by_id=person, proposed_member_id=seat.member,
        created_at=clock.now(),
    )  # fmt: skip
    try:
        with transaction.atomic():
            Proposal.objects.bulk_create([row])
    except DatabaseError as refused:
        raise MayNotPropose() from refused
    tell_answerers(seat=seat, person=person, about=about)
    return row.id
