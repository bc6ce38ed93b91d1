"""The words of a message that was taken back: once more in the composer, kept in the session for one
look."""

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict

from zorgverband.people.sessions import FOR_LATER

from .doors import Here

_KEPT = "written_again"


def keep_words(here: Here, header: Mapping[str, Any]) -> None:
    """Keep what was written, about whom, and for whom, until the composer is opened. Only of a plain
    message: what stood in a closed compartment never goes where others read."""
    if header["kind"] != "note" or header["compartment_id"] is not None:
        return
    here.request.session[_KEPT] = {
        "network": str(here.network), "title": header["title"], "body": header["body"],
        "about": str(header["about_id"]), "subject": str(header["subject"]),
        "circle": header["circle"], "member": [str(one) for one in header["audience"] or ()],
    }  # fmt: skip


def words_again(here: Here) -> QueryDict | None:
    """What was taken back in this network, once, as a form would send it; None for nothing. A page that
    a device fetches to keep takes nothing along."""
    if FOR_LATER in here.request.headers:
        return None
    kept = here.request.session.pop(_KEPT, {})
    if kept.pop("network", "") != str(here.network):
        return None
    data = QueryDict(mutable=True)
    for name, value in kept.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data
