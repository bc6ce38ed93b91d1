"""What a page shows of taking along: about whom one may, and what is ready."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.base.taking import Takes
from zorgverband.networks.queries import Face
from zorgverband.sharing.subjects import Subject

from .models import OFFERED, Taking

ALL = 65534


@dataclass(frozen=True)
class Choice:
    """Somebody whose record one may take along, with what is in it."""

    about: UUID
    label: str
    hint: str


@dataclass(frozen=True)
class Offered:
    """An archive of the last day: from when, for how long, and whether it is there yet."""

    id: UUID
    label: str
    asked_at: datetime
    until: datetime
    ready: bool


def choices(takes: Sequence[Takes], people: dict[UUID, Face], mine: UUID) -> list[Choice]:
    """About whom somebody may take a record along: clients first, then themselves as a carer."""
    found = [
        Choice(one.about, _label(one, people, mine), _hint(one, people))
        for one in takes
        if one.about in people
    ]
    return sorted(found, key=lambda one: people[one.about].side != "client")


def _label(one: Takes, people: dict[UUID, Face], mine: UUID) -> str:
    if one.about != mine:
        return _("Het dossier van %(name)s") % {"name": people[one.about].name}
    if people[mine].side == "client":
        return _("Mijn dossier")
    return _("Wat over mij als mantelzorger gaat")


def _hint(one: Takes, people: dict[UUID, Face]) -> str:
    if people[one.about].side != "client":
        return ""
    if one.subjects == ALL:
        return _("Over alle onderwerpen")
    return ", ".join(
        str(subject.label).lower() for subject in Subject if one.subjects >> subject & 1
    )


def offered(person: UUID, network: UUID, people: dict[UUID, Face]) -> list[Offered]:
    """What somebody asked for in the last day, newest first."""
    rows = Taking.objects.filter(
        network_id=network, person_id=person, asked_at__gt=clock.now() - OFFERED, removed_at=None
    ).order_by("-asked_at")
    return [
        Offered(
            id=row.id,
            label=people[row.about_id].name if row.about_id in people else "",
            asked_at=row.asked_at,
            until=row.until,
            ready=not row.large or row.built_at is not None,
        )
        for row in rows[:5]
    ]
