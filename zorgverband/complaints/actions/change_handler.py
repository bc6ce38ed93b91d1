"""Choosing somebody else to handle a question or complaint, while it runs."""

from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base import clock, complaining
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.models import Reply
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.sentences import kept_words

from ..choosing import Place, handlers
from ..queries import Case, case
from ..terms import receipt_by
from .complain import ChooseHandler, unread_by_who_it_is_against
from .going_on import EndedNow, NotYourWords


def others_for(found: Case, *, seat: Seat, person: UUID, people: dict[UUID, Face]) -> list[Face]:
    """Who may handle it besides who does now, for who wrote it."""
    place = Place(found.about, Subject(found.subject), "", "")
    fit = handlers(seat, person, people, place, found.against)
    return [one for one in fit if one.member != found.handler]


def change_handler(*, seat: Seat, person: UUID, complaint: UUID, handler: UUID | None) -> None:
    """Let another handle it: by who wrote it alone, because it decides who reads their words. Who
    handled it reads nothing of it any more from that moment, nor what was opened for it; it is said
    in the conversation; the new handler is told and says anew that it was received. The term for the
    answer stays.

    Raises NotHere, NotYourWords, EndedNow when it is answered or over, ChooseHandler or TheyWouldRead.
    """
    found = case(network=seat.network, id=complaint)
    if found.author != person:
        raise NotYourWords()
    if not found.runs or found.answered_at:
        raise EndedNow()
    people = faces(seat.network)
    if handler not in {
        one.member for one in others_for(found, seat=seat, person=person, people=people)
    }:
        raise ChooseHandler(field="handler")
    assert handler is not None
    place = Place(found.about, Subject(found.subject), "", "")
    unread_by_who_it_is_against(seat, person, place, found.against, handler)
    receipt = receipt_by(clock.today())
    if not complaining.change_handler(complaint=complaint, handler=handler, receipt_by=receipt):
        raise EndedNow()
    _said(seat, person, complaint, people, found.handler, handler)
    record(verb="complained", network=seat.network, person=person, item=complaint)


def _said(
    seat: Seat, person: UUID, complaint: UUID, people: dict[UUID, Face], old: UUID, new: UUID
) -> None:
    """Where everybody who reads it sees it."""
    with kept_words():
        names = {
            key: people[one].name if one in people else _("zorgverlener")
            for key, one in (("old", old), ("new", new))
        }
        words = _("Vanaf nu helpt %(new)s verder, in plaats van %(old)s.") % names
    row = Reply(
        network_id=seat.network, item_id=complaint, author_id=person,
        author_member_id=seat.member, created_at=clock.now(), body=words,
    )  # fmt: skip
    Reply.objects.bulk_create([row])
