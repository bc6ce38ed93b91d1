"""The newest measurement of each kind."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zorgverband.base.refusals import NotHere
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.subjects import Subject

from ..kinds import KINDS
from ..queries import measurements as queries
from .about import Whose, exists_for, not_shared, reads, record_page, whose
from .lists import Add, Group
from .overview import measurement_line


@require_safe
@network_door
def measurements(here: Here) -> HttpResponse:
    """The newest measurement of each kind."""
    found = opened(here)
    rows = queries.latest(network=here.network, about=found.member)
    parts = queries.parts_of([row["item_id"] for row in rows if row["value"] is None])
    held = reads(here, found.member, Subject.RESULTS)
    lines = [measurement_line(here, row, parts.get(row["item_id"], [])) for row in rows]
    return record_page(
        here,
        found,
        "record/lines.html",
        title=_("Metingen"),
        groups=[Group("", lines)] if lines else [],
        instead=_("Hier staat nog niets.") if held else not_shared(here, found),
        closed=not held,
        older="",
        may_act=False,
        adds=adds(here, found),
    )


def opened(here: Here) -> Whose:
    """Whose measurements these are; raises NotHere where the heading does not exist."""
    found = whose(here)
    if not exists_for(here, found.member, Subject.RESULTS):
        raise NotHere()
    return found


def adds(here: Here, found: Whose, code: str = "") -> list[Add]:
    """The button to add a measurement, of the kind with this code, for who may write."""
    if not here.seat.may_write(about=found.member, subject=Subject.RESULTS):
        return []
    about = {"about": found.member} if found.several else {}
    kind = next((kind.key for kind in KINDS.values() if kind.code == code and code), "")
    query = urlencode(about | ({"kind": kind} if kind else {}))
    address = reverse("record_measurement", kwargs={"network_id": here.network})
    return [Add(_("Meting toevoegen"), f"{address}?{query}" if query else address)]
