"""'In het kort': one patient on one screen, for who has ninety seconds."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zorgverband.agreements.queries import asked_of
from zorgverband.agreements.shown import show_agreements
from zorgverband.base import telling
from zorgverband.base.reading import hanging
from zorgverband.bottlenecks.elsewhere import shown_already
from zorgverband.bottlenecks.queries import handful_with_titles
from zorgverband.bottlenecks.shown import one_shown
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces, names_of_people, short_name
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.sharing.queries import seen_and_unread
from zorgverband.talks.shown import show_questions
from zorgverband.ui.dates import short_date

from ..brief import (
    AT_MOST,
    as_text,
    asked_and_better,
    asking_attention,
    born_words,
    unread_line,
)

# So many other patients are counted, no further; and so many people stand beside the questions.
WAITING, PEOPLE = 40, 7


@require_safe
@network_door
def brief(here: Here) -> HttpResponse:
    """What is asked of me, what changed since I looked last, what I agreed to, whom to call."""
    people, names = faces(here.network), names_of_people(here.network)
    member = here.seat.member
    seen, unread = seen_and_unread(here.network)
    waiting, better, births = asked_and_better(here.network, member=member, since=seen)
    asked = show_questions(waiting, person=here.person, people=people, names=names)
    agreed = show_agreements(
        asked_of(here.network, member),
        seat=here.seat,
        person=here.person,
        people=people,
        names=names,
    )
    attention = asking_attention(
        [
            one_shown(row, seat=here.seat, people=people, titles=row["titles"])
            for row in handful_with_titles(here.network, at_most=AT_MOST)
            if not shown_already(row, [one.id for one in asked])
        ]
    )
    lines = [*better[:2], *attention][: AT_MOST - 1] + unread_line(here.network, unread)
    readers = hanging(network=here.network, items=[one.id for one in asked]) if asked else {}
    born = born_words(births, people)
    return page(
        here, "home/brief.html", current="today", people=people, unread=unread,
        questions=[(one, readers[one.id].readers) for one in asked], lines=lines,
        agreements=agreed, seen=short_date(seen) if seen else "", who=_who(people),
        you=people[member], others=_others(here),
        born=born, text=as_text(short_name(people), born, asked, lines, agreed),
    )  # fmt: skip


def _who(people: dict[UUID, Face]) -> list[tuple[Face, str | None]]:
    """Everybody who takes part besides the clients, whom to call first on top."""
    found = [face for face in people.values() if face.active and face.side != Side.CLIENT]
    found.sort(key=lambda face: (not face.first_contact, not face.coordinator))
    return [
        (face, _("Eerste aanspreekpunt") if face.first_contact
         else _("Coördinator") if face.coordinator else None)
        for face in found[:PEOPLE]
    ]  # fmt: skip


def _others(here: Here) -> list[UUID]:
    """The other networks in which something waits for this person, first where it is due first."""
    found = telling.waiting_networks(limit=WAITING)
    return [network for network in found if network != here.network]
