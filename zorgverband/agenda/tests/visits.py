"""Entering visits in tests: through the form, as people do, or by the action under the locks."""

from datetime import date, time, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.agenda.actions import plan_visit
from zorgverband.agenda.actions.plan_visit import Planned, Visitor
from zorgverband.agenda.models import VisitPurpose
from zorgverband.base import clock
from zorgverband.base.repeating import Repeat, Rule
from zorgverband.sharing.subjects import Subject

TOMORROW = timedelta(days=1)


def page(name: str, cast: Cast, visit: UUID | None = None, day: date | None = None) -> str:
    """The address of a page of the agenda in the network of the cast."""
    parts: dict[str, Any] = {"network_id": cast.network}
    if visit:
        parts["visit_id"] = visit
    if day:
        parts["day"] = day.isoformat()
    return reverse(name, kwargs=parts)


def post(client: Any, address: str, **typed: Any) -> Any:
    """Send a form with these fields and a fresh key."""
    return client.post(address, {"key": uuid4().hex, **typed})


def typed_visit(**changed: Any) -> dict[str, Any]:
    """The fields of a visit tomorrow from nine to ten, with these changed."""
    day = clock.today() + TOMORROW
    fields = {"date": day.isoformat(), "starts": "09:00", "ends": "10:00", "repeat": "once"}
    return fields | {"who": "other", "who_name": "Tante Wil", "circle": "everyone"} | changed


def planned(
    cast: Cast,
    by: Somebody,
    *,
    who: Somebody | None = None,
    rule: Rule | None = None,
    starts: time = time(9),
    ends: time | None = time(10),
    **rest: Any,
) -> UUID:
    """A visit about Jannie by the action, tomorrow from nine to ten unless said otherwise."""
    rule = rule or Rule(clock.today() + TOMORROW)
    visitor = Visitor(member=who.member) if who else Visitor(name="Tante Wil")
    with inside(by.person, (cast.network,)) as viewer:
        visit = plan_visit(
            seat=viewer.seat(cast.network), person=by.person, about=cast.jannie.member,
            visitor=visitor, planned=Planned(rule, starts, ends), **rest,
        )  # fmt: skip
    return UUID(str(visit.item_id))


def daily(first_on: date | None = None) -> Rule:
    """Every day from this day on, or from today."""
    return Rule(first_on or clock.today(), repeat=Repeat.DAILY)


def only_reads(cast: Cast, who: Somebody) -> None:
    """Let `who` read who comes about Jannie, and no longer write about it."""
    cast.permit(who, Subject.COMING, about=cast.jannie, read=True, past=True)


def with_purpose(cast: Cast, visit: UUID) -> UUID:
    """Note that this visit is for a wound; answers the item that says so."""
    item = cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.fatima,
                     kind="visit_purpose", body="Wond verzorgen", in_news=False)  # fmt: skip
    VisitPurpose.objects.using("owner").create(
        item_id=item, network_id=cast.network, visit_id=visit
    )
    return item
