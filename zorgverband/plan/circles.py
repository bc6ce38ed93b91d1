"""Who stands around the clients, in circles: what each does and when one last heard of them, as read.

Everything rests on what the reader may read: open agreements, the last of the news and visits that
were noted as done.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zorgverband.agenda.models import VisitChange
from zorgverband.agreements.agreed import Agreed
from zorgverband.agreements.queries import open_agreements
from zorgverband.agreements.shown import ShownAgreement, show_agreements
from zorgverband.base import clock, reading
from zorgverband.base.viewer import Seat
from zorgverband.membership.queries import GROUPS
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face
from zorgverband.ui.dates import short_date

# As far as the page looks back: a picture of now costs the same in a dossier of years.
LAST_MESSAGES = 200
LOOKS_BACK = timedelta(days=92)
RECENT = timedelta(days=30)


@dataclass(frozen=True)
class Contact:
    """When somebody last wrote or came, and the item that says so."""

    at: datetime
    item: UUID
    came: bool


@dataclass(frozen=True)
class Around:
    """One member in a circle."""

    face: Face
    does: Sequence[ShownAgreement]
    contact: Contact | None

    @property
    def recent(self) -> bool:
        """Whether something was heard of them in the last month."""
        return self.contact is not None and clock.now() - self.contact.at <= RECENT

    @property
    def last(self) -> str:
        """'Schreef op 19 november', or ''."""
        if self.contact is None:
            return ""
        words = _("Was er op %(day)s") if self.contact.came else _("Schreef op %(day)s")
        return words % {"day": short_date(self.contact.at)}

    @property
    def facts(self) -> list[str]:
        """How much they do and when they were last heard of, in a few words for the drawing."""
        count = len(self.does)
        does = ngettext("%(num)s afspraak", "%(num)s afspraken", count) % {"num": count}
        return [
            *([does] if count else []),
            *([short_date(self.contact.at)] if self.contact else []),
        ]


@dataclass(frozen=True)
class Circle:
    """Everybody of one side, in the order of joining; first contact and coordinator first."""

    side: str
    title: str
    members: Sequence[Around]


def circles(*, seat: Seat, people: dict[UUID, Face]) -> list[Circle]:
    """The clients, then the circles around them from near to far; empty ones are left out. Three
    statements, however many people there are."""
    doing: dict[UUID, list[Agreed]] = {}
    for one in open_agreements(seat.network):
        doing.setdefault(one.executor, []).append(one)
    contacts = last_contacts(seat.network)
    return [
        circle
        for side, title in GROUPS
        if (circle := _circle(side, str(title), seat, people, doing, contacts)).members
    ]


def _circle(
    side: str,
    title: str,
    seat: Seat,
    people: dict[UUID, Face],
    doing: dict[UUID, list[Agreed]],
    contacts: dict[UUID, Contact],
) -> Circle:
    there = [face for face in people.values() if face.side == side and face.active]
    there.sort(key=lambda face: (not face.first_contact, not face.coordinator))
    members = [
        Around(
            face=face,
            does=show_agreements(doing.get(face.member, ()), seat=seat, people=people, names={}),
            contact=contacts.get(face.member),
        )
        for face in there
    ]
    return Circle(side, title, members)


def last_contacts(network: UUID) -> dict[UUID, Contact]:
    """By member: when they last wrote in the news or had been there, as far as the viewer reads it."""
    found: dict[UUID, Contact] = {}
    news = reading.timeline(
        network=network, subject=None, author=None, about=None, before=None,
        limit=LAST_MESSAGES, fields=("id", "author_member_id", "happened_at"),
    )  # fmt: skip
    for row in news:
        found.setdefault(row["author_member_id"], Contact(row["happened_at"], row["id"], False))
    visits = (
        VisitChange.objects.filter(
            network_id=network, cancelled=False, been_at__gte=clock.now() - LOOKS_BACK
        )
        .order_by("been_at")
        .values_list(F("item__visit__who_id"), "been_at", "item_id")
    )
    for member, at, item in visits:
        if member not in found or found[member].at <= at:
            found[member] = Contact(at, item, True)
    return found


def told(found: Sequence[Circle]) -> str:
    """What the drawing shows, in one sentence: who is in the middle, and how many in each circle."""
    middle = [one.face.name for circle in found if circle.side == Side.CLIENT
              for one in circle.members]  # fmt: skip
    around = [
        _("%(circle)s: %(count)s") % {"circle": circle.title, "count": len(circle.members)}
        for circle in found
        if circle.side != Side.CLIENT
    ]
    return _("In het midden: %(names)s. Daaromheen: %(circles)s.") % {
        "names": ", ".join(middle),
        "circles": ", ".join(around),
    }
