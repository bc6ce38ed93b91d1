"""Asking somebody to work for the organisation here: a link by mail, and a code by another way."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from zorgverband.base import clock, jobs
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import AlreadyDone
from zorgverband.base.secret_links import token_hash
from zorgverband.membership.actions.arrive import NoName
from zorgverband.membership.actions.invite import AlreadyInvited, BadEmail
from zorgverband.membership.tokens import VALID_DAYS, code_hash, code_of, token_of
from zorgverband.networks.functions import FUNCTIONS
from zorgverband.networks.models import Side

from ..models import WorkInvitation
from .take_turns import NoTurnFunction

SEND_WORK = "organisations.send_work_invitation"


class WorkInvitationEnded(AlreadyDone):
    """Deze uitnodiging geldt niet meer."""


@dataclass(frozen=True)
class Wanted:
    """Who is asked, as filled in."""

    given_name: str = ""
    infix: str = ""
    family_name: str = ""
    email: str = ""
    function: str = ""


def invite_colleague(*, organisation: UUID, person: UUID, wanted: Wanted) -> tuple[UUID, str]:
    """Send an invitation; answer its id and the code, which is kept nowhere. Whether the address has
    an account already is not told. Raises NoName, BadEmail, NoTurnFunction or AlreadyInvited."""
    _check(organisation, wanted)
    invitation, now = new_id(), clock.now()
    expires = now + timedelta(days=VALID_DAYS)
    hashed, code = token_hash(token_of(invitation)), code_of(invitation, expires)
    row = WorkInvitation(
        id=invitation,
        organisation_id=organisation,
        given_name=wanted.given_name.strip(),
        infix=wanted.infix.strip(),
        family_name=wanted.family_name.strip(),
        email=wanted.email.strip(),
        function=wanted.function,
        invited_by_id=person,
        created_at=now,
        expires_at=expires,
        token_hash=hashed,
        code_hash=code_hash(hashed, code),
    )
    WorkInvitation.objects.bulk_create([row])
    jobs.defer(SEND_WORK, invitation=invitation)
    return invitation, code


def _check(organisation: UUID, wanted: Wanted) -> None:
    if not wanted.given_name.strip() or not wanted.family_name.strip():
        raise NoName(field="given_name")
    try:
        validate_email(wanted.email.strip())
    except ValidationError as error:
        raise BadEmail(field="email") from error
    known = FUNCTIONS.get(wanted.function)
    if known is None or not {Side.CARE, Side.SOCIAL} & set(known.sides):
        raise NoTurnFunction(field="function")
    waiting = WorkInvitation.objects.filter(
        organisation_id=organisation,
        email__iexact=wanted.email.strip(),
        ended_at=None,
        expires_at__gt=clock.now(),
    )
    if waiting.exists():
        raise AlreadyInvited(field="email")


def withdraw_work(*, organisation: UUID, invitation: UUID) -> None:
    """End an invitation nobody answered yet; its address is forgotten. Raises WorkInvitationEnded."""
    ended = WorkInvitation.objects.filter(
        organisation_id=organisation, id=invitation, ended_at=None
    ).update(ended_at=clock.now(), ending=WorkInvitation.Ending.WITHDRAWN, email="")
    if not ended:
        raise WorkInvitationEnded()
