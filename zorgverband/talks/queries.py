"""Reading questions: what waits for somebody, what they asked, and how one stands."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Exists, F, OuterRef, Q, QuerySet
from django.db.models.expressions import ExpressionWrapper
from django.db.models.functions import JSONObject, Now

from zorgverband.base.answering import question_seen
from zorgverband.base.refusals import NotHere
from zorgverband.networks.models import Role

from .asked import Asked
from .models import OPEN, Question, QuestionMove

_NAMED = {
    "id": F("item_id"), "network": F("network_id"), "to_member": F("to_member_id"),
    "state_by": F("state_by_id"), "what": F("item__title"), "more": F("item__body"),
    "about": F("item__about_id"), "subject": F("item__subject"), "circle": F("item__circle"),
    "author": F("item__author_id"), "author_member": F("item__author_member_id"),
    "asked_at": F("item__created_at"),
}  # fmt: skip
_IDS = ("id", "network", "to_member", "state_by", "about", "author", "author_member")
_SAME = (
    "function", "urgency", "due_at", "remind_at", "reminded_at", "state", "state_at",
    "answer_kind", "answer",
)  # fmt: skip
AT_MOST = 200
ENDED = 30


def question(*, network: UUID, id: UUID, member: UUID) -> Asked:
    """One question; raises NotHere, the same for not there and not for you."""
    found = _asked(Question.objects.filter(network_id=network, item_id=id), [member], 1)
    if not found:
        raise NotHere()
    return found[0]


def waiting_for(members: Collection[UUID], *, networks: Collection[UUID]) -> list[Asked]:
    """What waits for an answer of these members, first what is wanted first. One statement."""
    rows = Question.objects.filter(network_id__in=networks, state__in=OPEN)
    return _asked(rows.filter(_waits_for(members)).order_by("due_at", "item_id"), members)


def waiting_rows(network: Any, *members: UUID) -> QuerySet[Any, Any]:
    """What waits for an answer of these members, each as one value of JSON: part of another query."""
    rows = Question.objects.filter(_waits_for(members), network_id=network, state__in=OPEN)
    columns = {name: F(name) for name in _SAME} | _NAMED
    return rows.order_by("due_at", "item_id").values(row=JSONObject(**columns))[:AT_MOST]


def waiting_of(facts: dict[str, Any]) -> Asked:
    """The same out of that JSON; it waits for who looks."""
    read: dict[str, Any] = {
        name: UUID(value) if name in _IDS
        else datetime.fromisoformat(value) if value and name.endswith("_at") else value
        for name, value in facts.items()
    }  # fmt: skip
    return Asked(**read, mine=True)


def open_questions(network: UUID, member: UUID) -> list[Asked]:
    """What waits for an answer of anybody in this network, first what is wanted first."""
    rows = Question.objects.filter(network_id=network, state__in=OPEN)
    return _asked(rows.order_by("due_at", "item_id"), [member])


def ended_questions(network: UUID, member: UUID) -> list[Asked]:
    """The last questions that were answered or withdrawn, newest first."""
    rows = Question.objects.filter(network_id=network).exclude(state__in=OPEN)
    return _asked(rows.order_by("-state_at", "-item_id"), [member], ENDED)


def moves_of(question: UUID) -> list[dict[str, Any]]:
    """How a question went, the first first."""
    rows: Any = QuestionMove.objects.filter(item_id=question).order_by("at", "id")
    return list(rows.values("became", "person_id", "to_member_id", "at", "words"))


def seen_at(question: UUID) -> datetime | None:
    """When whom it is asked of saw it first; only who asked it is told, others get None."""
    return question_seen(question)


def _waits_for(members: Collection[UUID]) -> Q:
    having = Role.objects.filter(
        network_id=OuterRef("network_id"), function=OuterRef("function"), member_id__in=members
    )
    after = Q(to_member__left_at__lte=Now()) & ~Q(function="") & Q(Exists(having))
    return Q(to_member_id__in=members) | after


def _asked(
    rows: "QuerySet[Question]", members: Collection[UUID], at_most: int = AT_MOST
) -> list[Asked]:
    # No column may be called as a field is; so each is called otherwise until it is read.
    columns = {f"read_{name}": column for name, column in _NAMED.items()}
    mine = ExpressionWrapper(_waits_for(members), output_field=BooleanField())
    found = []
    for row in rows.values(*_SAME, read_mine=mine, **columns)[:at_most]:
        row["read_mine"] = row["read_mine"] and row["state"] in OPEN
        found.append(Asked(**{name.removeprefix("read_"): kept for name, kept in row.items()}))
    return found
