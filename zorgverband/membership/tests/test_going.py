"""Leaving, being taken out or kept out, and the roles there is one of."""

from typing import Any

import pytest
from django.db import connection

from tests.cast import Cast
from tests.visitor import with_second_factor
from zorgverband.networks.models import Member, Role

from .doing import at, confirm, events, invited, joined, send, words


def left(cast: Cast, name: str) -> bool:
    row = cast.owner.execute(
        "SELECT left_at IS NOT NULL FROM networks_member WHERE id = %s", [cast.people[name].member]
    ).fetchone()
    return bool(row and row[0])


def test_who_is_taken_out_gets_a_404_on_the_very_next_request(cast: Cast, client_of: Any) -> None:
    joost = client_of(cast.joost)
    assert joost.get(at("news", cast)).status_code == 200
    leader, address = client_of(cast.jannie), at("remove", cast, member_id=cast.joost.member)
    assert "Joost leest vanaf dat moment niets meer" in words(leader.get(address))
    assert joost.get(at("news", cast)).status_code == 200
    assert confirm(leader, address).status_code == 302
    for page in ("news", "people", "write", "today"):
        assert joost.get(at(page, cast)).status_code == 404
    assert events(cast, "removed") == [(cast.jannie.person, cast.joost.member, None)]
    assert client_of(cast.anouk).get(at("news", cast)).status_code == 200


@pytest.mark.parametrize("who", ["ria", "fatima", "marijke", "linda"])
def test_others_cannot_take_anybody_out(who: str, cast: Cast, client_of: Any) -> None:
    address = at("remove", cast, member_id=cast.joost.member)
    client = client_of(cast.people[who])
    assert client.get(address).status_code == 403
    assert confirm(client, address).status_code == 403
    assert not left(cast, "joost")


def test_the_coordinator_cannot_take_out_the_client(cast: Cast, client_of: Any) -> None:
    address = at("remove", cast, member_id=cast.jannie.member)
    answer = confirm(client_of(cast.hanneke), address)
    assert answer.status_code == 403
    assert not left(cast, "jannie")


def test_the_last_client_cannot_leave(cast: Cast, client_of: Any) -> None:
    answer = confirm(client_of(cast.jannie), at("leave_network", cast))
    assert answer.status_code == 422
    assert "Dan beslist niemand meer" in words(answer)
    assert not left(cast, "jannie")


def test_who_represents_the_client_alone_is_not_taken_out(cast: Cast, client_of: Any) -> None:
    address = at("remove", cast, member_id=cast.marijke.member)
    cast.owner.execute(
        "INSERT INTO networks_control (id, network_id, client_id, state, ground, starts_at) "
        "VALUES (gen_random_uuid(), %s, %s, 'represented', '', now() - interval '1 day')",
        [cast.network, cast.jannie.member],
    )
    cast.owner.execute(
        "INSERT INTO networks_representation (id, network_id, client_id, representative_id, ground, "
        "document, subjects, starts_at) VALUES (gen_random_uuid(), %s, %s, %s, 'mentorship', '', "
        "'{1,2}', now() - interval '1 day')",
        [cast.network, cast.jannie.member, cast.marijke.member],
    )
    answer = confirm(client_of(cast.hanneke), address)
    assert "Dan beslist niemand meer" in words(answer)
    cast.owner.execute("DELETE FROM networks_control WHERE network_id = %s", [cast.network])
    assert confirm(client_of(cast.hanneke), address).status_code == 302


def test_leaving_ends_everything_at_once_and_what_one_wrote_stays(
    cast: Cast, client_of: Any
) -> None:
    from zorgverband.sharing.subjects import Subject

    cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.peter, body="Gras gemaaid.")
    peter = client_of(cast.peter)
    assert "niets meer van dit netwerk" in words(peter.get(at("leave_network", cast)))
    assert confirm(peter, at("leave_network", cast)).headers["Location"] == "/"
    assert peter.get(at("news", cast)).status_code == 404
    assert "Gras gemaaid." in words(client_of(cast.jannie).get(at("news", cast)))
    assert events(cast, "left") == [(cast.peter.person, cast.peter.member, None)]


def test_leaving_as_coordinator_warns(cast: Cast, client_of: Any) -> None:
    assert "U bent de coördinator" in words(client_of(cast.hanneke).get(at("leave_network", cast)))
    assert "U bent de coördinator" not in words(client_of(cast.ria).get(at("leave_network", cast)))


def test_who_is_in_by_a_team_does_not_take_the_team_away(cast: Cast, client_of: Any) -> None:
    answer = confirm(client_of(cast.fatima), at("leave_network", cast))
    assert "U doet mee met uw team" in words(answer)
    assert not left(cast, "sanne")


