"""Handing a network to a substitute: for some days, by dated facts, without widening any reading."""

from datetime import timedelta
from typing import Any

import psycopg
import pytest
from django.db import DatabaseError
from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.agreements.tests.asking import asked
from zorgverband.base import clock
from zorgverband.bottlenecks.models import Bottleneck
from zorgverband.bottlenecks.tests.test_desk import DESK, here, late
from zorgverband.bottlenecks.tests.test_found import look_at
from zorgverband.networks.models import Substitute
from zorgverband.sharing.subjects import Subject


def named(cast: Cast, client_of: Any, who: Somebody, *, first: int = 0, last: int = 7) -> Any:
    """Hanneke has somebody look after her network."""
    days = {name: (clock.today() + timedelta(days=days)).isoformat()
            for name, days in (("first", first), ("last", last))}  # fmt: skip
    address = reverse("substitute", args=[cast.network])
    typed = {"key": f"{who.name}{first}{last}", "member": str(who.member), **days}
    return client_of(cast.hanneke).post(address, typed)


def readable(cast: Cast, who: Somebody) -> set[Any]:
    with inside(who.person, [cast.network]):
        from zorgverband.sharing.models import Item

        return set(Item.objects.values_list("id", flat=True))


def test_the_substitute_has_it_on_the_desk_and_reads_no_more_than_before(
    cast: Cast, client_of: Any
) -> None:
    one = late(cast)
    cast.owner.execute("UPDATE bottlenecks_bottleneck SET owner_id = %s WHERE id = %s",
                       [cast.hanneke.member, one.id])  # fmt: skip
    linda, before = client_of(cast.linda), readable(cast, cast.linda)
    assert linda.get(DESK).status_code == 404
    assert named(cast, client_of, cast.linda).status_code == 302
    assert readable(cast, cast.linda) == before
    desk = linda.get(DESK).content.decode()
    assert "Linda Kok neemt waar voor coördinator Hanneke Smit" in desk
    shown = one.facts[0] in before
    assert (here(cast, "bottleneck", one) in desk) == shown
    assert "Linda Kok neemt waar" in client_of(cast.hanneke).get(DESK).content.decode()
    for name in ("people", "who_decides"):
        page = client_of(cast.jannie).get(reverse(name, args=[cast.network])).content.decode()
        assert "Linda Kok neemt waar voor coördinator Hanneke Smit, tot en met" in page


def test_nobody_substitutes_for_a_coordinator_who_left(cast: Cast, client_of: Any) -> None:
    assert named(cast, client_of, cast.linda).status_code == 302
    cast.end(cast.hanneke)
    linda = client_of(cast.linda)
    assert linda.get(DESK).status_code == 404
    page = linda.get(reverse("people", args=[cast.network])).content.decode()
    assert "neemt waar" not in page, "as little as on the desk"


def test_what_comes_to_the_coordinator_comes_to_the_substitute_who_handles_it(
    cast: Cast, client_of: Any
) -> None:
    named(cast, client_of, cast.fatima, last=30)
    one = late(cast)
    look_at(cast, 10)
    one.refresh_from_db(using="owner")
    assert one.owner_id == cast.fatima.member
    fatima = client_of(cast.fatima)
    address = here(cast, "snooze_bottleneck", one)
    until = (clock.today() + timedelta(days=5)).isoformat()
    assert fatima.post(address, {"key": "s", "until": until, "back": "desk"}).status_code == 302
    # It gives nothing else of what a coordinator may.
    assert fatima.get(reverse("invite", args=[cast.network])).status_code == 403
    with inside(cast.fatima.person, [cast.network]) as viewer:
        assert not viewer.seat(cast.network).coordinator


def test_what_the_substitute_may_not_see_goes_on_along_the_ladder(
    cast: Cast, client_of: Any
) -> None:
    named(cast, client_of, cast.linda, last=60)
    late(cast, Subject.HEALTH)
    look_at(cast, 8)
    look_at(cast, 15)
    row = Bottleneck.objects.using("owner").get(network=cast.network, kind="agreement_overdue")
    assert row.owner_id not in (cast.linda.member, cast.hanneke.member, None)
    assert "Afspraak te laat" not in client_of(cast.linda).get(DESK).content.decode()


