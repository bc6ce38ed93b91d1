"""Whose record a page shows, and what stands there for a subject that is not shared."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from zorgverband.base.refusals import NotHere
from zorgverband.base.typed import day_of, moment_of
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, clients, faces
from zorgverband.sharing.doors import Here
from zorgverband.sharing.frame import page
from zorgverband.sharing.subjects import Subject

from ..queries.lines import After


@dataclass(frozen=True)
class Whose:
    """The client a page is about, and between whom one can choose in this network."""

    client: Face
    several: tuple[Face, ...]
    people: dict[UUID, Face]

    @property
    def member(self) -> UUID:
        """The client as `about`."""
        return self.client.member

    @property
    def query(self) -> str:
        """What an address needs to stay with this client; empty where there is no choice."""
        return f"?about={self.member}" if self.several else ""


def whose(here: Here) -> Whose:
    """The client asked for, or the first; raises NotHere for somebody who is no client here."""
    people = faces(here.network)
    found = [face for face in clients(people) if face.active] or clients(people)
    asked = here.request.POST.get("about") or here.request.GET.get("about", "")
    chosen = [face for face in found if not asked or str(face.member) == asked]
    if not chosen:
        raise NotHere()
    return Whose(chosen[0], tuple(found) if len(found) > 1 else (), people)


def reads(here: Here, about: UUID, subject: Subject) -> bool:
    """Whether the key ring holds this subject; what is shown is decided by the lock alone."""
    keys = here.seat.abouts.get(about)
    return keys is not None and bool(keys.read >> subject & 1)


def not_shared(here: Here, found: Whose) -> str:
    """'Dit is niet met u gedeeld. Vraag het aan ...': per subject, never per item."""
    contact = next(
        (
            face
            for face in found.people.values()
            if face.first_contact and face.active and face.member != here.seat.member
        ),
        found.client,
    )
    return _("Dit is niet met u gedeeld. Vraag het aan %(name)s.") % {"name": contact.name}


def in_need(here: Here, found: Whose) -> str:
    """For care, the way to read in need what is not shared; for others empty."""
    if here.seat.side != Side.CARE:
        return ""
    parts = {"network_id": here.network, "about_id": found.member}
    return reverse("open_emergency", kwargs=parts)


def exists_for(here: Here, about: UUID, *subjects: Subject) -> bool:
    """Whether there is such a heading for this person: the social side has only those in their
    ring, and of the others nothing is said or asked."""
    held = any(reads(here, about, subject) for subject in subjects)
    return held or here.seat.side != Side.SOCIAL


def place(here: Here) -> After | None:
    """The place in a list to go on from, as the address says; None for the beginning."""
    asked = here.request.GET
    try:
        return After(
            id=UUID(asked["after"]),
            on=_day(asked.get("on", "")),
            at=_moment(asked.get("at", "")),
        )
    except (KeyError, ValueError):
        return None


def _day(text: str) -> date | None:
    return day_of(text)


def _moment(text: str) -> datetime | None:
    return moment_of(text)


def record_page(here: Here, found: Whose, template: str, **context: Any) -> HttpResponse:
    """A page of the record in its frame."""
    return page(
        here,
        template,
        current="record",
        people=found.people,
        whose=found,
        in_need=in_need(here, found),
        about_name=found.client.name if found.several else "",
        **context,
    )
