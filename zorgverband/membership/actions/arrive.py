"""Somebody new: the person, and the account with which they sign in."""

from datetime import date
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from zorgverband.base.ids import new_id
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import enter
from zorgverband.people.models import Account, Person, Personal


class WeakPassword(Refusal):
    """Kies een ander wachtwoord van minstens 10 tekens. Neem niet alleen cijfers, en geen woord
    dat veel mensen kiezen."""


class NoName(Refusal):
    """Vul een voornaam en een achternaam in."""


def arrive(
    *,
    given_name: str,
    family_name: str,
    infix: str = "",
    salutation: str = "",
    birth_date: date | None = None,
    email: str = "",
    password: str = "",
    key: str = "",
) -> UUID:
    """Make a person and, with an e-mail address, their account; answer the person's id.

    From here until the next `enter` it is this person who is looking. Without a password nobody
    can sign in with the account until it is reset. Raises NoName, or WeakPassword.
    """
    if not given_name.strip() or not family_name.strip():
        raise NoName(field="given_name")
    person = new_id()
    account = Account(person_id=person, email=email.strip(), welcomed_at=None)
    _set_password(account, password)
    enter(person=person)
    Person.objects.bulk_create(
        [
            Person(
                id=person,
                given_name=given_name.strip(),
                infix=infix.strip(),
                family_name=family_name.strip(),
                salutation=salutation,
                key=key,
            )
        ]
    )
    Personal.objects.bulk_create([Personal(person_id=person, birth_date=birth_date)])
    if account.email:
        Account.objects.bulk_create([account])
    return person


def _set_password(account: Account, password: str) -> None:
    if not password:
        account.set_unusable_password()
        return
    try:
        validate_password(password)
    except ValidationError as error:
        raise WeakPassword(field="password") from error
    account.set_password(password)
