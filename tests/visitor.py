"""Looking as somebody: with a signed-in test client, or straight under the locks."""

import re
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import transaction
from django.test import Client

from zorgverband.base.viewer import Viewer, enter
from zorgverband.people.models import Account

METHODS = "account_authentication_methods"
_TOKEN = re.compile(r'(zv-csrf" content|csrfmiddlewaretoken" value)="\w+"')


def signed_in(person: UUID, *, by: str = "mfa", proven: float = 0, **options: Any) -> Client:
    """A test client signed in with this person's account; options go to Django's Client.

    `by` is how they proved themselves (allauth's word: "password" is a weak session), `proven` how
    many seconds ago.
    """
    client = Client(**options)
    account = Account.objects.get(person_id=person)
    client.force_login(account, "allauth.account.auth_backends.AuthenticationBackend")
    prove(client, account, by=by, at=time.time() - proven)
    return client


def prove(client: Client, account: Account, *, by: str, at: float) -> None:
    """Write in the client's session that this account proved itself: how and when."""
    session = client.session
    session[METHODS] = [{"method": by, "at": at}]
    session[METHODS + "_user"] = str(account.pk)
    session.save()


def with_second_factor(client: Client) -> Client:
    """The same client, signed in by its own doing, as if a second factor was used too."""
    account = Account.objects.get(pk=client.session["_auth_user_id"])
    prove(client, account, by="mfa", at=time.time())
    return client


@contextmanager
def inside(person: UUID, networks: Sequence[UUID]) -> Iterator[Viewer]:
    """Within this block the locks give what this person may see in these networks."""
    with transaction.atomic():
        yield enter(person=person, networks=networks)


def text(answer: Any) -> str:
    """What an answer holds, without its tokens against forged requests: those differ each time, and
    once in some thousand times their letters spell what a test says is not there."""
    return _TOKEN.sub(r'\1=""', answer.content.decode())
