"""What the social side knows of who takes part, and who of a team has looked."""

from typing import Any

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.visitor import inside
from zorgverband.networks.queries import faces
from zorgverband.sharing.subjects import Subject

from ..actions import show_role
from ..actions.show_role import MayNotShow, NothingToShow
from .doing import at, send, words


def known_to_linda(cast: Cast, member: Any) -> str:
    """What the municipality reads of this member."""
    with inside(cast.linda.person, [cast.network]):
        return faces(cast.network)[member].described


def show(cast: Cast, who: Any, member: Any, *, shown: bool = True) -> None:
    """Let `who` show what this member does."""
    with inside(who.person, [cast.network]) as viewer:
        show_role(seat=viewer.seat(cast.network), person=who.person, member=member, shown=shown)


def test_a_care_member_is_just_that_to_the_municipality_until_who_decides_shows_it(
    cast: Cast,
) -> None:
    assert known_to_linda(cast, cast.joost.member) == "zorgverlener"
    show(cast, cast.jannie, cast.joost.member)
    assert known_to_linda(cast, cast.joost.member) == "fysiotherapeut, Fysiotherapie Aan Zee"
    show(cast, cast.jannie, cast.joost.member, shown=False)
    assert known_to_linda(cast, cast.joost.member) == "zorgverlener"


@pytest.mark.parametrize("who", ["hanneke", "marijke", "joost", "linda"])
def test_nobody_else_shows_it_the_coordinator_neither(cast: Cast, who: str) -> None:
    with pytest.raises(MayNotShow):
        show(cast, cast.people[who], cast.joost.member)
    assert known_to_linda(cast, cast.joost.member) == "zorgverlener"


def test_what_is_known_by_nature_stays_known(cast: Cast) -> None:
    for member in (cast.anouk.member, cast.fatima.member):
        with pytest.raises(NothingToShow):
            show(cast, cast.jannie, member, shown=False)
        assert known_to_linda(cast, member) != "zorgverlener"


def test_the_page_says_what_it_means_before_it_is_done(cast: Cast, client_of: Any) -> None:
    client = client_of(cast.jannie)
    page = client.get(at("member", cast, member_id=cast.joost.member))
    assert "Zij zien alleen: Joost van Dam, zorgverlener" in words(page)
    address = at("show_role", cast, member_id=cast.joost.member)
    asked = client.get(address)
    assert "fysiotherapeut, Fysiotherapie Aan Zee" in words(asked)
    assert "Berichten over gezondheid lezen zij ook dan niet" in words(asked)
    seen = asked.content.decode().split('name="seen" value="')[1].split('"')[0]
    assert send(client, address, seen=seen, shown="1").status_code == 302
    assert "fysiotherapeut" in known_to_linda(cast, cast.joost.member)
    again = client.get(at("member", cast, member_id=cast.joost.member))
    assert "U liet hen zien" in words(again)


def test_the_client_sees_who_of_a_team_has_looked_and_nobody_else_does(
    cast: Cast, client_of: Any
) -> None:
    cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.anouk)
    client_of(cast.sanne).get(reverse("news", args=[cast.network]))
    team = at("member", cast, member_id=cast.fatima.member)
    page = words(client_of(cast.jannie).get(team))
    assert "Sanne Mulder Keek op 1 dag in de laatste 30 dagen" in page
    assert "Fatima El Amrani Keek" not in page
    for other in (cast.marijke, cast.hanneke, cast.linda):
        assert "Keek op" not in words(client_of(other).get(team))


def test_who_decides_keeps_one_of_a_team_out_and_lets_them_in_again_from_there(
    cast: Cast, client_of: Any
) -> None:
    client = client_of(cast.jannie)
    team = at("member", cast, member_id=cast.fatima.member)
    out = at("exclude", cast, member_id=cast.fatima.member, person_id=cast.sanne.person)
    assert out in client.get(team).content.decode()
    seen = client.get(out).content.decode().split('name="seen" value="')[1].split('"')[0]
    assert send(client, out, seen=seen).status_code == 302
    page = words(client.get(team))
    assert "Doet niet mee en leest niets" in page
    assert "Weer toelaten" in page
    assert client_of(cast.sanne).get(reverse("news", args=[cast.network])).status_code == 404
