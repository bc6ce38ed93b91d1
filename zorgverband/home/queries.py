"""What the first page of a network needs to know besides what the rooms below it answer."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from zorgverband.agenda.queries import asked_turns
from zorgverband.base.composed import composed
from zorgverband.bottlenecks.queries import Row, from_facts, theirs_as_facts
from zorgverband.carers.queries import asked_again
from zorgverband.control.queries import FIELDS as PROPOSAL
from zorgverband.control.queries import (
    HELD,
    Held,
    Proposed,
    held_of,
    held_row,
    proposed_of,
    waiting_rows,
)
from zorgverband.handovers.queries.discharge import asked_now
from zorgverband.helping.queries import AwayDays, away_of, away_rows, wanted_of
from zorgverband.helping.queries import lately as asked_lately
from zorgverband.helping.wanted import Wanted
from zorgverband.meetings.queries import asked_rows as asked_meetings
from zorgverband.meetings.shown import AskedMeeting
from zorgverband.meetings.shown import asked_of as asked_meeting_of
from zorgverband.membership.queries import put_before
from zorgverband.networks.models import Network
from zorgverband.safety.queries import FIELDS, Looked, fresh, looked_of
from zorgverband.sharing.models import Permission
from zorgverband.talks.asked import Asked
from zorgverband.talks.queries import waiting_of
from zorgverband.talks.queries import waiting_rows as waiting_questions


@dataclass(frozen=True)
class Arrival:
    """Something that should be there since yesterday, of which nobody at home said so yet."""

    id: UUID
    what: str


@dataclass(frozen=True)
class Surroundings:
    """Who may read something about a client, who looked in need lately, what was proposed, how
    control over the viewer stands when it is not simply their own, which invitations were put
    before who decides (their number and who prepared them), which bottlenecks the viewer
    looks at, whether it is time to ask a carer again how it goes (`check`), what those at home are
    asked about, which questions, meetings and turns to take over wait for the viewer, what help is
    asked there lately, and which carers are away."""

    readers: set[UUID]
    looked: list[Looked]
    proposals: list[Proposed]
    held: Held | None
    invitations: list[tuple[UUID, UUID]]
    attention: list[Row]
    check: bool
    arrivals: list[Arrival]
    questions: list[Asked]
    meetings: list[AskedMeeting]
    helped: list[Wanted]
    away: list[AwayDays]
    turns: list[dict[str, str]]


def surroundings(network: UUID, *, abouts: set[UUID], person: UUID, member: UUID) -> Surroundings:
    """The members who may read something about these clients or their household now or later, the
    looks in need by others than `person` that the first page tells, proposals that wait, who
    decides about `member`, what asks its attention, and what it was asked. One statement for all."""
    rows = _surroundings(network, abouts, person, member)
    if not rows:
        raise Network.DoesNotExist
    (readers, found, proposals, put, held, attention, check, arrivals, questions, meetings,
     helped, away, turns) = rows[0]  # fmt: skip
    return Surroundings(
        readers=set(readers),
        looked=[looked_of(facts) for facts in found],
        proposals=[proposed_of(facts) for facts in proposals],
        held=held_of(held[0]) if held else None,
        invitations=[(UUID(one["id"]), UUID(one["by"])) for one in put],
        attention=[from_facts(facts) for facts in attention],
        check=check,
        arrivals=[Arrival(UUID(one["id"]), one["what"]) for one in arrivals],
        questions=[waiting_of(facts) for facts in questions],
        meetings=[asked_meeting_of(facts) for facts in meetings],
        helped=[wanted_of(facts) for facts in helped],
        away=[away_of(facts) for facts in away],
        turns=list(turns),
    )


@composed
def _surroundings(
    network: UUID, abouts: set[UUID], person: UUID, member: UUID
) -> QuerySet[Any, Any]:
    here = OuterRef("pk")
    reading = Permission.objects.filter(network_id=here, about_id__in=abouts, can_read=True)
    looked = fresh(network=here, but=person).values(row=JSONObject(**{f: f for f in FIELDS}))
    return Network.objects.filter(pk=network).values_list(
        ArraySubquery(reading.values("member_id").distinct()), ArraySubquery(looked),
        ArraySubquery(waiting_rows(here).values(row=JSONObject(**{f: f for f in PROPOSAL}))),
        ArraySubquery(put_before(here, but=person)),
        ArraySubquery(held_row(here, member).values(row=JSONObject(**{f: f for f in HELD}))[:1]),
        theirs_as_facts(here, member), asked_again(member),
        ArraySubquery(asked_now(here).values(row=JSONObject(id="item_id", what="item__title"))),
        ArraySubquery(waiting_questions(here, member)),
        ArraySubquery(asked_meetings(here, member)),
        ArraySubquery(asked_lately(here, member)), ArraySubquery(away_rows(here)),
        ArraySubquery(asked_turns(here, member)),
    )  # fmt: skip


def waiting_across(
    networks: Collection[UUID], members: Sequence[UUID]
) -> tuple[list[Asked], list[Row]]:
    """Over these entered networks which questions wait for these seats of the viewer, first what is
    wanted first, and which bottlenecks they look at, most serious first. One statement for both."""
    found = _waiting_across(list(networks), members) if members else []
    questions = [waiting_of(facts) for asked, _own in found for facts in asked]
    own = [from_facts(facts) for _asked, mine in found for facts in mine]
    return (
        sorted(questions, key=lambda one: (one.due_at, one.id)),
        sorted(own, key=lambda row: (-row["seriousness"], row["since"], row["id"])),
    )


@composed
def _waiting_across(networks: Collection[UUID], members: Sequence[UUID]) -> QuerySet[Any, Any]:
    here = OuterRef("pk")
    return Network.objects.filter(pk__in=networks).values_list(
        ArraySubquery(waiting_questions(here, *members)), theirs_as_facts(here, *members)
    )
