"""Starting a network and letting people in, by the actions the demo uses too."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, transaction

from zorgverband.base import clock, joining
from zorgverband.base.ids import new_id
from zorgverband.base.viewer import Seat, enter
from zorgverband.journal.models import Event
from zorgverband.membership.actions import (
    Founder,
    Newcomer,
    Turn,
    admit,
    arrive,
    found_network,
    found_team,
)
from zorgverband.membership.checks import MayNotInvite, NoInsurers
from zorgverband.notifications.models import Notice
from zorgverband.people.models import Organisation
from zorgverband.sharing.models import Item, Permission
from zorgverband.sharing.subjects import Subject


def somebody(name: str) -> UUID:
    with transaction.atomic():
        return arrive(
            given_name=name, family_name="Test", email=f"{name}.{uuid4().hex[:10]}@voorbeeld.test"
        )


def organisation(person: UUID, kind: str) -> UUID:
    made = Organisation(id=new_id(), name=f"{kind} {uuid4().hex[:6]}", kind=kind)
    with transaction.atomic():
        enter(person=person)
        Organisation.objects.bulk_create([made])
    return made.id


def seat_of(person: UUID, network: UUID) -> Seat:
    return enter(person=person, networks=[network]).seat(network)


def permissions(member: UUID) -> set[tuple[UUID, int]]:
    rows = Permission.objects.using("owner").filter(member_id=member)
    return set(rows.values_list("about_id", "subject"))


@transaction.atomic
def join_directly(person: UUID, network: UUID, newcomer: Newcomer) -> None:
    """Past the checks of the action, as this person."""
    enter(person=person, networks=[network])
    facts = newcomer.facts(network=network, member=new_id(), given_by=person)
    joining.join_network(facts)


@transaction.atomic
def found_directly(person: UUID, network: UUID, newcomer: Newcomer) -> None:
    """Past the checks of the action, as this person."""
    enter(person=person)
    facts = newcomer.facts(network=network, member=new_id(), given_by=person)
    joining.found_network(network=network, at=clock.now(), members=[facts])


@pytest.fixture
def household(db: None) -> dict[str, Any]:
    """Two clients and the coordinator who started their network."""
    ann, ben, cor = somebody("ann"), somebody("ben"), somebody("cor")
    office = organisation(cor, "care_other")
    with transaction.atomic():
        enter(person=cor)
        network = found_network(
            person=cor, clients=[ann, ben], founder=Founder(organisation=office)
        )
    return {"ann": ann, "ben": ben, "cor": cor, "network": network}


def test_a_client_starts_a_network_and_decides(db: None) -> None:
    ann = somebody("ann")
    with transaction.atomic():
        enter(person=ann)
        network = found_network(person=ann, clients=[ann])
        seat = seat_of(ann, network)
        assert seat.side == "client"
        assert seat.controls(seat.member)
        assert not seat.coordinator


def test_the_founder_of_a_household_is_its_coordinator_and_decides_nothing(
    household: dict[str, Any],
) -> None:
    with transaction.atomic():
        seat = seat_of(household["cor"], household["network"])
        assert seat.coordinator
        assert not any(keys.control for keys in seat.abouts.values())


def told_of_a_kind(network: UUID) -> set[UUID]:
    """In whose inbox it stands that a new kind of organisation takes part."""
    events = Event.objects.using("owner").filter(network_id=network, verb="new_kind")
    notices = Notice.objects.using("owner").filter(event_id__in=[one.id for one in events])
    return set(notices.values_list("person_id", flat=True))


def test_the_kind_of_the_founder_stands_in_the_inbox_of_every_client_before_it_reads_anything(
    household: dict[str, Any],
) -> None:
    network = household["network"]
    assert told_of_a_kind(network) == {household["ann"], household["ben"]}
    assert not Item.objects.using("owner").filter(network_id=network).exists()
    # The same kind again is not new.
    office = organisation(household["cor"], "care_other")
    with transaction.atomic():
        new = Newcomer(
            side="care", function="other_care", person=somebody("dot"), organisation=office
        )
        admit(seat=seat_of(household["cor"], network), person=household["cor"], newcomer=new)
    events = Event.objects.using("owner").filter(network_id=network, verb="new_kind")
    assert events.count() == 2


def test_where_a_client_starts_it_or_nobody_works_there_is_no_kind_to_tell(db: None) -> None:
    ann = somebody("ann")
    with transaction.atomic():
        enter(person=ann)
        network = found_network(person=ann, clients=[ann])
    assert told_of_a_kind(network) == set()


def test_clients_of_one_household_get_nothing_medical_about_each_other(
    household: dict[str, Any],
) -> None:
    with transaction.atomic():
        ann = seat_of(household["ann"], household["network"])
    with transaction.atomic():
        ben = seat_of(household["ben"], household["network"])
    given = permissions(ann.member)
    assert (ann.member, Subject.HEALTH) in given
    assert (ben.member, Subject.DAY) in given
    assert not {(ben.member, subject) for subject in range(1, 6)} & given
    assert not {(household["network"], subject) for subject in range(1, 6)} & given


def test_a_carer_holds_what_is_about_themselves(household: dict[str, Any]) -> None:
    dot = somebody("dot")
    with transaction.atomic():
        seat = seat_of(household["cor"], household["network"])
        new = Newcomer(side="family", function="daughter", person=dot)
        member = admit(seat=seat, person=household["cor"], newcomer=new)
    assert (member, Subject.CARER) in permissions(member)
    with transaction.atomic():
        assert seat_of(dot, household["network"]).controls(member)


def test_a_story_of_long_ago_is_kept_with_its_moments_and_the_future_is_not(
    household: dict[str, Any],
) -> None:
    for days, expected in ((-30, -30), (30, 0)):
        dot = somebody("dot")
        moment = datetime.now(UTC) + timedelta(days=days)
        with transaction.atomic(), clock.at(moment):
            seat = seat_of(household["cor"], household["network"])
            new = Newcomer(side="family", function="son", person=dot)
            member = admit(seat=seat, person=household["cor"], newcomer=new)
        since = Permission.objects.using("owner").filter(member_id=member)[0].since
        wanted = datetime.now(UTC) + timedelta(days=expected)
        assert abs(since - wanted) < timedelta(minutes=1)


def test_a_team_comes_in_with_its_people(household: dict[str, Any]) -> None:
    eva, cor = somebody("eva"), household["cor"]
    office = organisation(cor, "home_care")
    with transaction.atomic():
        enter(person=cor)
        team = found_team(organisation=office, name="Team", people=[Turn(eva, "home_carer")])
        new = Newcomer(side="care", function="home_care_team", team=team, organisation=office)
        admit(seat=seat_of(cor, household["network"]), person=cor, newcomer=new)
    with transaction.atomic():
        assert seat_of(eva, household["network"]).side == "care"


def test_an_insurer_is_refused_by_the_action_and_by_the_database(
    household: dict[str, Any],
) -> None:
    dot, cor, network = somebody("dot"), household["cor"], household["network"]
    insurer = organisation(cor, "insurer")
    new = Newcomer(side="care", function="other_care", person=dot, organisation=insurer)
    with transaction.atomic(), pytest.raises(NoInsurers):
        admit(seat=seat_of(cor, network), person=cor, newcomer=new)
    with pytest.raises(DatabaseError, match="cannot take part"):
        join_directly(cor, network, new)


def test_who_does_not_lead_lets_nobody_in_whatever_they_call(household: dict[str, Any]) -> None:
    dot, eva, network = somebody("dot"), somebody("eva"), household["network"]
    with transaction.atomic():
        seat = seat_of(household["cor"], network)
        new = Newcomer(side="family", function="neighbour", person=dot)
        admit(seat=seat, person=household["cor"], newcomer=new)
    other = Newcomer(side="family", function="friend", person=eva)
    with transaction.atomic(), pytest.raises(MayNotInvite):
        admit(seat=seat_of(dot, network), person=dot, newcomer=other)
    with pytest.raises(DatabaseError, match="lets nobody in"):
        join_directly(dot, network, other)


def test_nobody_founds_a_network_for_others_only_or_into_one_that_exists(
    household: dict[str, Any],
) -> None:
    dot, network = somebody("dot"), household["network"]
    member = Newcomer(side="client", function="client", person=household["ann"])
    for founded, facts in ((new_id(), member), (network, member)):
        with pytest.raises(DatabaseError):
            found_directly(dot, founded, facts)
