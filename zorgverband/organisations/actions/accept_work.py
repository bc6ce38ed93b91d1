"""Answering an invitation to work for an organisation."""

from uuid import UUID

from zorgverband.base import working
from zorgverband.base.viewer import enter
from zorgverband.membership.actions.accept import (
    Arrival,
    NoLongerValid,
    NotThisAccount,
    SignInFirst,
)
from zorgverband.membership.actions.arrive import arrive
from zorgverband.people.models import Account


def accept_work(*, token: str, code: str, person: UUID | None, arrival: Arrival | None) -> UUID:
    """Work for this organisation from now on, and answer who it is. It opens no network: that is
    for teams and for who leads a network. `token` and `code` are hashes. `person` is who is signed
    in; else `arrival` makes somebody new with the invited address.

    Raises NoLongerValid, SignInFirst, NotThisAccount, NoName or WeakPassword.
    """
    offer = working.look_at_work(token=token, code=code)
    if offer["state"] != "open":
        raise NoLongerValid()
    owner = Account.objects.filter(email__iexact=offer["email"]).values_list("person_id", flat=True)
    known = owner.first()
    if person is None and (known is not None or arrival is None):
        raise SignInFirst()
    if person is not None and known not in (None, person):
        raise NotThisAccount()
    who = person or _new(offer["email"], arrival)
    enter(person=who)
    if working.accept_work(token=token, code=code) != "accepted":
        raise NoLongerValid()
    return who


def _new(email: str, arrival: Arrival | None) -> UUID:
    assert arrival is not None
    return arrive(
        given_name=arrival.given_name,
        infix=arrival.infix,
        family_name=arrival.family_name,
        email=email,
        password=arrival.password,
    )


def decline_work(*, token: str) -> None:
    """Say no with the link alone. Raises NoLongerValid."""
    if not working.decline_work(token):
        raise NoLongerValid()