def test_it_begins_and_ends_by_itself_and_by_a_button(cast: Cast, client_of: Any) -> None:
    named(cast, client_of, cast.fatima, first=2, last=4)
    fatima = client_of(cast.fatima)
    assert fatima.get(DESK).status_code == 404
    for day, status in ((1, 404), (3, 200), (5, 404)):
        cast.owner.execute(
            "UPDATE networks_substitute SET starts_at = now() + (2 - %s) * interval '1 day',"
            " ends_at = now() + (5 - %s) * interval '1 day' WHERE network_id = %s",
            [day, day, cast.network],
        )
        assert fatima.get(DESK).status_code == status, day
    named(cast, client_of, cast.fatima)
    assert fatima.get(DESK).status_code == 200
    row = Substitute.objects.using("owner").filter(network=cast.network).latest("ends_at")
    address = reverse("end_substitute", args=[cast.network, row.id])
    assert client_of(cast.marijke).post(address, {"key": "m"}).status_code == 403
    assert fatima.post(address, {"key": "f"}).status_code == 302
    assert fatima.get(DESK).status_code == 404


@pytest.mark.parametrize(("name", "first", "last", "words"), [
    ("marijke", 0, 3, "Kies een hulpverlener"),
    ("hanneke", 0, 3, "Kies een hulpverlener"),
    ("fatima", -1, 3, "Kies een begin vanaf vandaag"),
    ("fatima", 3, 1, "Kies een begin vanaf vandaag"),
    ("fatima", 0, 200, "Kies een begin vanaf vandaag"),
])  # fmt: skip
def test_what_cannot_be_is_refused(
    cast: Cast, client_of: Any, name: str, first: int, last: int, words: str
) -> None:
    answer = named(cast, client_of, cast.people[name], first=first, last=last)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Substitute.objects.using("owner").filter(network=cast.network).exists()


def test_only_the_coordinator_names_one_and_not_two_at_once(cast: Cast, client_of: Any) -> None:
    address = reverse("substitute", args=[cast.network])
    for who in (cast.marijke, cast.jannie, cast.linda):
        assert client_of(who).get(address).status_code == 403
    assert named(cast, client_of, cast.fatima).status_code == 302
    assert named(cast, client_of, cast.anouk, first=3, last=5).status_code == 409
    # The lock has the word, whatever the program asks.
    row = {"network_id": cast.network, "coordinator_id": cast.hanneke.member, "starts_at": clock.now(),
           "ends_at": clock.now() + timedelta(days=1)}  # fmt: skip
    for who, substitute, by in (
        (cast.fatima, cast.anouk, cast.fatima), (cast.hanneke, cast.marijke, cast.hanneke),
        (cast.hanneke, cast.anouk, cast.fatima),
    ):  # fmt: skip
        with pytest.raises((DatabaseError, psycopg.Error)), inside(who.person, [cast.network]):
            Substitute.objects.bulk_create(
                [Substitute(**row, substitute_id=substitute.member, named_by_id=by.person)]
            )
    assert asked(cast, cast.marijke, cast.joost, Subject.HOME)


def test_who_coordinates_beyond_the_first_page_of_networks_comes_to_the_desk_too(
    cast: Cast, client_of: Any
) -> None:
    hanneke = client_of(cast.hanneke)
    assert hanneke.get(reverse("networks")).status_code == 200
    other = cast.other
    assert other is not None
    cast.owner.execute(
        "INSERT INTO networks_member (id, network_id, person_id, side, coordinator, first_contact,"
        " joined_at) SELECT gen_random_uuid(), %s, %s, 'care', true, false, now()",
        [other.network, cast.hanneke.person],
    )
    answer = hanneke.get(reverse("networks"))
    assert (answer.status_code, answer.headers.get("Location")) == (302, DESK)
    assert hanneke.get(reverse("networks") + "?alle=1").status_code == 200
