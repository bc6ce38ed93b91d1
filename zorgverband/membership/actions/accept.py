"""Accepting an invitation: from here somebody takes part."""

from dataclasses import dataclass
from uuid import UUID

from zorgverband.base import clock, joining
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import enter
from zorgverband.journal.actions import record
from zorgverband.people.models import Account

from .arrive import arrive


class NoLongerValid(Refusal):
    """Deze uitnodiging geldt niet meer. Vraag om een nieuwe aan degene die u uitnodigde."""

    status = 410


class NotThisAccount(Refusal):
    """Deze uitnodiging hoort bij een ander e-mailadres. Log uit, en log in met het adres waarop u de
    uitnodiging kreeg."""

    status = 403


class SignInFirst(Refusal):
    """U hebt al een account. Log eerst in."""

    status = 403


class NotWelcome(Refusal):
    """U kunt in dit netwerk niet meedoen. Bel degene die u uitnodigde."""

    status = 403


@dataclass(frozen=True)
class Arrival:
    """Who comes in new: the name others will see, and the password chosen."""

    given_name: str
    infix: str
    family_name: str
    password: str


def accept(
    *, token: str, code: str, person: UUID | None, arrival: Arrival | None, phone: str = ""
) -> tuple[UUID, UUID]:
    """Take the seat this invitation offers, in one transaction, and answer (person, network).

    `token` and `code` are hashes. `person` is who is signed in; else `arrival` makes somebody new
    with the invited address. Accepting again changes nothing. Raises NoLongerValid, SignInFirst,
    NotThisAccount, NotWelcome, NoName, WeakPassword or SecondFactorFirst.
    """
    if person is not None:
        enter(person=person)
    offer = joining.look_at_invitation(token=token, code=code)
    if offer["state"] == "mine" and person:
        return person, UUID(offer["network"])
    if offer["state"] != "open":
        raise NoLongerValid()
    person = _who(offer["email"], person, arrival)
    done = joining.accept_invitation(
        token=token, code=code, member=new_id(), phone=phone.strip()[:40], at=clock.now()
    )
    if done["state"] == "excluded":
        raise NotWelcome()
    network = UUID(done["network"])
    if done["new"]:
        # Who works here takes part with a second factor only, also in saying yes.
        enter(person=person, networks=[network]).seat(network)
    if done["new"] and not done.get("inside"):
        record(verb="joined", network=network, person=person, member=UUID(done["member"]))
    return person, network


def _who(email: str, person: UUID | None, arrival: Arrival | None) -> UUID:
    owner = Account.objects.filter(email__iexact=email).values_list("person_id", flat=True).first()
    if person is not None:
        if owner not in (None, person):
            raise NotThisAccount()
        return person
    if owner is not None or arrival is None:
        raise SignInFirst()
    return arrive(
        given_name=arrival.given_name,
        infix=arrival.infix,
        family_name=arrival.family_name,
        email=email,
        password=arrival.password,
    )
