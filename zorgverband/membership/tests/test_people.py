"""Mensen: everybody is there, and the social side learns nothing of what care members treat."""

from typing import Any
from uuid import UUID

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from zorgverband.base.ids import new_id

from .doing import at, words


def a_psychiatrist(cast: Cast) -> UUID:
    """Wouter, psychiatrist, with an organisation and a phone number; answers the member."""
    person, member, organisation = new_id(), new_id(), new_id()
    run = cast.owner.execute
    run(
        "INSERT INTO people_organisation (id, name, kind, phone) VALUES (%s, 'GGZ Duin', "
        "'mental_health', '020-5550177')",
        [organisation],
    )
    run(
        "INSERT INTO people_person (id, given_name, infix, family_name, salutation, key) "
        "VALUES (%s, 'Wouter', '', 'Meer', '', '')",
        [person],
    )
    run(
        "INSERT INTO networks_member (id, network_id, person_id, side, coordinator, first_contact, "
        "joined_at) VALUES (%s, %s, %s, 'care', false, false, now() - interval '1 day')",
        [member, cast.network, person],
    )
    run(
        "INSERT INTO networks_role (id, network_id, member_id, function, description, "
        "organisation_id, phone, known) VALUES (%s, %s, %s, 'psychiatrist', '', %s, "
        "'020-5550178', false)",
        [new_id(), cast.network, member, organisation],
    )
    run(
        "INSERT INTO networks_presence (id, network_id, member_id, person_id) "
        "VALUES (%s, %s, %s, %s)",
        [new_id(), cast.network, member, person],
    )
    return member


def a_treating_team(cast: Cast) -> UUID:
    """FACT-team Duin with one nurse in it, not known by nature; answers the member."""
    team, member, organisation = new_id(), new_id(), new_id()
    run = cast.owner.execute
    run(
        "INSERT INTO people_organisation (id, name, kind, phone) VALUES (%s, 'GGZ Duin', "
        "'mental_health', '')",
        [organisation],
    )
    run(
        "INSERT INTO people_team (id, organisation_id, name, phone) "
        "VALUES (%s, %s, 'FACT-team Duin', '')",
        [team, organisation],
    )
    run(
        "INSERT INTO people_teamperson (id, team_id, person_id, function, starts_at) VALUES "
        "(%s, %s, %s, 'mental_health_nurse', now() - interval '1 day')",
        [new_id(), team, cast.other.bart.person if cast.other else None],
    )
    run(
        "INSERT INTO networks_member (id, network_id, team_id, side, coordinator, first_contact, "
        "joined_at) VALUES (%s, %s, %s, 'care', false, false, now() - interval '1 day')",
        [member, cast.network, team],
    )
    run(
        "INSERT INTO networks_role (id, network_id, member_id, function, description, "
        "organisation_id, phone, known) VALUES (%s, %s, %s, 'other_care', 'bemoeizorg', %s, '', "
        "false)",
        [new_id(), cast.network, member, organisation],
    )
    return member


def test_first_contact_and_coordinator_stand_on_top(cast: Cast, client_of: Any) -> None:
    page = words(client_of(cast.jannie).get(at("people", cast)))
    first, then, client = (
        page.index(word) for word in ("Eerste aanspreekpunt", "Hanneke Smit", "Cliënt ")
    )
    assert first < then < client
    assert page.count("Marijke de Wit") == 1


def test_a_team_opens_to_its_people_of_this_moment(cast: Cast, client_of: Any) -> None:
    before = words(client_of(cast.jannie).get(at("people", cast)))
    assert "Wie zijn dat nu? 2 mensen" in before
    cast.owner.execute(
        "UPDATE people_teamperson SET ends_at = now() WHERE person_id = %s", [cast.sanne.person]
    )
    after = words(client_of(cast.jannie).get(at("people", cast)))
    assert "Fatima El Amrani" in after
    assert "Sanne Mulder" not in after


def test_the_municipality_does_not_learn_that_a_psychiatrist_takes_part(
    cast: Cast, client_of: Any
) -> None:
    member = a_psychiatrist(cast)
    for page in (at("people", cast), at("member", cast, member_id=member)):
        shown = words(client_of(cast.linda).get(page))
        assert "Wouter Meer" in shown
        for secret in ("psychiater", "GGZ", "5550178"):
            assert secret not in shown
        # The control: who is in care does see it.
        assert "psychiater" in words(client_of(cast.anouk).get(page))


def test_the_municipality_does_not_learn_the_name_of_a_treating_team(
    cast: Cast, client_of: Any
) -> None:
    member = a_treating_team(cast)
    for page in (at("people", cast), at("member", cast, member_id=member)):
        shown = client_of(cast.linda).get(page).content.decode()
        for secret in ("FACT", ">FD<", "GGZ", "bemoeizorg", "psychiatrisch", "Bart Kuiper"):
            assert secret not in shown
        assert "FACT-team Duin" in words(client_of(cast.jannie).get(page))


def test_the_home_care_team_is_known_by_nature(cast: Cast, client_of: Any) -> None:
    shown = words(client_of(cast.linda).get(at("people", cast)))
    assert "Team Duinrijk-Noord" in shown
    assert "Fatima El Amrani" in shown


def test_who_left_stands_under_deden_eerder_mee(cast: Cast, client_of: Any) -> None:
    assert "Deden eerder mee" not in words(client_of(cast.jannie).get(at("people", cast)))
    cast.end(cast.joost)
    page = words(client_of(cast.jannie).get(at("people", cast)))
    assert page.index("Deden eerder mee") < page.index("Joost van Dam")


def test_a_member_of_another_network_is_not_here(cast: Cast, client_of: Any) -> None:
    assert cast.other
    client = client_of(cast.jannie)
    there = client.get(at("member", cast, member_id=cast.other.henk.member))
    nowhere = client.get(at("member", cast, member_id=new_id()))
    assert (there.status_code, nowhere.status_code) == (404, 404)
    assert there.content == nowhere.content


def test_the_page_costs_the_same_however_many_people(cast: Cast, client_of: Any) -> None:
    client = client_of(cast.jannie)
    client.get(at("people", cast))

    def statements() -> int:
        with CaptureQueriesContext(connection) as found:
            client.get(at("people", cast))
        return sum(one["sql"] not in ("BEGIN", "COMMIT") for one in found.captured_queries)

    before = statements()
    for _ in range(3):
        a_psychiatrist(cast)
    assert statements() == before <= 12
