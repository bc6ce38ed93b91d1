"""Asking about a bottleneck those who can end it: a reminder, or a question to both."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from zorgverband.base import clock
from zorgverband.base.refusals import NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.models import Member
from zorgverband.sharing.queries import items

from ..models import Measure
from ..queries import Row
from ..queries import bottleneck as readable
from ..rule import Act
from ..rules import RULES
from .snooze import put_aside

# So long an answer may take; when it still is as it was, it comes back.
PATIENCE = timedelta(days=3)


class NobodyToAsk(Refusal):
    """Hier is niemand die u dit zo kunt vragen. Bel liever."""


class AskedBefore(Refusal):
    """Dit is al gevraagd. Wacht even op een antwoord."""

    status = 409


def ask(*, seat: Seat, person: UUID, bottleneck: UUID) -> datetime:
    """Ask each by a notice on the fact that is theirs, and put the bottleneck aside until the moment
    that is answered. Nobody is told of a fact of another. For who looks at it, coordinates or
    decides: raises NotYours for others, NotHere, NobodyToAsk, or AskedBefore while it waits."""
    row = readable(network=seat.network, id=bottleneck)
    if row["snoozed_until"] and row["snoozed_until"] > clock.now():
        raise AskedBefore()
    asked = _asked(row, person)
    if not asked:
        raise NobodyToAsk()
    until = _put_aside(seat, person, bottleneck)
    verb = "reminded" if RULES[row["kind"]].act == Act.REMIND else "look_again"
    for item, one in asked.items():
        record(verb=verb, network=seat.network, person=person, item=item, to_person=one)
    return until


def _put_aside(seat: Seat, person: UUID, bottleneck: UUID) -> datetime:
    """Until when it waits; of two who ask at once the second is told so."""
    try:
        return put_aside(
            seat=seat, person=person, bottleneck=bottleneck, until=clock.today() + PATIENCE,
            what=Measure.What.ACTED, only=Q(snoozed_until=None) | Q(snoozed_until__lte=clock.now()),
        )  # fmt: skip
    except NotYours:
        until = readable(network=seat.network, id=bottleneck)["snoozed_until"]
        if until and until > clock.now():
            raise AskedBefore() from None
        raise


def _asked(row: Row, person: UUID) -> dict[UUID, UUID]:
    """Whom to ask, by the item it is about; never who asks, nor who left."""
    act = RULES[row["kind"]].act
    if act == Act.REMIND:
        who = _there(Q(id=row["who_id"])).get(row["who_id"])
        found = {row["facts"][0]: who} if row["facts"] else {}
    elif act == Act.ASK_BOTH:
        facts = items(row["facts"])
        there = _there(Q(id__in=[one["author_member_id"] for one in facts])
                       | Q(network_id=row["network_id"],
                           person_id__in=[one["author_id"] for one in facts]))  # fmt: skip
        found = {
            one["id"]: one["author_id"]
            for one in facts
            if one["author_member_id"] in there or one["author_id"] in there.values()
        }
    else:
        found = {}
    return {item: one for item, one in found.items() if one and one != person}


def _there(which: Q) -> dict[UUID, UUID | None]:
    """Of these members who take part now, and the person each is; none for a team."""
    rows = Member.objects.filter(Q(left_at=None) | Q(left_at__gt=clock.now())).filter(which)
    return dict(rows.values_list("id", "person_id"))
