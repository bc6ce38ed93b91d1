"""'Wat is er veranderd': every change in who reads what, newest first, with the words shown then."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_safe

from zorgverband.base.typed import whole_number
from zorgverband.networks.queries import Face, faces, names_of_people
from zorgverband.sharing.circles import CIRCLES
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.sharing.grounds import ground_words
from zorgverband.sharing.models import Change, ChangeWords
from zorgverband.sharing.permission_words import permission_words
from zorgverband.sharing.shown import about_names
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import clock, day_heading, local_day

AT_ONCE = 50
_WORDS = {
    Change.Kind.PERMISSION: gettext_noop("%(name)s: %(permission)s"),
    Change.Kind.OBJECTION: gettext_noop("%(name)s leest niet meer over: %(subject)s."),
    Change.Kind.OBJECTION_ENDED: gettext_noop("%(name)s leest weer over: %(subject)s."),
    Change.Kind.AUDIENCE: gettext_noop("Andere lezers bij een bericht: %(circle)s."),
    Change.Kind.MOVED: gettext_noop("Een bericht ging van %(old)s naar %(new)s."),
}
_ITEM_WORDS = {
    Change.Kind.OBJECTION: gettext_noop("%(name)s leest een bericht niet meer: er is bezwaar."),
    Change.Kind.OBJECTION_ENDED: gettext_noop(
        "Het bezwaar bij een bericht is ingetrokken: %(name)s."
    ),
    Change.Kind.SHARED: gettext_noop("Een bericht is gedeeld met %(name)s."),
    Change.Kind.SHARED_ENDED: gettext_noop("Een bericht is niet meer gedeeld met %(name)s."),
}


@dataclass(frozen=True)
class Told:
    """One change in words."""

    text: str
    about: str
    who: str
    at: str
    shown: list[str]
    item: UUID | None
    href: str


@require_safe
@network_door
def what_changed(here: Here) -> HttpResponse:
    """What the lock shows: to who decides all of it, to others what was changed for them."""
    start = (whole_number(here.request.GET.get("from")) or 0) if here.request.GET else 0
    rows: list[Any] = list(
        Change.objects.filter(network_id=here.network)
        .order_by("-at", "-id")
        .values("id", "kind", "about_id", "subject", "member_id", "item_id", "before", "after",
                "person_id", "ground", "at")[start : start + AT_ONCE + 1]
    )  # fmt: skip
    shown, people = rows[:AT_ONCE], faces(here.network)
    words = dict(
        ChangeWords.objects.filter(change_id__in=[row["id"] for row in shown])
        .values_list("change_id", "words")
    )  # fmt: skip
    names = names_of_people(here.network)
    days = [
        (day_heading(day), [_told(here, row, people, names, words) for row in group])
        for day, group in groupby(shown, key=lambda row: _day(row["at"]))
    ]
    return page(
        here, "privacy/what_changed.html", current="more", people=people, days=days,
        earlier=start + AT_ONCE if len(rows) > AT_ONCE else 0,
    )  # fmt: skip


def _day(moment: datetime) -> Any:
    return local_day(moment)


def _told(
    here: Here,
    row: dict[str, Any],
    people: dict[UUID, Face],
    names: dict[UUID, str],
    words: dict[UUID, str],
) -> Told:
    face = people.get(row["member_id"])
    who = _("%(who)s %(ground)s, %(time)s.") % {
        "who": names.get(row["person_id"], _("Iemand")),
        "ground": ground_words(row["ground"]),
        "time": clock(row["at"]),
    }
    return Told(
        text=_text(row, face.name if face else _("Iemand")),
        about=about_names(here.network, people).get(row["about_id"], ""),
        who=who,
        at=row["at"].isoformat(),
        shown=words.get(row["id"], "").split("\n")[1:],
        item=row["item_id"],
        href=reverse("item", kwargs={"network_id": here.network, "item_id": row["item_id"]})
        if row["item_id"]
        else "",
    )


def _text(row: dict[str, Any], name: str) -> str:
    subject, after = Subject(row["subject"]), row["after"]
    table = _ITEM_WORDS if row["item_id"] and row["kind"] in _ITEM_WORDS else _WORDS
    filled: dict[str, object] = {"name": name, "subject": str(subject.label).lower()}
    match row["kind"]:
        case Change.Kind.PERMISSION:
            filled["permission"] = permission_words(subject, **after)
        case Change.Kind.AUDIENCE:
            filled["circle"] = str(CIRCLES[after["circle"]].label).lower()
        case Change.Kind.MOVED:
            moved = (Subject(row["before"]["subject"]), Subject(after["subject"]))
            filled["old"], filled["new"] = (str(one.label).lower() for one in moved)
    return _(table[row["kind"]]) % filled
