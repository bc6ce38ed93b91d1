"""Asking to correct, remove or restrict an item that is one's own, or of whom one represents."""

from uuid import UUID

from zorgverband.base import clock, requesting
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import AlreadyDone, NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.actions import note_presence
from zorgverband.sharing.circles import OWN
from zorgverband.sharing.models import Item
from zorgverband.sharing.queries import item as readable_item
from zorgverband.sharing.subjects import Subject

from ..models import Act, Request, State
from ..terms import MONTHS, months_later

KIND = "request"


class NotAboutYou(NotYours):
    """Dit bericht gaat niet over u. Alleen de cliënt kan dit vragen, of wie namens de cliënt beslist."""


class NobodyAnswers(Refusal):
    """Niemand anders die hier werkt, kan dit bericht nu lezen. Vraag de coördinator om hulp."""


class SayWhat(Refusal):
    """Schrijf op wat er niet klopt en hoe het wel moet zijn."""


class AskedAlready(AlreadyDone):
    """Dit is al gevraagd, en er is nog geen antwoord."""


def ask_request(*, seat: Seat, person: UUID, of_item: UUID, act: Act, words: str) -> Request:
    """Register a request with its term of a month, for the one who must answer it. A restriction
    holds at once, until it is decided.

    Raises NotHere, NotAboutYou, NobodyAnswers, SayWhat for a correction without words, or
    AskedAlready.
    """
    about, subject, answerer = _checked(seat, of_item, act, words)
    item = _header(seat, person, about, subject, answerer, act, words)
    note_presence(seat=seat, person=person, medical=subject.medical)
    Item.objects.bulk_create([item])
    row = Request(
        item=item,
        network_id=seat.network,
        of_item_id=of_item,
        act=act,
        answerer_id=answerer,
        due_on=months_later(clock.today(), MONTHS),
    )
    Request.objects.bulk_create([row])
    if act == Act.RESTRICT:
        requesting.restrict_item(item.id)
    record(verb="requested", network=seat.network, person=person, item=item.id)
    return row


def _checked(seat: Seat, of_item: UUID, act: Act, words: str) -> tuple[UUID, Subject, UUID]:
    """About whom and what it is, and who must answer; raises what `ask_request` raises."""
    target = readable_item(network=seat.network, id=of_item)
    about, subject = target["about_id"], Subject(target["subject"])
    if target["kind"] == KIND or not requesting.is_theirs(
        network=seat.network, about=about, subject=subject
    ):
        raise NotAboutYou()
    if act == Act.CORRECT and not words.strip():
        raise SayWhat(field="words")
    answerer = requesting.answerer(of_item)
    if answerer is None:
        raise NobodyAnswers()
    if Request.objects.filter(of_item_id=of_item, act=act, state=State.OPEN).exists():
        raise AskedAlready()
    return about, subject, answerer


def _header(
    seat: Seat, person: UUID, about: UUID, subject: Subject, answerer: UUID, act: Act, words: str
) -> Item:
    """The item that says who reads the request: as what it is about, and only who answers."""
    moment = clock.now()
    return Item(
        id=new_id(),
        network_id=seat.network,
        about_id=about,
        subject=subject,
        kind=KIND,
        author_id=person,
        author_member_id=seat.member,
        created_at=moment,
        happened_at=moment,
        audience=[answerer],
        allowed=[answerer],
        circle=OWN,
        title=str(act.label),
        body=words.strip(),
        in_news=False,
    )
