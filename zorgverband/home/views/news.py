"""'Nieuws': the timeline of a network by day, newest first, with filters, search and unread marks."""

from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zorgverband.base.clock import now
from zorgverband.base.typed import moment_of, whole_number
from zorgverband.networks.queries import (
    Face,
    callable_first,
    clients,
    faces,
    named,
    names_of_people,
)
from zorgverband.safety.shown import told_to
from zorgverband.sharing import queries
from zorgverband.sharing.actions import mark_seen
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page, rendered
from zorgverband.sharing.queries import PAGE, Cursor, Filter
from zorgverband.sharing.shown import Shown, show
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import day_heading, local_day, long_date


@require_safe
@network_door
def news(here: Here) -> HttpResponse:
    """The timeline; asked by htmx, only its list."""
    asked = here.request.GET
    people, names = faces(here.network), names_of_people(here.network)
    seen, unread = queries.seen_and_unread(here.network)
    wanted = _filter(asked)
    rows = queries.timeline(network=here.network, wanted=wanted, after=_cursor(asked))
    shown = show(
        rows[:PAGE],
        network=here.network,
        person=here.person,
        people=people,
        names=names,
        seen_until=seen,
    )
    context: dict[str, Any] = {
        "days": _days(shown),
        "older": _older(asked, rows[PAGE - 1]) if len(rows) > PAGE else "",
        "first": "before" not in asked,
        # Who sees a part has not seen the rest.
        "any_new": wanted == Filter() and any(item.new for item in shown),
        "newest": max((row["created_at"] for row in rows), default=now()).isoformat(),
        "here_id": here.network,
        "emergencies": told_to(here, people, names),
    }
    if here.request.headers.get("HX-Target") == "timeline":
        return rendered("home/timeline.html", context)
    return page(
        here, "home/news.html", current="news", people=people, unread=unread,
        filters=_filters(here, wanted, people, names), filtered=wanted != Filter(),
        callable=[face for face in callable_first(people, 5) if face.member != here.seat.member],
        choices=_choices(here, people, names), wanted=wanted, **context,
    )  # fmt: skip


@require_safe
@network_door
def search(here: Here) -> HttpResponse:
    """Items that hold the words asked for."""
    words = here.request.GET.get("q", "").strip()[:200]
    people, names = faces(here.network), names_of_people(here.network)
    if named(words, people):
        here.through = "search_name"
    before = moment_of(here.request.GET.get("before")) or datetime.max.replace(tzinfo=now().tzinfo)
    rows = queries.found(network=here.network, words=words, before=before) if words else []
    # Who looks for something old is not helped by what is new.
    shown = show(
        rows[:PAGE], network=here.network, person=here.person, people=people, names=names,
        seen_until=now(),
    )  # fmt: skip
    return page(
        here, "home/search.html", current="news", people=people, words=words,
        days=_days(shown), count=len(shown), more=len(rows) > PAGE,
    )  # fmt: skip


@require_POST
@network_door
def seen(here: Here) -> HttpResponse:
    """Note that the news up to a moment was seen; a page with JavaScript does this by itself."""
    until = moment_of(here.request.POST.get("until")) or now()
    mark_seen(person=here.person, network=here.network, until=min(until, now()))
    if here.request.headers.get("HX-Request"):
        return HttpResponse(status=204)
    return HttpResponseRedirect(reverse("news", kwargs={"network_id": here.network}))


def _days(shown: list[Shown]) -> list[tuple[str, str, list[Shown]]]:
    today = now()
    return [
        (day_heading(day, today), long_date(day), list(group))
        for day, group in groupby(shown, key=lambda item: local_day(item.happened_at))
    ]


def _cursor(asked: QueryDict) -> Cursor | None:
    moment = moment_of(asked.get("before"))
    try:
        return Cursor(happened_at=moment, id=UUID(str(asked["id"]))) if moment else None
    except (KeyError, ValueError):
        return None


def _older(asked: QueryDict, last: dict[str, Any]) -> str:
    query = asked.copy()
    query["before"] = last["happened_at"].isoformat()
    query["id"] = str(last["id"])
    return "?" + query.urlencode()


def _filter(asked: QueryDict) -> Filter:
    def uuid(name: str) -> UUID | None:
        try:
            return UUID(asked.get(name, ""))
        except ValueError:
            return None

    subject = whole_number(asked.get("subject"))
    return Filter(
        subject=subject if subject in Subject.values else None,
        author=uuid("author"),
        about=uuid("about"),
    )


def _choices(here: Here, people: dict[UUID, Face], names: dict[UUID, str]) -> dict[str, Any]:
    readable = 0
    for keys in here.seat.abouts.values():
        readable |= keys.read
    return {
        "subjects": [
            ("", _("Alle onderwerpen")),
            *(
                (subject.value, str(subject.label))
                for subject in Subject
                if readable >> subject & 1
            ),
        ],
        "authors": [
            ("", _("Iedereen")),
            *sorted(((person, name) for person, name in names.items()), key=lambda pair: pair[1]),
        ],
        "abouts": [("", _("Iedereen")), *((face.member, face.name) for face in clients(people))]
        if len(clients(people)) > 1
        else [],
    }


def _filters(
    here: Here, wanted: Filter, people: dict[UUID, Face], names: dict[UUID, str]
) -> list[str]:
    words = []
    if wanted.subject is not None:
        words.append(str(Subject(wanted.subject).label))
    if wanted.author is not None:
        words.append(names.get(wanted.author, _("iemand")))
    if wanted.about is not None:
        face = people.get(wanted.about)
        words.append(face.name if face else _("iemand"))
    return words
