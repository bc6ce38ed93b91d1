"""Two worlds that differ only in what is medical are, to the byte, the same for the social side."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.cast import Somebody
from tests.doors.answers import answered
from tests.doors.browsers import Browsers
from tests.push_service import Phone, push_service
from tests.rows import put
from tests.visitor import inside
from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.bottlenecks.looking import look as look_for_bottlenecks
from zorgverband.notifications.pushing import push_due
from zorgverband.notifications.sending import send_due
from zorgverband.sharing.models import Attachment

from .medical import Care
from .scene import Scene, before, leading
from .sight import Sight, look, requests

ONE_ITEM = ("item", "readers", "versions", "edit")


def same(first: Sight, second: Sight) -> None:
    """Both are equal; else the first differences, with where."""
    found = first.differences(second)
    assert not found, "\n".join(found[:30])


@pytest.fixture
def scene(owner: Any, settings: Any, tmp_path: Path) -> Scene:
    settings.EMAIL_BACKEND = "zorgverband.notifications.sink.Sink"
    settings.MAIL_SINK = tmp_path
    return before(owner)


@pytest.fixture
def phones(scene: Scene, owner: Any, settings: Any) -> Iterator[dict[str, Phone]]:
    """On which somebody of each side gets messages too."""
    with push_service() as service:
        settings.PUSH_TRUSTED = [service.address]
        found = {"linda": service.phone(), "hanneke": service.phone()}
        cast = scene.cast
        rows = [found[name].row(cast.people[name].person) for name in found]
        put(owner, {"notifications_pushaddress": rows})
        yield found


@pytest.mark.slow
@pytest.mark.parametrize("leads", [
    pytest.param(False, id="as a member"),
    pytest.param(True, id="coordinating and deciding", marks=pytest.mark.slow),
])  # fmt: skip
def test_whatever_is_medical_changes_nothing_for_the_social_side(
    scene: Scene, phones: dict[str, Phone], owner: Any, leads: bool, tmp_path: Path
) -> None:
    if leads:
        leading(scene, owner)
    care, linda = Care(scene, owner, medical_pages_only=leads), scene.cast.linda
    client, asked, at = Browsers().of(linda), requests(scene), clock.now()
    assert find(care, at) > 2
    told = mails_to(linda, tmp_path)
    assert told == leads
    first = look(linda, client, asked, at=at, seed=1)
    same(first, look(linda, client, asked, at=at, seed=2))
    made = care.everything()
    assert find(care, at) > 0
    for seed in (3, 4):
        same(first, look(linda, client, asked, at=at, seed=seed))
    assert len(made) > 25
    assert not_there(scene, client, made) > 4 * 25
    assert not_told(scene, owner) > 35
    with clock.at(noon(clock.now() + timedelta(days=8))):
        send_due()
        push_due()
    assert phones["hanneke"].messages()
    assert len(phones["linda"].messages()) == told
    mails = "".join(mail.read_text() for mail in tmp_path.iterdir())
    assert scene.cast.hanneke.email in mails
    assert mails_to(linda, tmp_path) == told


def mails_to(who: Somebody, sink: Path) -> int:
    """How many mails left for somebody."""
    return sum(who.email in mail.read_text() for mail in sink.iterdir())


def find(care: Care, at: datetime) -> int:
    """Let the detector look three weeks later, when much was left undone, and have told what it tells
    (who coordinates, in one mail when the quiet hours are over); how much it found."""
    with clock.at(at + timedelta(days=21)):
        found = look_for_bottlenecks(networks=[care.world.network]).opened
        care.run_jobs()
    with clock.at(noon(at + timedelta(days=29))):
        send_due()
        push_due()
    return found


def noon(moment: datetime) -> datetime:
    """Twelve o'clock of this day, when nobody wants quiet."""
    return moment.astimezone(clock.HOME).replace(hour=12)


def not_there(scene: Scene, client: Client, made: list[UUID]) -> int:
    """The address of each of these answers what the address of nothing answers; how many."""
    files = Attachment.objects.using("owner").filter(item_id__in=made).values_list("id", flat=True)
    assert files

    def addresses() -> Iterator[tuple[str, dict[str, UUID]]]:
        yield from ((name, {"item_id": item}) for item in made for name in ONE_ITEM)
        yield from (("agreement", {"agreement_id": item}) for item in made)
        yield from (("visit_next", {"visit_id": item}) for item in made)
        yield from ((name, {"file_id": one}) for one in files for name in ("file", "small_picture"))

    nothing, count = {}, 0
    for name, parts in addresses():
        here = {"network_id": scene.network}
        if name not in nothing:
            nowhere = reverse(name, kwargs=here | dict.fromkeys(parts, new_id()))
            nothing[name] = answered(client.get(nowhere))
        assert answered(client.get(reverse(name, kwargs=here | parts))) == nothing[name], name
        count += 1
    return count


def not_told(scene: Scene, owner: Any) -> int:
    """Nobody of the social side hears of an event about what is medical, nor does an open page of
    theirs stir; how many events."""
    events = [row[0] for row in owner.execute(
        "SELECT e.id FROM journal_event e JOIN sharing_item i ON i.id = e.item_id"
        " WHERE e.network_id = %s AND i.subject <= 5", [scene.network])]  # fmt: skip
    with inside(scene.cast.linda.person, [scene.network]), connection.cursor() as cursor:
        for event in events:
            cursor.execute("SELECT person_id FROM privacy.hearers(%s)", [event])
            assert scene.cast.linda.person not in {row[0] for row in cursor.fetchall()}
        cursor.execute("SELECT people, membership FROM privacy.stirred(%s)", [events])
        for people, membership in cursor.fetchall():
            assert scene.cast.linda.person not in people
            assert not membership
    return len(events)


@pytest.mark.slow
def test_who_of_a_team_writes_for_the_first_time_and_only_medically_stays_unknown(
    scene: Scene, owner: Any
) -> None:
    care, linda = Care(scene, owner), scene.cast.linda
    client, asked, at = Browsers().of(linda), requests(scene), clock.now()
    first = look(linda, client, asked, at=at)
    care.first_time()
    same(first, look(linda, client, asked, at=at))
