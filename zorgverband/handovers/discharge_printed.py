"""The words of a printed discharge list, and which items are on the paper, for the access log."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.networks.queries import Face
from zorgverband.ui.dates import clock as time_of
from zorgverband.ui.dates import full_date, long_date
from zorgverband.ui.typeset import Printed

from .needs_shown import ShownNeed, name_of, show_needs
from .queries import discharge as queries

SHAPE = Path(__file__).parent / "discharge_list.typ"
Words = dict[str, Any]


def printed_list(
    *, network: UUID, discharge: UUID, people: Mapping[UUID, Face], receiver: str
) -> Printed:
    """The list of this discharge as the viewer may read it, in Dutch whatever language is on the
    screen. Raises NotHere. Four statements."""
    with translation.override("nl"):
        row = queries.discharge(network=network, id=discharge)
        needs = queries.needs_for(network, discharge)
        shown = show_needs(needs, network=network, people=people)
        promised = {one.id for need in needs for one in need.promised}
        return Printed(
            words=_words(row, shown, people, receiver), made_at=clock.now(),
            items=frozenset({discharge} | {one.id for one in needs} | promised),
        )  # fmt: skip


def _words(
    row: Words, shown: Sequence[ShownNeed], people: Mapping[UUID, Face], receiver: str
) -> Words:
    now, day = clock.now(), row["expected_on"]
    parts = {"name": name_of(row["about_id"], people)}
    when = _("Verwacht op %(day)s.") % {"day": long_date(day)} if day else _("Dag nog niet bekend.")
    return {
        "title": _("Uit het ziekenhuis: %(name)s") % parts,
        "whom": when,
        "made": _("Gemaakt op %(day)s, %(time)s, voor %(name)s.")
        % {"day": full_date(now), "time": time_of(now), "name": receiver},
        "theirs": _("Hier staat wat %(name)s mag lezen. Geef het niet zomaar aan anderen.")
        % {"name": receiver},
        "facts": _facts(row, people),
        "groups": [group for group in _groups(shown) if group["needs"]],
        "days": [
            {"what": one.what, "days": [list(each) for each in one.days]}
            for one in shown
            if one.days and one.group != "closed"
        ],
        "empty": "" if shown else _("Er staat nog niets op de lijst."),
        "labels": _labels(),
    }


def _facts(row: Words, people: Mapping[UUID, Face]) -> list[str]:
    call = " ".join(part for part in (row["call_name"], row["call_phone"]) if part)
    told = name_of(row["told_id"], people) if row["told_id"] else ""
    found = (
        (_("Afdeling: %(words)s"), row["ward"]),
        (_("Bellen: %(words)s"), call),
        (_("Hoort het thuis als eerste: %(words)s"), told),
        ("%(words)s", row["item__body"]),
    )
    return [sentence % {"words": words} for sentence, words in found if words]


def _groups(shown: Sequence[ShownNeed]) -> list[Words]:
    headings = {"open": _("Nog te regelen"), "arranged": _("Geregeld"), "closed": _("Niet nodig")}
    return [
        {"heading": heading, "needs": [_need(one) for one in shown if one.group == name]}
        for name, heading in headings.items()
    ]


def _need(one: ShownNeed) -> Words:
    return {"what": one.what, "when": one.when, "state": one.state, "lines": one.lines or [""]}


def _labels() -> dict[str, str]:
    return {
        "what": _("Wat"), "when": _("Wanneer"), "state": _("Hoe staat het?"), "who": _("Wie"),
        "coming": _("Wie komt"), "days": _("Wie komt wanneer, de eerste twee weken"),
        "page": _("bladzijde"), "of": _("van"), "urgent": _("Spoed? Bel 112."),
    }  # fmt: skip
