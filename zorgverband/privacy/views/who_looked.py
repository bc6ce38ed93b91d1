"""'Wie heeft gekeken': the access log of oneself, or of whom one represents, in words."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from django.db.models import Count, Max
from django.db.models.functions import TruncDate
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext
from django.views.decorators.http import require_GET

from zorgverband.base.clock import HOME, today
from zorgverband.base.typed import day_of
from zorgverband.journal.models import Look
from zorgverband.networks.functions import label_of
from zorgverband.networks.queries import SHAPES, initials_of
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import clock, day_heading, long_date

DAYS_A_PAGE = 14
NAMED = 3


@dataclass(frozen=True)
class Looked:
    """What one person did on one day, in a sentence."""

    name: str
    function: str
    initials: str
    shape: str
    text: str
    unusual: str


@require_GET
@network_door
def who_looked(here: Here) -> HttpResponse:
    """Two weeks of the log, by day; the lock shows only what is about oneself."""
    until = day_of(here.request.GET.get("until")) or today()
    since = until - timedelta(days=DAYS_A_PAGE)
    rows = Look.objects.filter(network_id=here.network).exclude(person_id=here.person)
    window = rows.filter(at__date__gt=since, at__date__lte=until)
    found: list[Any] = list(
        window.annotate(day=TruncDate("at", tzinfo=HOME))
        .values("day", "person_id", "person_name", "side", "function", "organisation", "action",
                "ground", "subject")
        .annotate(times=Count("at", distinct=True), last=Max("at"))
        .order_by("-day", "person_name", "action", "subject")
    )  # fmt: skip
    days = [
        (day_heading(_noon(day)), long_date(_noon(day)), _people(list(group)))
        for day, group in groupby(found, key=lambda row: row["day"])
    ]
    earlier = since.isoformat() if rows.filter(at__date__lte=since)[:1] else ""
    return page(
        here, "privacy/who_looked.html", current="more", days=days, earlier=earlier,
        people_count=len({row["person_id"] for row in found}),
        own=any((about == here.seat.member and here.seat.side == "client") or keys.control
                for about, keys in here.seat.abouts.items() if about != here.network),
    )  # fmt: skip


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=HOME)


def _people(rows: list[dict[str, Any]]) -> list[Looked]:
    lines = []
    for _person, group in groupby(rows, key=lambda row: row["person_id"]):
        mine = list(group)
        first = mine[0]
        emergency = any(row["ground"] == "emergency" for row in mine)
        lines.append(
            Looked(
                name=first["person_name"],
                function=", ".join(
                    part for part in (label_of(first["function"]), first["organisation"]) if part
                ),
                initials=initials_of(first["person_name"]),
                shape=SHAPES[first["side"]],
                text=_sentence(mine),
                unusual=_("Met noodtoegang.") if emergency else "",
            )
        )
    return lines


WORDS = {
    "R": gettext_noop("Las over %(subjects)s."),
    "C": gettext_noop("Schreef over %(subjects)s."),
    "U": gettext_noop("Veranderde iets over %(subjects)s."),
    "D": gettext_noop("Haalde iets terug over %(subjects)s."),
    "E": gettext_noop("Nam gegevens mee over %(subjects)s."),
}


def _some(subjects: list[str]) -> str:
    named, more = subjects[:NAMED], len(subjects) - NAMED
    text = ", ".join(named)
    if more <= 0:
        return text
    return (
        text
        + " "
        + ngettext("en nog %(count)s onderwerp", "en nog %(count)s onderwerpen", more)
        % {"count": more}
    )


def _sentence(rows: list[dict[str, Any]]) -> str:
    parts = []
    for action, words in WORDS.items():
        subjects = list(
            dict.fromkeys(
                str(Subject(row["subject"]).label).lower()
                for row in rows
                if row["action"] == action
            )
        )
        if subjects:
            parts.append(_(words) % {"subjects": _some(subjects)})
    times = max((row["times"] for row in rows if row["action"] == "R"), default=0) or 1
    last = max(row["last"] for row in rows)
    count = ngettext("%(count)s keer", "%(count)s keer", times) % {"count": times}
    return (
        " ".join(parts)
        + " "
        + _("%(count)s, het laatst om %(time)s.")
        % {
            "count": count,
            "time": clock(last),
        }
    )
