"""The lists of the record: medication, allergies, problems, examinations."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zorgverband.base.refusals import NotHere
from zorgverband.base.viewer import Seat
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.subjects import Subject

from .. import shown
from ..queries import lines
from ..queries.lines import PAGE, Rows
from ..shown import Shown
from .about import Whose, exists_for, not_shared, place, reads, record_page, whose

Show = Callable[[Seat, Mapping[str, Any]], Shown]


@dataclass(frozen=True)
class Group:
    """A heading on a list page with its lines; `instead` stands there when there are none."""

    title: str
    lines: list[Shown]
    instead: str = ""


@dataclass(frozen=True)
class Add:
    """A button to write something new."""

    label: str
    href: str


@require_safe
@network_door
def medication(here: Here) -> HttpResponse:
    """The medication list: what is used now, and what was used before."""
    found = _opened(here, Subject.MEDICATION)
    after = place(here)
    key = {"network": here.network, "about": found.member}
    current = [] if after else lines.medication_rows(**key)
    current.sort(key=lambda row: row["item__title"].casefold())
    before = lines.stopped_medication(**key, after=after)
    return _page(
        here,
        found,
        title=_("Medicijnen"),
        subjects=(Subject.MEDICATION,),
        groups=[
            _group(here, _("Gebruikt nu"), current, shown.medication),
            _group(here, _("Niet meer"), before[:PAGE], shown.medication),
        ],
        older=_older(found, before),
        adds=[(Subject.MEDICATION, _("Medicijn toevoegen"), "record_medication")],
    )


@require_safe
@network_door
def allergies(here: Here) -> HttpResponse:
    """The list of allergies."""
    found = _opened(here, Subject.HEALTH)
    rows = lines.allergy_rows(network=here.network, about=found.member)
    now = [row for row in rows if row["status"] in ("active", "none_known")]
    before = [row for row in rows if row not in now]
    return _page(
        here,
        found,
        title=_("Allergieën"),
        subjects=(Subject.HEALTH,),
        groups=[
            _group(here, _("Hier kan %(name)s niet tegen"), now, shown.allergy, found),
            _group(here, _("Niet meer"), before, shown.allergy),
        ],
        adds=[(Subject.HEALTH, _("Allergie toevoegen"), "record_allergy")],
    )


@require_safe
@network_door
def problems(here: Here) -> HttpResponse:
    """The list of problems: complaints, illnesses, diagnoses."""
    found = _opened(here, Subject.HEALTH, Subject.MIND)
    after = place(here)
    key = {"network": here.network, "about": found.member}
    now = [] if after else lines.problem_rows(**key)
    before = lines.closed_problems(**key, after=after)
    add = _("Probleem toevoegen")
    return _page(
        here,
        found,
        title=_("Problemen"),
        subjects=(Subject.HEALTH, Subject.MIND),
        groups=[
            _group(here, _("Speelt nu"), now, shown.problem),
            _group(here, _("Voorbij"), before[:PAGE], shown.problem),
        ],
        older=_older(found, before),
        adds=[
            (Subject.HEALTH, add, "record_problem"),
            (Subject.MIND, add, "record_problem"),
        ],
    )


@require_safe
@network_door
def examinations(here: Here) -> HttpResponse:
    """The list of examinations, planned and done."""
    found = _opened(here, Subject.RESULTS)
    after = place(here)
    key = {"network": here.network, "about": found.member}
    planned = [] if after else lines.planned_examinations(**key)
    done = lines.past_examinations(**key, after=after)
    return _page(
        here,
        found,
        title=_("Onderzoeken"),
        subjects=(Subject.RESULTS,),
        groups=[
            _group(here, _("Gepland"), planned, shown.examination),
            _group(here, _("Gedaan"), done[:PAGE], shown.examination),
        ],
        older=_older(found, done),
        adds=[
            (Subject.RESULTS, _("Onderzoek plannen"), "plan_examination"),
            (Subject.RESULTS, _("Gedaan onderzoek opschrijven"), "record_examination"),
        ],
    )


def _opened(here: Here, *subjects: Subject) -> Whose:
    """Whose list this is; raises NotHere where this heading does not exist for who looks."""
    found = whose(here)
    if not exists_for(here, found.member, *subjects):
        raise NotHere()
    return found


def _group(here: Here, title: str, rows: Rows, show: Show, found: Whose | None = None) -> Group:
    name = title % {"name": found.client.given_name} if found else title
    return Group(name, [show(here.seat, row) for row in rows])


def _older(found: Whose, rows: Rows) -> str:
    """The address of what comes after the fiftieth line, or empty."""
    if len(rows) <= PAGE:
        return ""
    last = rows[PAGE - 1]
    words = {"after": last["item_id"], "on": last.get("on_date") or ""}
    about = {"about": found.member} if found.several else {}
    return "?" + urlencode({name: value for name, value in (words | about).items() if value})


def _page(
    here: Here,
    found: Whose,
    *,
    title: str,
    subjects: tuple[Subject, ...],
    groups: list[Group],
    adds: list[tuple[Subject, str, str]],
    older: str = "",
) -> HttpResponse:
    held = any(reads(here, found.member, subject) for subject in subjects)
    writable = {
        name: label
        for subject, label, name in adds
        if here.seat.may_write(about=found.member, subject=subject)
    }
    return record_page(
        here,
        found,
        "record/lines.html",
        title=title,
        groups=[group for group in groups if group.lines],
        instead=_("Hier staat nog niets.") if held else not_shared(here, found),
        closed=not held,
        older=older,
        may_act=bool(writable),
        adds=[
            Add(label, reverse(name, kwargs={"network_id": here.network}) + found.query)
            for name, label in writable.items()
        ],
    )
