"""What every page on which one writes a message shows and says: who will read it, from whom one may
choose, and what is said once it is posted."""

import hashlib
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zorgverband.base.refusals import Refusal
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, names_of_people

from .circles import CIRCLES, EVERYONE, OWN
from .doors import Here
from .forms import Draft
from .frame import say
from .queries import reasons_if
from .shown import ReaderLine, reader_lines


class ReadersChanged(Refusal):
    """Uw bericht wacht. De groep lezers is veranderd. Kijk wie het nu leest, en verstuur het dan."""

    status = 409


def panel(here: Here, draft: Draft, people: dict[UUID, Face]) -> dict[str, Any]:
    """Who would read this draft, who would not, why, and a mark that changes with the readers."""
    reasons = reasons_if(
        network=here.network,
        about=draft.about,
        subject=draft.subject,
        author=here.person,
        audience=draft.audience(people.values()),
    )
    reading, others = reader_lines(
        reasons, people=people, names=names_of_people(here.network), subject=draft.subject
    )
    members = sorted({line.member.hex for line in reading})
    mark = hashlib.sha256(" ".join(members).encode())
    return {"reading": reading, "others": others, "draft": draft, "why": _why(draft, others),
            "mark": mark.hexdigest()[:16]}  # fmt: skip


def as_written(here: Here, mark: str) -> None:
    """Raise ReadersChanged for what waited on a device while others came to read it than were shown."""
    if here.request.headers.get("X-Waited") == "late" and here.request.POST.get("readers") != mark:
        raise ReadersChanged()


def _why(draft: Draft, others: list[ReaderLine]) -> str:
    if not draft.subject.medical:
        return ""
    social = [line for line in others if line.side == Side.SOCIAL]
    if len(social) == 1:
        return _(
            "%(name)s werkt niet in de zorg. Nieuws over gezondheid mag daar niet naartoe."
        ) % {"name": social[0].name}
    return _("Nieuws over gezondheid gaat alleen naar familie en zorg.")


def may_choose(here: Here, draft: Draft, people: dict[UUID, Face]) -> dict[str, Any]:
    """The circles one may choose for this draft, and the people one may choose oneself."""
    return {
        "circles": [
            circle
            for circle in CIRCLES.values()
            if not (draft.subject.medical and circle.code == EVERYONE) or circle.code == OWN
        ],
        "choosable": [
            face
            for face in people.values()
            if face.active and face.side != Side.CLIENT and face.member != here.seat.member
        ],
    }


def say_posted(here: Here, item: UUID, count: int) -> None:
    """Say how many read it now, with the button to take it back."""
    say(
        here.request,
        ngettext(
            "Geplaatst. %(count)s persoon kan dit lezen.",
            "Geplaatst. %(count)s mensen kunnen dit lezen.",
            count,
        )
        % {"count": count},
        action=_("Terughalen"),
        href=reverse("take_back", kwargs={"network_id": here.network, "item_id": item}),
    )
