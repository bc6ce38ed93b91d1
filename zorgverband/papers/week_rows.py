"""The rows of a printed week, in three ways: every visit; visits of one visitor on a day together;
and for a week that fits no page, how many come on each day. The shape takes the first that fits."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zorgverband.agenda.occurrences import Occurrence
from zorgverband.agenda.shown_parts import visitor_name
from zorgverband.agenda.weeks import ONE_DAY, WEEK
from zorgverband.agreements.agreed import Agreed
from zorgverband.networks.functions import HOME_CARE
from zorgverband.networks.queries import Face
from zorgverband.ui.dates import clock, clock_span, day_name, local_day
from zorgverband.ui.letters import breakable
from zorgverband.ui.sentences import listed

from .calling import Words

Agreements = Sequence[tuple[Agreed, list[date]]]
People = dict[UUID, Face]


def ways(
    monday: date,
    visits: Sequence[Occurrence],
    agreements: Agreements,
    people: People,
    *,
    everything: bool,
    asks: str,
) -> list[Words]:
    """The three ways, the fullest first. `asks`: whom to ask for what the last one leaves out."""
    days = [monday + number * ONE_DAY for number in range(WEEK.days)]
    by_day = [
        [_visit(one, people, everything=everything) for one in visits if _on(one) == day]
        for day in days
    ]
    agreed = [_agreed(one, on, people) for one, on in agreements]
    names = [f"{day_name(day).capitalize()} {day.day}" for day in days]
    return [
        _way(names, by_day, agreed, note=""),
        _way(names, [_together(rows) for rows in by_day], agreed, note=_("Het is een drukke week. Wie "
             "vaker komt op een dag, staat er één keer, met alle tijden.")),
        _way(names, [_counted(rows) for rows in by_day], _counted_agreed(agreed), note=_short(asks)),
    ]  # fmt: skip


def home_care_named(name: str, face: Face | None) -> str:
    """'Thuiszorg' before who comes from home care, when the name does not say so itself."""
    said = _("Thuiszorg")
    if face is None or face.function_code not in HOME_CARE or said.casefold() in name.casefold():
        return name
    return f"{said}: {name}"


def _way(names: list[str], rows: list[list[Words]], agreed: list[Words], *, note: str) -> Words:
    days = [{"name": name, "visits": found} for name, found in zip(names, rows, strict=True)]
    return {"days": days, "agreed": agreed, "note": note}


def _on(one: Occurrence) -> date:
    return local_day(one.starts_at)


def _visit(one: Occurrence, people: People, *, everything: bool) -> Words:
    said = [one.series.what, *(purpose.words for purpose in one.purposes)] if everything else []
    face = people.get(one.who) if one.who else None
    name = visitor_name(one, people) or _("Iemand")
    return {
        "time": clock_span(one.starts_at, None).removesuffix(" uur"),
        "who": breakable(_within(home_care_named(name, face), one)),
        "what": breakable(". ".join(words for words in said if words)),
        "tick": True,
    }


def _within(name: str, one: Occurrence) -> str:
    """The name, with until when somebody may still come who comes somewhere between two times."""
    if not one.series.window or one.ends_at is None:
        return name
    return _("%(name)s, uiterlijk %(time)s") % {"name": name, "time": clock(one.ends_at)}


def _together(rows: list[Words]) -> list[Words]:
    found: dict[tuple[str, str], list[Words]] = {}
    for row in rows:
        found.setdefault((row["who"], row["what"]), []).append(row)
    return [
        first | {"who": _("%(who)s, ook om %(times)s") % {
            "who": first["who"], "times": listed([one["time"] for one in later]),
        }} if later else first
        for first, *later in found.values()
    ]  # fmt: skip


def _counted(rows: list[Words]) -> list[Words]:
    if len(rows) < 2:
        return rows
    words = _("%(count)s bezoeken, het laatste om %(time)s") % {
        "count": len(rows), "time": rows[-1]["time"],
    }  # fmt: skip
    return [{"time": rows[0]["time"], "who": words, "what": "", "tick": False}]


def _agreed(one: Agreed, days: list[date], people: People) -> Words:
    face = people.get(one.executor)
    every = len(days) == WEEK.days
    short = [f"{day_name(day)[:2]} {day.day}" for day in days]
    return {
        "when": _("elke dag") if every else listed(short),
        "who": breakable(face.name if face else _("Iemand")),
        "what": breakable(one.what),
        "boxes": len(days),
    }


def _counted_agreed(rows: list[Words]) -> list[Words]:
    if len(rows) < 2:
        return rows
    words = ngettext("%(num)s afspraak", "%(num)s afspraken", len(rows)) % {"num": len(rows)}
    return [{"when": _("deze week"), "who": words, "what": "", "boxes": 0}]


def _short(asks: str) -> str:
    said = _("Deze week past niet op één blad. Hier staat hoe vaak er iemand komt.")
    ask = _("Wilt u weten wie? Kijk in de agenda, of vraag het aan %(name)s.") % {
        "name": breakable(asks)
    }
    return f"{said} {ask}" if asks else said
