"""A new kind of organisation is told to the clients before it reads anything (Wabvpz 15c)."""

from typing import Any
from uuid import UUID

import pytest

from tests.cast import Cast
from tests.visitor import inside
from zorgverband.base.ids import new_id
from zorgverband.base.viewer import enter
from zorgverband.journal.models import Event
from zorgverband.notifications.actions import deliver
from zorgverband.notifications.models import Delivery, Notice
from zorgverband.people.models import Organisation, Team
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from ..actions import Newcomer, admit, found_team
from ..actions.change_role import Role, change_role
from ..actions.found_team import Turn

Kind = Organisation.Kind


def organisation(kind: Kind) -> UUID:
    """A new organisation of this kind."""
    made = Organisation(id=new_id(), name=f"Organisatie {new_id().hex[-6:]}", kind=kind)
    made.save(using="owner", force_insert=True)
    return made.id


def told(cast: Cast) -> set[UUID]:
    """In whose inbox a new kind stands, in truth."""
    events = Event.objects.using("owner").filter(network_id=cast.network, verb="new_kind")
    notices = Notice.objects.using("owner").filter(event_id__in=[event.id for event in events])
    return {notice.person_id for notice in notices}


def team_of(cast: Cast, kind: Kind, person: UUID) -> UUID:
    """A team with one person in it."""
    with inside(person, []):
        turn = Turn(person, "mental_health_nurse")
        return found_team(organisation=organisation(kind), name="Wijkteam", people=[turn])


def test_a_team_of_a_new_kind_reads_nothing_before_it_stands_in_the_inbox_of_the_client(
    cast: Cast,
) -> None:
    assert cast.other is not None
    bart = cast.other.bart.person
    team = team_of(cast, Kind.MENTAL_HEALTH, bart)
    with inside(cast.hanneke.person, [cast.network]) as viewer:
        admit(seat=viewer.seat(cast.network), person=cast.hanneke.person,
              newcomer=Newcomer(side="care", function="mental_health_nurse", team=team))  # fmt: skip
        # Within the transaction that lets it in: nobody of the team saw anything yet.
        enter(person=cast.jannie.person, networks=[cast.network])
        assert Notice.objects.filter(person_id=cast.jannie.person, kind="important").exists()
    assert cast.jannie.person in told(cast)
    cast.item(about=cast.jannie, subject=Subject.MIND, author=cast.anouk)
    with inside(bart, [cast.network]) as viewer:
        assert viewer.seats
        assert Item.objects.exists()


def test_the_worker_plans_the_mail_of_it_afterwards_and_only_once(cast: Cast) -> None:
    assert cast.other is not None
    team = team_of(cast, Kind.MENTAL_HEALTH, cast.other.bart.person)
    with inside(cast.hanneke.person, [cast.network]) as viewer:
        admit(seat=viewer.seat(cast.network), person=cast.hanneke.person,
              newcomer=Newcomer(side="care", function="mental_health_nurse", team=team))  # fmt: skip
    event = Event.objects.using("owner").get(
        network_id=cast.network, verb="new_kind", to_person_id=cast.jannie.person
    )
    mails = Delivery.objects.using("owner").filter(person=cast.jannie.person)
    assert not mails.exists()
    for _ in range(2):
        deliver(event=event.id)
        assert mails.count() == 1
    assert Notice.objects.using("owner").filter(event_id=event.id).count() == 1


@pytest.mark.parametrize(
    ("kind", "new"), [(Kind.MENTAL_HEALTH, True), (Kind.HOME_CARE, False), (Kind.PARAMEDIC, False)]
)
def test_only_a_kind_that_never_took_part_is_told(cast: Cast, kind: Kind, new: bool) -> None:
    assert cast.other is not None
    team = team_of(cast, kind, cast.other.bart.person)
    with inside(cast.hanneke.person, [cast.network]) as viewer:
        admit(seat=viewer.seat(cast.network), person=cast.hanneke.person,
              newcomer=Newcomer(side="care", function="other_care", team=team))  # fmt: skip
    assert (cast.jannie.person in told(cast)) is new


def test_somebody_who_comes_to_work_for_a_new_kind_is_told_too(cast: Cast, entered: Any) -> None:
    with entered(cast.hanneke) as viewer:
        change_role(
            seat=viewer.seat(cast.network), person=cast.hanneke.person, member=cast.joost.member,
            role=Role(side="care", function="specialist", organisation=organisation(Kind.HOSPITAL)),
        )  # fmt: skip
    assert cast.jannie.person in told(cast)


def test_teams_are_found_by_their_kind(cast: Cast) -> None:
    # The control of `team_of`: it is the kind of the organisation that counts.
    assert cast.other is not None
    team = team_of(cast, Kind.MENTAL_HEALTH, cast.other.bart.person)
    found = Team.objects.using("owner").select_related("organisation").get(id=team)
    assert found.organisation.kind == Kind.MENTAL_HEALTH