def test_one_person_of_a_team_is_kept_out_and_let_in_again(cast: Cast, client_of: Any) -> None:
    fatima, sanne, leader = (client_of(cast.people[who]) for who in ("fatima", "sanne", "jannie"))
    where = {"member_id": cast.fatima.member, "person_id": cast.fatima.person}
    assert "ook niet via een team" in words(leader.get(at("exclude", cast, **where)))
    assert confirm(leader, at("exclude", cast, **where)).status_code == 302
    assert fatima.get(at("news", cast)).status_code == 404
    assert sanne.get(at("news", cast)).status_code == 200
    shown = words(sanne.get(at("people", cast)))
    assert "Fatima" not in shown
    assert "Doet niet mee in dit netwerk" in words(leader.get(at("people", cast)))
    send(leader, at("readmit", cast, person_id=cast.fatima.person))
    assert fatima.get(at("news", cast)).status_code == 200


@pytest.mark.parametrize("who", ["sanne", "ria", "linda"])
def test_others_keep_nobody_out(who: str, cast: Cast, client_of: Any) -> None:
    where = {"member_id": cast.fatima.member, "person_id": cast.fatima.person}
    assert confirm(client_of(cast.people[who]), at("exclude", cast, **where)).status_code == 403
    assert client_of(cast.fatima).get(at("news", cast)).status_code == 200


def test_there_is_one_coordinator_and_one_first_contact(cast: Cast, client_of: Any) -> None:
    leader = client_of(cast.hanneke)
    page = words(leader.get(at("make_coordinator", cast, member_id=cast.anouk.member)))
    assert "Nu is dat Hanneke Smit" in page
    confirm(leader, at("make_coordinator", cast, member_id=cast.anouk.member))
    confirm(client_of(cast.anouk), at("make_first_contact", cast, member_id=cast.fatima.member))
    there = Member.objects.using("owner").filter(network_id=cast.network)
    assert list(there.filter(coordinator=True).values_list("id", flat=True)) == [cast.anouk.member]
    assert list(there.filter(first_contact=True).values_list("id", flat=True)) == [
        cast.fatima.member
    ]
    assert leader.get(at("invite", cast)).status_code == 403


def test_a_client_who_left_and_coordinated_once_is_in_nobodys_way(
    cast: Cast, client_of: Any
) -> None:
    cast.owner.execute(
        "UPDATE networks_member SET side = 'client', coordinator = true, left_at = now() "
        "WHERE id = %s",
        [cast.peter.member],
    )
    address = at("make_coordinator", cast, member_id=cast.anouk.member)
    assert confirm(client_of(cast.hanneke), address).status_code == 302
    there = Member.objects.using("owner").filter(network_id=cast.network, coordinator=True)
    assert [one.id for one in there] == [cast.anouk.member]


def test_a_team_or_a_client_is_no_coordinator(cast: Cast, client_of: Any) -> None:
    for member in (cast.fatima.member, cast.jannie.member):
        answer = confirm(client_of(cast.hanneke), at("make_coordinator", cast, member_id=member))
        assert "De coördinator is één persoon" in words(answer)


@pytest.mark.parametrize("who", ["fatima", "ria", "linda"])
def test_others_choose_no_coordinator(who: str, cast: Cast, client_of: Any) -> None:
    for name in ("make_coordinator", "make_first_contact"):
        address = at(name, cast, member_id=cast.anouk.member)
        assert send(client_of(cast.people[who]), address).status_code == 403


def test_the_lock_keeps_a_member_from_making_themselves_coordinator(
    cast: Cast, entered: Any
) -> None:
    with pytest.raises(Exception, match="chosen by who leads"), entered(cast.ria):
        Member.objects.filter(id=cast.ria.member).update(coordinator=True)
    with entered(cast.hanneke):
        assert Member.objects.filter(id=cast.ria.member).update(first_contact=True) == 1


def test_the_lock_keeps_a_coordinator_from_ending_a_client(cast: Cast, entered: Any) -> None:
    with pytest.raises(Exception, match="taken out by who decides"), entered(cast.hanneke):
        Member.objects.filter(id=cast.jannie.member).update(left_at="2026-01-01T00:00Z")


def test_the_lock_lets_no_insurer_in(cast: Cast, entered: Any) -> None:
    from zorgverband.base.ids import new_id

    insurer = new_id()
    cast.owner.execute(
        "INSERT INTO people_organisation (id, name, kind, phone) "
        "VALUES (%s, 'Zilver', 'insurer', '')",
        [insurer],
    )
    with pytest.raises(Exception, match="permission denied"), entered(cast.hanneke):
        Role.objects.bulk_create(
            [
                Role(
                    network_id=cast.network, member_id=cast.ria.member, function="other_care",
                    organisation_id=insurer,
                )
            ]
        )  # fmt: skip
    connection.close()


def test_somebody_who_just_joined_can_be_taken_out_and_asked_again(
    cast: Cast, client_of: Any
) -> None:
    leader = client_of(cast.jannie)
    invitation = invited(leader, cast)
    newcomer = with_second_factor(joined(invitation))
    ((_person, member, _to),) = events(cast, "joined")
    confirm(leader, at("remove", cast, member_id=member))
    assert newcomer.get(at("today", cast)).status_code == 404
    again = invited(leader, cast, email=invitation.email)
    send(newcomer, again.link, code=again.code)
    assert send(newcomer, again.link + "ja/").status_code == 302
    assert newcomer.get(at("people", cast)).status_code == 200
