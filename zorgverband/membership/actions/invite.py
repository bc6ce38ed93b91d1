"""Inviting somebody: first a draft, of which the effect is shown; then the mail and the code."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from zorgverband.base import clock, jobs
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import AlreadyDone, NotHere, NotYours, Refusal
from zorgverband.base.secret_links import token_hash
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.functions import FUNCTIONS
from zorgverband.people.models import Account, Organisation

from ..announce import announce_kind
from ..checks import clients_to_ask, must_fit, must_invite, must_lead, must_let_in
from ..grants import grants_for
from ..kinds import REFUSED
from ..models import Invitation
from ..tokens import VALID_DAYS, code_hash, code_of, token_of
from .admit import must_be_new
from .arrive import NoName

SEND = "membership.send_invitation"


class BadEmail(Refusal):
    """Dit e-mailadres klopt niet. Kijk het na, bijvoorbeeld: naam@voorbeeld.nl."""


class AlreadyInvited(Refusal):
    """Dit e-mailadres heeft al een uitnodiging. U kunt die opnieuw sturen bij Mensen."""


class UnknownOrganisation(Refusal):
    """Deze organisatie kennen wij nog niet. Kies wat voor organisatie het is."""


class SentAlready(AlreadyDone):
    """Deze uitnodiging is al verstuurd. U vindt die bij Mensen."""


class ClientFirst(NotYours):
    """De cliënt krijgt hulp bij beslissen. Leg de uitnodiging eerst voor aan de cliënt."""


@dataclass(frozen=True)
class Wish:
    """Whom somebody wants to invite, as filled in."""

    side: str = ""
    function: str = ""
    given_name: str = ""
    infix: str = ""
    family_name: str = ""
    email: str = ""
    description: str = ""
    organisation: str = ""
    kind: str = ""


def draft(*, seat: Seat, person: UUID, wish: Wish) -> Invitation:
    """Keep a draft of an invitation; nobody hears of it and nobody gets anything by it.

    Drafts this person made before in this network are dropped. Raises MayNotInvite, NoName,
    BadEmail, UnknownOrganisation, AlreadyIn, AlreadyInvited, or what `must_fit` raises.
    """
    must_invite(seat)
    must_let_in(seat, wish.side)
    organisation, kind = _organisation(wish)
    must_fit(side=wish.side, function=wish.function, kind=kind)
    _check_person(seat.network, wish)
    Invitation.objects.filter(
        network_id=seat.network, invited_by_id=person, confirmed_at=None, put_at=None
    ).delete()
    made = Invitation(
        network_id=seat.network,
        side=wish.side,
        function=wish.function,
        description=wish.description.strip(),
        organisation_id=organisation,
        organisation_name="" if organisation else wish.organisation.strip(),
        organisation_kind=kind,
        known=FUNCTIONS[wish.function].known_by_nature,
        given_name=wish.given_name.strip(),
        infix=wish.infix.strip(),
        family_name=wish.family_name.strip(),
        email=wish.email.strip(),
        permissions=[grant.packed() for grant in grants_for(wish.side, wish.function)],
        invited_by_id=person,
        created_at=clock.now(),
    )
    Invitation.objects.bulk_create([made])
    return made


def _organisation(wish: Wish) -> tuple[UUID | None, str]:
    """The organisation meant, and its kind; a name we do not know needs a kind. What we know of an
    organisation goes before what somebody fills in about it."""
    name = wish.organisation.strip()
    if not name:
        return None, wish.kind if wish.kind in REFUSED else ""
    found = Organisation.objects.filter(name__iexact=name).order_by("id")
    known = list(found.values_list("id", "kind"))
    if known:
        return next((one for one in known if one[1] == wish.kind), known[0])
    if wish.kind not in Organisation.Kind.values:
        raise UnknownOrganisation(field="kind")
    return None, wish.kind


def _check_person(network: UUID, wish: Wish) -> None:
    if not wish.given_name.strip() or not wish.family_name.strip():
        raise NoName(field="given_name")
    email = wish.email.strip()
    try:
        validate_email(email)
    except ValidationError as error:
        raise BadEmail(field="email") from error
    known = Account.objects.filter(email__iexact=email).values_list("person_id", flat=True).first()
    must_be_new(network=network, person=known, team=None)
    waiting = Invitation.objects.filter(
        network_id=network, email__iexact=email, ended_at=None, expires_at__gt=clock.now()
    )
    if waiting.exclude(confirmed_at=None).exists():
        raise AlreadyInvited(field="email")


def send(*, seat: Seat, person: UUID, invitation: UUID) -> str:
    """Confirm a draft: the mail leaves, and the code to be told by another channel is answered;
    it is kept nowhere. The clients hear of a new kind of organisation now, before it reads
    anything. Whose invitation it was, it is the viewer's from here, who lets this person in. Raises
    MayNotInvite, ClientFirst, NotHere, or SentAlready."""
    must_lead(seat)
    if clients_to_ask(seat):
        raise ClientFirst()
    row = (
        Invitation.objects.filter(network_id=seat.network, id=invitation)
        .values("prepared_by_id", "organisation_id", "organisation_name", "organisation_kind")
        .first()
    )
    if row is None:
        raise NotHere()
    now = clock.now()
    expires = now + timedelta(days=VALID_DAYS)
    code, hashed = code_of(invitation, expires), token_hash(token_of(invitation))
    sent = Invitation.objects.filter(id=invitation, confirmed_at=None, ended_at=None).update(
        confirmed_at=now,
        invited_by_id=person,
        expires_at=expires,
        token_hash=hashed,
        code_hash=code_hash(hashed, code),
        organisation_id=row["organisation_id"]
        or _new_organisation(row["organisation_name"], row["organisation_kind"]),
    )
    if not sent:
        raise SentAlready()
    announce_kind(seat=seat, person=person, kind=row["organisation_kind"])
    record(verb="invited", network=seat.network, person=person, to_person=person)
    if row["prepared_by_id"] not in (None, person):
        record(verb="invitation_agreed", network=seat.network, person=person,
               to_person=row["prepared_by_id"])  # fmt: skip
    jobs.defer(SEND, invitation=invitation)
    return code


def _new_organisation(name: str, kind: str) -> UUID | None:
    if not name:
        return None
    made = Organisation(id=new_id(), name=name, kind=kind)
    Organisation.objects.bulk_create([made])
    return made.id
