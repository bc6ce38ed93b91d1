"""Reading help that is asked, as far as the viewer may know of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BooleanField,
    Exists,
    ExpressionWrapper,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, JSONObject

from zorgverband.agenda.models import VisitChange
from zorgverband.agreements.models import State
from zorgverband.base import clock
from zorgverband.base.refusals import NotHere
from zorgverband.carers.models import CarerCheck, CarerTask
from zorgverband.carers.queries import Offer, offer_of, offer_rows
from zorgverband.networks.functions import HOME_CARE
from zorgverband.networks.models import Member, Network, Side

from .kinds import BODILY
from .models import Away, HelpAnswer, HelpRequest, HelpTaken
from .wanted import Taken, Wanted

SHOWN = 40
# What was asked longer ago, or was thanked for that long ago, is no news for today's page.
LATELY = timedelta(days=60)
THANKED = timedelta(days=7)
FELL = (State.DECLINED, State.FAILED, State.CANCELLED)
_FIELDS = {
    "id": "item_id", "network": "network_id", "about": "item__about_id", "subject": "item__subject",
    "author": "item__author_id", "author_member": "item__author_member_id",
    "asked_at": "item__created_at", "circle": "item__circle", "what": "item__title",
    "more": "item__body", "task": "task", "day": "day", "last_on": "last_on", "weeks": "weeks",
    "starts": "starts", "ends": "ends", "first_to": "first_to_id", "first_until": "first_until",
    "wait": "wait_minutes", "offered_at": "offered_at", "opened_at": "opened_at",
    "ended_at": "ended_at", "instead_of": "instead_of_id", "whole": "whole",
    "said_no": "said_no", "stance": "stance", "fits": "fits", "taken": "taken",
}  # fmt: skip


def wanted(*, network: UUID, member: UUID, id: UUID) -> Wanted:
    """One thing that help is asked with, as `member` looks at it; raises NotHere, the same for not
    there and not for you."""
    rows = rows_for(HelpRequest.objects.filter(network_id=network, item_id=id), [member])
    row = rows.values_list("row", flat=True).first()
    if row is None:
        raise NotHere()
    return wanted_of(row)


def lately(network: Any, *members: Any) -> QuerySet[Any, Any]:
    """Inside the statement of a page: what is asked there now, and who does it, as `row`."""
    today, now = clock.today(), clock.now()
    recent = HelpRequest.objects.filter(
        Q(last_on=None) | Q(last_on__gte=today - THANKED),
        network_id=network, ended_at=None, item__created_at__gte=now - LATELY,
    )  # fmt: skip
    return rows_for(recent, members).values("row")


def rows_for(asked: QuerySet[HelpRequest], members: Collection[Any]) -> QuerySet[Any, Any]:
    """These rows as JSON, as who has these seats looks at them."""
    found = asked.annotate(
        said_no=Exists(HelpAnswer.objects.filter(item_id=OuterRef("pk"), member_id__in=members)),
        stance=Coalesce(Subquery(_stance(members)), Value("")),
        fits=_fits(members),
        taken=Subquery(_taken()),
    )
    row: Combinable = JSONObject(**_FIELDS)
    return found.annotate(row=row).order_by("-item__created_at", "-item_id")


def _stance(members: Collection[Any]) -> QuerySet[Any, Any]:
    mine = CarerTask.objects.filter(
        item__careroffer__about_id__in=members, item__careroffer__replaced_at=None,
        network_id=OuterRef("network_id"), task=OuterRef("task"),
    )  # fmt: skip
    return mine.values("stance")[:1]


def _fits(members: Collection[Any]) -> Combinable:
    """As `kinds.helps_with`."""
    mine = Member.objects.filter(id__in=members)
    family = Exists(mine.filter(side=Side.FAMILY))
    nursing = Exists(mine.filter(role__function__in=HOME_CARE))
    return ExpressionWrapper(Q(family) | Q(nursing, task__in=BODILY), output_field=BooleanField())


def _taken() -> QuerySet[Any, Any]:
    cancelled = VisitChange.objects.filter(
        item_id=OuterRef("made_id"), item__visit__repeat="once", cancelled=True
    )
    taken = HelpTaken.objects.filter(item_id=OuterRef("pk"), given_back_at=None)
    return taken.annotate(cancelled=Exists(cancelled)).values(
        row=JSONObject(
            id="id", member="member_id", person="person_id", at="at", made="made_id",
            kind="made__kind", state="made__agreement__state",
            stopped="made__visit__stopped_from", cancelled="cancelled", thanked_at="thanked_at",
            thanks="thanks",
        )
    )[:1]  # fmt: skip


def wanted_of(row: Mapping[str, Any]) -> Wanted:
    """What `rows_for` read, out of JSON."""
    said = dict(row)
    taken = said.pop("taken")
    for name in ("id", "network", "about", "author", "author_member", "first_to", "instead_of"):
        said[name] = said[name] and UUID(said[name])
    for name in ("asked_at", "first_until", "offered_at", "opened_at", "ended_at"):
        said[name] = said[name] and datetime.fromisoformat(said[name])
    for name in ("day", "last_on"):
        said[name] = said[name] and date.fromisoformat(said[name])
    for name in ("starts", "ends"):
        said[name] = said[name] and time.fromisoformat(said[name])
    said["wait"] = timedelta(minutes=said["wait"])
    return Wanted(**said, taken_row=_taken_of(taken) if taken else None)


def _taken_of(row: Mapping[str, Any]) -> Taken:
    thanked = row["thanked_at"]
    return Taken(
        id=UUID(row["id"]), member=UUID(row["member"]), person=UUID(row["person"]),
        at=datetime.fromisoformat(row["at"]), made=UUID(row["made"]), kind=row["kind"] or "",
        fell=row["state"] in FELL or bool(row["stopped"]) or row["cancelled"],
        thanked_at=thanked and datetime.fromisoformat(thanked), thanks=row["thanks"],
    )  # fmt: skip


def refusals_of(asked: UUID) -> list[tuple[UUID, str]]:
    """Who cannot, with what they said, first the first; for who asked."""
    rows = HelpAnswer.objects.filter(item_id=asked).order_by("at", "id")
    return list(rows.values_list("member_id", "words"))


@dataclass(frozen=True)
class AwayDays:
    """Days on which a carer is away; who reads it besides."""

    id: UUID
    about: UUID
    first_on: date
    last_on: date
    words: str
    readers: tuple[UUID, ...]


@dataclass(frozen=True)
class Around:
    """What a carer's own page needs besides who comes and what was agreed: what help is asked, when
    they are away, how they last said it goes (the answer, its item and its day), and what carers
    offer."""

    asked: list[Wanted]
    away: list[AwayDays]
    check: tuple[int, UUID, date] | None
    offers: dict[UUID, Offer]


def away_rows(network: Any) -> QuerySet[Any, Any]:
    """Inside the statement of a page: who is away now or later, as `row`."""
    rows = Away.objects.filter(network_id=network, ended_at=None, last_on__gte=clock.today())
    fields = JSONObject(
        id="item_id", about="about_id", first_on="first_on", last_on="last_on",
        words="item__body", readers="item__allowed",
    )  # fmt: skip
    return rows.order_by("first_on", "item_id").annotate(row=fields).values("row")


def away_of(row: Mapping[str, Any]) -> AwayDays:
    """What `away_rows` read, out of JSON."""
    return AwayDays(
        id=UUID(row["id"]), about=UUID(row["about"]), words=row["words"],
        first_on=date.fromisoformat(row["first_on"]), last_on=date.fromisoformat(row["last_on"]),
        readers=tuple(UUID(one) for one in row["readers"] or ()),
    )  # fmt: skip


def around(network: UUID, member: UUID) -> Around:
    """All of it in one statement."""
    here = OuterRef("pk")
    asked = rows_for(HelpRequest.objects.filter(network_id=here, ended_at=None), [member])
    checked = CarerCheck.objects.filter(network_id=here, about_id=member)
    said = JSONObject(holds="holds", item="item_id", day="on_date")
    rows = Network.objects.filter(pk=network).values_list(
        ArraySubquery(asked.values("row")[:SHOWN]), ArraySubquery(away_rows(here)),
        ArraySubquery(checked.order_by("-on_date", "-item_id").values(row=said)[:1]),
        ArraySubquery(offer_rows(here)),
    )  # fmt: skip
    wanted_rows, away, check, offers = rows.get()
    return Around(
        asked=[wanted_of(row) for row in wanted_rows],
        away=[away_of(row) for row in away],
        check=(check[0]["holds"], UUID(check[0]["item"]), date.fromisoformat(check[0]["day"]))
        if check else None,
        offers={one.about: one for one in map(offer_of, offers)},
    )  # fmt: skip


def listed(network: UUID, member: UUID) -> tuple[list[Wanted], list[AwayDays]]:
    """What was asked in this network, newest first, and who is away. One statement."""
    here = OuterRef("pk")
    asked = rows_for(HelpRequest.objects.filter(network_id=here), [member])
    rows = Network.objects.filter(pk=network).values_list(
        ArraySubquery(asked.values("row")[:SHOWN]), ArraySubquery(away_rows(here))
    )
    found, away = rows.get()
    return [wanted_of(row) for row in found], [away_of(row) for row in away]
