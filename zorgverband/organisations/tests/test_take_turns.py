"""Joining and leaving teams: who is in one reads what it reads, from that commit and no longer."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import Cast
from zorgverband.base import clock
from zorgverband.journal.models import Event
from zorgverband.membership.tests.doing import send, words
from zorgverband.people.models import TeamPerson
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from ..actions import begin_turn, end_turn, make_team
from ..actions.take_turns import InTeamAlready, NoTurnFunction, TurnOver, WrongTurnDates
from .working import employ, home_care, turn_of


def reads(entered: Any, cast: Cast, who: Any) -> bool:
    """Whether this person has a seat in the cast's network and reads something there."""
    with entered(who, cast.network) as viewer:
        return bool(viewer.seats) and Item.objects.exists()


@pytest.fixture
def item(cast: Cast) -> Any:
    """Something the home-care team reads."""
    return cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.anouk)


def test_who_is_put_in_a_team_reads_what_it_reads_and_who_leaves_it_reads_nothing(
    cast: Cast, entered: Any, item: Any
) -> None:
    work, bart = home_care(cast), cast.other.bart  # type: ignore[union-attr]
    employ(cast, work.organisation, bart)
    assert not reads(entered, cast, bart)
    with entered(work.keeper, cast.other.network):  # type: ignore[union-attr]
        turn = begin_turn(organisation=work.organisation, team=work.team, person=bart.person,
                          function="home_carer")  # fmt: skip
    assert reads(entered, cast, bart)
    with entered(work.keeper):
        end_turn(turn=turn)
    assert not reads(entered, cast, bart)
    with entered(work.keeper), pytest.raises(TurnOver):
        end_turn(turn=turn)


def test_a_substitute_reads_from_the_first_day_until_the_last_and_it_ends_by_itself(
    cast: Cast, entered: Any, item: Any
) -> None:
    work, bart = home_care(cast), cast.other.bart  # type: ignore[union-attr]
    employ(cast, work.organisation, bart)
    now = clock.now()
    with entered(work.keeper):
        turn = begin_turn(
            organisation=work.organisation, team=work.team, person=bart.person,
            function="home_carer", starts_at=now + timedelta(days=1),
            ends_at=now + timedelta(days=8), substitute=True,
        )  # fmt: skip
    assert not reads(entered, cast, bart)
    move = (
        "UPDATE people_teamperson SET starts_at = starts_at - %(by)s, ends_at = ends_at - %(by)s"
        " WHERE id = %(id)s"
    )
    cast.owner.execute(move, {"by": timedelta(days=2), "id": turn})
    assert reads(entered, cast, bart)
    cast.owner.execute(move, {"by": timedelta(days=7), "id": turn})
    assert not reads(entered, cast, bart)


def test_only_who_keeps_the_list_orders_and_only_people_who_work_there(
    cast: Cast, entered: Any
) -> None:
    work = home_care(cast)
    asks: dict[str, Any] = {
        "organisation": work.organisation,
        "team": work.team,
        "function": "home_carer",
    }
    from zorgverband.base.refusals import NotHere

    for asker, person in ((cast.sanne, cast.fatima), (cast.anouk, cast.sanne)):
        with entered(asker), pytest.raises(NotHere):
            begin_turn(person=person.person, **asks)
        with entered(asker), pytest.raises(TurnOver):
            end_turn(turn=turn_of(cast, cast.sanne))
    with entered(work.keeper), pytest.raises(NotHere):
        begin_turn(person=cast.anouk.person, **asks)


def test_dates_and_functions_that_cannot_be_are_refused(cast: Cast, entered: Any) -> None:
    work, now = home_care(cast), clock.now()
    asks: dict[str, Any] = {
        "organisation": work.organisation,
        "team": work.team,
        "person": cast.sanne.person,
    }
    with entered(work.keeper):
        with pytest.raises(InTeamAlready):
            begin_turn(**asks, function="home_carer")
        with pytest.raises(NoTurnFunction):
            begin_turn(**asks, function="daughter")
        with pytest.raises(WrongTurnDates):
            begin_turn(**asks, function="home_carer", ends_at=now - timedelta(days=1))
        other = make_team(organisation=work.organisation, name="Team Noord")
        begin_turn(**(asks | {"team": other}), function="home_carer")


def test_the_end_of_a_turn_is_noted_in_the_networks_of_the_team_and_tells_nobody_else(
    cast: Cast, entered: Any
) -> None:
    work = home_care(cast)
    with entered(work.keeper):
        end_turn(turn=turn_of(cast, cast.sanne))
    (event,) = Event.objects.using("owner").filter(network_id=cast.network, verb="turn_ended")
    assert (event.member_id, event.to_person_id) == (cast.sanne.member, cast.sanne.person)


def test_the_pages_say_who_is_in_a_team_and_what_leaving_means(cast: Cast, client_of: Any) -> None:
    work = home_care(cast)
    client = client_of(work.keeper)
    team = reverse("our_team", args=[work.organisation, work.team])
    assert "Sanne Mulder" in words(client.get(team))
    turn = reverse("end_turn", args=[work.organisation, turn_of(cast, cast.sanne)])
    assert "leest vanaf dat moment niets meer" in words(client.get(turn))
    assert send(client, turn).status_code == 302
    assert "was er bij tot" in words(client.get(team))
    assert (
        TeamPerson.objects.using("owner").filter(person=cast.sanne.person, ends_at=None).count()
        == 0
    )


def test_a_wrong_form_comes_back_with_what_was_typed(cast: Cast, client_of: Any) -> None:
    work = home_care(cast)
    client = client_of(work.keeper)
    address = reverse("begin_turn", args=[work.organisation, cast.sanne.person])
    answer = send(client, address, team=str(work.team), function="home_carer", first="2199-01-02",
                  last="2199-01-01")  # fmt: skip
    assert answer.status_code == 422
    assert "2199-01-02" in answer.content.decode()
    for day in ("9999-12-31", "0001-01-01", "gisteren"):
        slip = send(client, address, team=str(work.team), function="home_carer", last=day)
        assert slip.status_code == 422, day


def test_no_page_of_the_organisation_names_a_network_or_client(cast: Cast, client_of: Any) -> None:
    work = home_care(cast)
    cast.owner.execute("UPDATE networks_member SET left_at = now() WHERE team_id = %s", [work.team])
    client = client_of(work.keeper)
    pages = [
        reverse("organisation", args=[work.organisation]),
        reverse("our_team", args=[work.organisation, work.team]),
        reverse("colleague", args=[work.organisation, cast.sanne.person]),
    ]
    for page in pages:
        text = client.get(page).content.decode()
        assert "Jannie" not in text
        assert str(cast.network) not in text
