"""The agreements of a network, and one of them with everything one can say about it."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zorgverband.base import clock as now
from zorgverband.base.refusals import Refusal
from zorgverband.networks.queries import clients, faces, names_of_people
from zorgverband.sharing.beside import remarks
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.forms import writable_abouts
from zorgverband.sharing.frame import page
from zorgverband.sharing.queries import items, origin_of
from zorgverband.sharing.shown import about_names
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import clock, long_date

from .. import queries
from ..actions.answering import roles
from ..agreed import Agreed
from ..moves import MOVES, moves_from
from ..shown import show_agreements, state_word


@require_safe
@network_door
def agreements(here: Here) -> HttpResponse:
    """What is open, first what is due first; below it what ended."""
    people, names = faces(here.network), names_of_people(here.network)
    both = queries.open_agreements(here.network), queries.ended_agreements(here.network)
    running, ended = (
        show_agreements(found, seat=here.seat, person=here.person, people=people, names=names)
        for found in both
    )
    return page(
        here, "agreements/agreements.html", current="more", people=people, running=running,
        ended=ended, may_ask=bool(writable_abouts(here.seat, people)),
    )  # fmt: skip


@require_safe
@network_door
def agreement(here: Here, agreement_id: UUID) -> HttpResponse:
    """One agreement, and what this person can answer."""
    return one_page(here, agreement_id)


def one_page(here: Here, agreement_id: UUID, refusal: Refusal | None = None) -> HttpResponse:
    """The page of one agreement, with what went wrong and what was typed."""
    found = queries.agreement(network=here.network, id=agreement_id)
    people, names = faces(here.network), names_of_people(here.network)
    shown = show_agreements(
        [found], seat=here.seat, person=here.person, people=people, names=names
    )[0]
    several = len(clients(people)) > 1
    mine = roles(found, seat=here.seat, person=here.person)
    may = {move.verb.removeprefix("agreement_") for move in moves_from(found.state, mine)}
    return page(
        here, "agreements/agreement.html", current="more", people=people,
        status=refusal.status if refusal else 200, refusal=refusal, agreement=shown, found=found,
        subject=str(Subject(found.subject).label),
        about=about_names(here.network, people).get(found.about, "") if several else "",
        asked_at=_moment(found.asked_at), may={verb: verb in may for verb in _VERBS},
        may_counter="declined" in may
        and here.seat.may_write(about=found.about, subject=found.subject),
        changes=_changes(found, names), ticks=_ticks(found, names), next_on=_next(found),
        handed=_handed(found),
        reason=here.request.POST.get("reason", ""), links=_links(here, found),
        remind_days=here.request.POST.get("remind_days", str(found.remind_days)),
        remind_at=here.request.POST.get("remind_at", found.remind_at.strftime("%H:%M")),
        reminders=_reminders(),
        said=remarks(seat=here.seat, people=people, items=[found.id]).get(found.id, ()),
    )  # fmt: skip


_VERBS = [move.verb.removeprefix("agreement_") for move in MOVES]


def _moment(moment: Any) -> str:
    return f"{long_date(moment)}, {clock(moment)}"


def _changes(found: Agreed, names: dict[UUID, str]) -> list[dict[str, str]]:
    return [
        {
            "what": state_word(row["became"]),
            "who": names.get(row["person_id"], _("iemand")),
            "when": _moment(row["at"]),
            "words": row["words"],
        }
        for row in queries.changes_of(found.id)
    ]


def _ticks(found: Agreed, names: dict[UUID, str]) -> list[str]:
    words = _("%(day)s, door %(name)s")
    return [
        words % {"day": long_date(row["on_date"]), "name": names.get(row["person_id"], "")}
        for row in (queries.ticks_of(found.id) if found.repeats else [])
    ]


def _next(found: Agreed) -> str:
    day: date | None = found.next_on(now.today()) if found.open else None
    return long_date(day) if day else ""


def _handed(found: Agreed) -> str:
    """The days from today on that somebody else does."""
    return ", ".join(long_date(day) for day in sorted(found.handed) if day >= now.today())


def _links(here: Here, found: Agreed) -> dict[str, Any]:
    """What it takes the place of and which goal it is for, as far as this person may read them."""
    wanted = [one for one in (found.goal, found.instead_of) if one]
    rows = {row["id"]: row for row in items(wanted)} if wanted else {}
    parts = {"network_id": here.network}
    links: dict[str, Any] = {"goal": None, "instead_of": None, "origin": origin_of(found.id)}
    if found.instead_of in rows:
        href = reverse("agreement", kwargs=parts | {"agreement_id": found.instead_of})
        links["instead_of"] = {
            "id": found.instead_of, "what": rows[found.instead_of]["title"], "href": href
        }  # fmt: skip
    if found.goal in rows:
        href = reverse("item", kwargs=parts | {"item_id": found.goal})
        links["goal"] = {"id": found.goal, "what": rows[found.goal]["title"], "href": href}
    return links


def _reminders() -> list[tuple[str, str]]:
    return [
        ("-7", _("Een week ervoor")), ("-2", _("Twee dagen ervoor")), ("-1", _("Een dag ervoor")),
        ("0", _("Op de dag zelf")), ("1", _("Een dag erna")), ("3", _("Drie dagen erna")),
    ]  # fmt: skip
