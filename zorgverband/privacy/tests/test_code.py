"""Each week clients hear the code of their log, on screen and by mail; others do not."""

from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core import mail
from django.urls import reverse

from tests.tampered_world import build
from zorgverband.base.clock import now
from zorgverband.journal.codes import code_at, short_code
from zorgverband.journal.models import Event, Seal
from zorgverband.notifications.actions import deliver
from zorgverband.notifications.models import Delivery
from zorgverband.notifications.sending import send_due
from zorgverband.privacy.actions.tell_code import tell_codes
from zorgverband.privacy.sealing.seal import seal

from .test_who_looked import looked


@pytest.fixture
def sealed(cast: Any, owner: psycopg.Connection[Any], tmp_path: Path) -> str:
    build(owner, folder=tmp_path)
    looked(cast, cast.anouk)
    seal(folder=tmp_path)
    row = Seal.objects.using("owner").get(network_id=cast.network)
    return short_code(bytes(row.digest))


def told(cast: Any) -> list[Event]:
    """Tell everybody, and deliver what is for this network."""
    tell_codes()
    rows = Event.objects.using("owner").filter(network_id=cast.network, verb="log_sealed")
    for row in rows:
        deliver(event=row.id)
    return list(rows)


@pytest.mark.slow
def test_the_client_hears_the_code_and_nobody_else(cast: Any, client_of: Any, sealed: str) -> None:
    events = told(cast)
    assert [event.to_person_id for event in events] == [cast.jannie.person]
    page = client_of(cast.jannie).get(reverse("for_me")).content.decode()
    assert f"Uw code is {sealed}." in page
    assert (
        sealed
        in client_of(cast.jannie).get(reverse("who_looked", args=[cast.network])).content.decode()
    )
    for who in (cast.marijke, cast.hanneke, cast.linda):
        client = client_of(who)
        for address in (reverse("for_me"), reverse("who_looked", args=[cast.network])):
            assert sealed not in client.get(address).content.decode()


def test_the_mail_holds_the_code_and_no_name(
    cast: Any, sealed: str, owner: psycopg.Connection[Any], settings: Any
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail.outbox = []
    told(cast)
    owner.execute("UPDATE notifications_delivery SET due_at = now() - interval '1 hour'"
                  " WHERE person_id = %s", [cast.jannie.person])  # fmt: skip
    assert Delivery.objects.using("owner").filter(person_id=cast.jannie.person).count() == 1
    send_due()
    (sent,) = [one for one in mail.outbox if one.to == [cast.jannie.email]]
    assert f"De code van Wie heeft gekeken is {sealed}." in sent.body
    assert "Jannie" not in str(sent.body) + sent.subject


def test_the_lock_keeps_seals_from_others(cast: Any, entered: Any, sealed: str) -> None:
    with entered(cast.jannie):
        found = code_at(cast.network, now())
        assert found is not None
        assert found[0] == sealed
    for who in (cast.marijke, cast.hanneke, cast.linda, cast.anouk):
        with entered(who):
            assert code_at(cast.network, now()) is None
