"""Looking as somebody: with a signed-in test client, or straight under the locks."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import transaction
from django.test import Client

from zorgverband.base.viewer import Viewer, enter
from zorgverband.people.models import Account


def signed_in(person: UUID, **options: Any) -> Client:
    """A test client signed in with this person's account; options go to Django's Client."""
    client = Client(**options)
    account = Account.objects.get(person_id=person)
    client.force_login(account, "allauth.account.auth_backends.AuthenticationBackend")
    return client


@contextmanager
def inside(person: UUID, networks: Sequence[UUID]) -> Iterator[Viewer]:
    """Within this block the locks give what this person may see in these networks."""
    with transaction.atomic():
        yield enter(person=person, networks=networks)
