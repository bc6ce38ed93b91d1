"""The list of advice: what holds now, and what held before."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zorgverband.record.shown import Shown
from zorgverband.record.views.about import Whose, place, record_page, whose
from zorgverband.record.views.lists import Add, Group
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.forms import writable_subjects

from ..queries import PAGE, Rows, advice_before, advice_now
from ..shown import show_advice


@require_GET
@network_door
def advice(here: Here) -> HttpResponse:
    """What is advised, about one client and their household."""
    found, after = whose(here), place(here)
    key = {"network": here.network, "about": found.member}
    now = [] if after else advice_now(**key)
    before = advice_before(**key, after=after.id if after else None)
    groups = [
        Group(_("Geldt nu"), _lines(here, found, now)),
        Group(_("Geldt niet meer"), _lines(here, found, before[:PAGE])),
    ]
    may = bool(writable_subjects(here.seat, found.member))
    at = reverse("give_advice", kwargs={"network_id": here.network}) + found.query
    return record_page(
        here, found, "record/lines.html", title=_("Adviezen"), may_act=True, closed=False,
        groups=[group for group in groups if group.lines],
        instead=_("Er is nog geen advies. Schrijf er een op, of maak er een van een bericht."),
        older=_older(found, before), adds=[Add(_("Advies opschrijven"), at)] if may else [],
    )  # fmt: skip


def _lines(here: Here, found: Whose, rows: Rows) -> list[Shown]:
    return [
        show_advice(row, seat=here.seat, person=here.person, people=found.people) for row in rows
    ]


def _older(found: Whose, rows: Rows) -> str:
    if len(rows) <= PAGE:
        return ""
    words: dict[str, UUID] = {"after": rows[PAGE - 1]["item_id"]}
    return "?" + urlencode(words | ({"about": found.member} if found.several else {}))
