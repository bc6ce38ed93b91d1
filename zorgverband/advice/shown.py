"""An advice as a line of a list."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from zorgverband.base.viewer import Seat
from zorgverband.networks.queries import Face
from zorgverband.record.shown import Shown, code_words, href_of, sentence
from zorgverband.ui.dates import full_date

from .wording import advice_words, period_words

ATC = "http://www.whocc.no/atc"


def show_advice(
    row: Mapping[str, Any], *, seat: Seat, person: UUID, people: Mapping[UUID, Face]
) -> Shown:
    """The advice in a sentence, who gave it and for how long; and a way to change one that runs."""
    runs = row["ended_at"] is None
    mine = row["item__author_id"] == person
    may = mine or seat.may_write(about=row["about_id"], subject=row["item__subject"])
    at = {"network_id": seat.network, "item_id": row["item_id"]}
    ended = "" if runs else _("gestopt op %(day)s") % {"day": full_date(row["ended_at"])}
    return Shown(
        id=row["item_id"],
        title=advice_words(row),
        detail=sentence(by_words(row, people), period_words(row), ended),
        href=href_of(seat.network, row["item_id"]),
        code=code_words(seat, {"code": row["code"], "code_system": ATC}),
        act=_("Stoppen") if runs and may else "",
        act_href=reverse("end_advice", kwargs=at) if runs and may else "",
    )


def by_words(row: Mapping[str, Any], people: Mapping[UUID, Face]) -> str:
    """'volgens Anouk Visser, huisarts'; empty when nobody is named."""
    face = people.get(row["by_member_id"]) if row["by_member_id"] else None
    if face is None:
        name = row["by_name"]
    else:
        name = f"{face.name} ({face.function})" if face.function else face.name
    return _("volgens %(name)s") % {"name": name} if name else ""
