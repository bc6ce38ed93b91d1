"""Asking a professional outside the network, in words that lead to nobody."""

from datetime import timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from zorgverband.base import clock, jobs
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import AlreadyDone, NotHere, Refusal
from zorgverband.base.secret_links import token_hash
from zorgverband.base.viewer import Seat
from zorgverband.networks.functions import label_of
from zorgverband.networks.queries import clients, faces
from zorgverband.people.models import Person

from ..models import OutsideQuestion
from ..outside_link import VALID_DAYS, token_of
from ..recognising import Found, Known, recognised
from .begin_consultation import PROFESSIONAL, ForProfessionals

SEND = "talks.send_outside"
A_DAY, AT_MOST = timedelta(days=1), 10


class NoQuestion(Refusal):
    """Vul in wat u wilt vragen."""


class NoAddress(Refusal):
    """Dit e-mailadres klopt niet. Kijk het na, bijvoorbeeld: naam@voorbeeld.nl."""


class EnoughForToday(Refusal):
    """U stelde vandaag al 10 vragen aan mensen buiten het netwerk. Probeer het morgen weer."""

    status = 429


class LeadsToSomebody(Refusal):
    """In uw tekst staat iets waaraan iemand te herkennen is. Haal dat eerst weg.
    Er is niets verstuurd."""

    def __init__(self, *, found: list[tuple[str, Found]]) -> None:
        """`found`: the form field and what was found in it."""
        super().__init__(field=found[0][0])
        self.found = found


class WithdrawnAlready(AlreadyDone):
    """Deze vraag is al beantwoord of ingetrokken."""


def ask_outside(*, seat: Seat, person: UUID, topic: str, body: str, email: str) -> OutsideQuestion:
    """Keep the question and have its link mailed. Raises ForProfessionals, NoQuestion, NoAddress,
    LeadsToSomebody for what names or may lead to somebody of the network, or EnoughForToday."""
    if seat.side not in PROFESSIONAL:
        raise ForProfessionals()
    if not body.strip() or not topic.strip():
        raise NoQuestion(field="body" if topic.strip() else "topic")
    try:
        validate_email(email.strip())
    except ValidationError as error:
        raise NoAddress(field="email") from error
    must_lead_to_nobody(network=seat.network, fields={"topic": topic, "body": body})
    now = clock.now()
    mine = OutsideQuestion.objects.filter(asker_id=person, created_at__gt=now - A_DAY)
    if mine.count() >= AT_MOST:
        raise EnoughForToday()
    number = new_id()
    row = OutsideQuestion(
        id=number, network_id=seat.network, asker_id=person, asker_member_id=seat.member,
        topic=topic.strip(), body=body.strip(), email=email.strip(), created_at=now,
        token_hash=token_hash(token_of(number)), expires_at=now + timedelta(days=VALID_DAYS),
    )  # fmt: skip
    OutsideQuestion.objects.bulk_create([row])
    jobs.defer(SEND, question=row.id)
    return row


def must_lead_to_nobody(*, network: UUID, fields: dict[str, str]) -> None:
    """Raise LeadsToSomebody when these texts hold a name of this network, or a date, address or number
    of any person."""
    people = faces(network)
    about = {face.person for face in clients(people)}
    rows = Person.objects.filter(presences__network_id=network).distinct().order_by()
    known = [
        Known(given, infix, family, client=one in about)
        for one, given, infix, family in rows.values_list(
            "id", "given_name", "infix", "family_name"
        )
    ]
    # A team of which who asks may not know the name is called what everybody is.
    teams = [face.name for face in people.values() if face.team and face.name != label_of("")]
    found = [
        (field, one) for field, text in fields.items() for one in recognised(text, known, teams)
    ]
    if found:
        raise LeadsToSomebody(found=found)


def withdraw_outside(*, person: UUID, network: UUID, question: UUID) -> None:
    """End the link; from that commit it leads nowhere. Raises NotHere or WithdrawnAlready."""
    mine = OutsideQuestion.objects.filter(network_id=network, asker_id=person, id=question)
    if not mine.exists():
        raise NotHere()
    waiting = mine.filter(answered_at=None, withdrawn_at=None)
    if not waiting.update(withdrawn_at=clock.now(), email=""):
        raise WithdrawnAlready()


def see_answer(*, person: UUID, network: UUID, question: UUID) -> None:
    """Note that its asker saw the answer. Safe to repeat."""
    mine = OutsideQuestion.objects.filter(network_id=network, asker_id=person, id=question)
    mine.filter(answered_at__isnull=False, seen_at=None).update(seen_at=clock.now())
