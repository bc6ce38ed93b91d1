"""Choosing the item in which the result of an examination stands."""

from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base.refusals import NotHere
from zorgverband.sharing.doors import Here
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import full_date

from ...forms import Field
from ..entry import typed

RESULT, LATEST = "result", 15
_KINDS = ("document", "report", "measurement", "note")


def result_field(here: Here, about: UUID) -> list[Field]:
    """The newest results and documents to choose from; no field when there are none."""
    rows = (
        Item.objects.filter(network_id=here.network, about_id=about, kind__in=_KINDS)
        .filter(subject__in=(Subject.RESULTS, Subject.HEALTH))
        .order_by("-happened_at", "-id")
        .values_list("id", "title", "body", "happened_at")[:LATEST]
    )
    options = [
        (str(id), f"{full_date(at)}: {(title or body)[:60]}") for id, title, body, at in rows
    ]
    for id, _words in options:
        here.touch("R", UUID(id))
    if not options:
        return []
    label = _("Staat de uitslag al in het dossier?")
    return [Field(RESULT, label, "select", typed(here, RESULT),
                  options=[("", _("Nee, of dat weet ik niet")), *options])]  # fmt: skip


def chosen_result(here: Here) -> UUID | None:
    """The item that was chosen; raises NotHere for what was never offered."""
    asked = here.request.POST.get(RESULT, "")
    try:
        return UUID(asked) if asked else None
    except ValueError:
        raise NotHere() from None
