"""Inviting one person into a compartment: only who is named there sees that they were asked, and later
that they take part."""

from datetime import timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from zorgverband.base import clock, jobs, joining
from zorgverband.base.refusals import AlreadyDone, Refusal
from zorgverband.base.secret_links import token_hash
from zorgverband.base.viewer import Seat
from zorgverband.membership.actions.arrive import NoName
from zorgverband.membership.actions.invite import SEND, BadEmail, Wish
from zorgverband.membership.checks import must_fit
from zorgverband.membership.models import Invitation
from zorgverband.membership.tokens import VALID_DAYS, code_hash, code_of, token_of
from zorgverband.networks.functions import FUNCTIONS
from zorgverband.people.models import Account, Organisation

from ..queries import open_compartment
from .make_compartment import PROFESSIONAL


class TakesPartAlready(Refusal):
    """Deze persoon doet al mee in dit netwerk. Kies deze persoon bij wie er al meedoet."""


class InvitedInside(Refusal):
    """Dit e-mailadres heeft al een uitnodiging voor deze ruimte."""


class NoKnownOrganisation(Refusal):
    """Deze organisatie kennen wij nog niet. Kijk de naam na, of vraag de organisatie om een team te
    maken."""


class NotForWork(Refusal):
    """Kies wat deze persoon voor werk doet. Familie en buren horen niet in deze ruimte."""


class AnsweredInside(AlreadyDone):
    """Deze uitnodiging wacht niet meer op antwoord."""


def invite_inside(*, seat: Seat, person: UUID, compartment: UUID, wish: Wish) -> tuple[UUID, str]:
    """Send an invitation for a seat inside; answers its number and the code to tell by another way.
    Nothing of it is seen by who is not named. Raises NotHere, CompartmentClosed, NoName, BadEmail,
    NotForWork, NoKnownOrganisation, TakesPartAlready, InvitedInside, or what `must_fit` raises."""
    open_compartment(network=seat.network, id=compartment)
    _check(seat, compartment, wish)
    organisation, kind = _organisation(wish.organisation.strip())
    if wish.side not in PROFESSIONAL:
        raise NotForWork(field="function")
    must_fit(side=wish.side, function=wish.function, kind=kind)
    now = clock.now()
    made = Invitation(
        network_id=seat.network, compartment=compartment, side=wish.side, function=wish.function,
        organisation_id=organisation, organisation_kind=kind,
        known=FUNCTIONS[wish.function].known_by_nature, given_name=wish.given_name.strip(),
        infix=wish.infix.strip(), family_name=wish.family_name.strip(), email=wish.email.strip(),
        permissions=[], invited_by_id=person, created_at=now,
    )  # fmt: skip
    Invitation.objects.bulk_create([made])
    expires = now + timedelta(days=VALID_DAYS)
    code, hashed = code_of(made.id, expires), token_hash(token_of(made.id))
    Invitation.objects.filter(id=made.id).update(
        confirmed_at=now, expires_at=expires, token_hash=hashed, code_hash=code_hash(hashed, code)
    )
    jobs.defer(SEND, invitation=made.id)
    return made.id, code


def _check(seat: Seat, compartment: UUID, wish: Wish) -> None:
    if not wish.given_name.strip() or not wish.family_name.strip():
        raise NoName(field="given_name")
    email = wish.email.strip()
    try:
        validate_email(email)
    except ValidationError as error:
        raise BadEmail(field="email") from error
    known = Account.objects.filter(email__iexact=email).values_list("person_id", flat=True).first()
    if known and known in {somebody for _member, somebody in joining.seated(seat.network)}:
        raise TakesPartAlready(field="email")
    waiting = Invitation.objects.filter(
        compartment=compartment, email__iexact=email, ended_at=None, expires_at__gt=clock.now()
    )
    if waiting.exists():
        raise InvitedInside(field="email")


def _organisation(name: str) -> tuple[UUID | None, str]:
    if not name:
        return None, ""
    found = Organisation.objects.filter(name__iexact=name).order_by("id")
    row = found.values_list("id", "kind").first()
    # A new organisation would stand in the directory for all to see.
    if row is None:
        raise NoKnownOrganisation(field="organisation")
    return row[0], row[1]


def withdraw_inside(*, compartment: UUID, invitation: UUID) -> None:
    """End an invitation nobody answered yet; its address is forgotten. Raises AnsweredInside."""
    ended = Invitation.objects.filter(id=invitation, compartment=compartment, ended_at=None).update(
        ended_at=clock.now(), ending=Invitation.Ending.WITHDRAWN, email=""
    )
    if not ended:
        raise AnsweredInside()
