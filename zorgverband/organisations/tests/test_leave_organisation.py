"""Who leaves an organisation reads nothing through it from that commit on, in any network."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.rows import put
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import NotHere
from zorgverband.journal.models import Event
from zorgverband.membership.tests.doing import send, words
from zorgverband.networks.models import Member

from ..actions import appoint_keeper, dismiss_keeper, leave_organisation
from ..actions.leave_organisation import LastKeeper
from .working import home_care


def own_membership(cast: Cast, work: Any, *, organisation: Any) -> Any:
    """Sanne takes part in the other network in her own name, for this organisation."""
    member, network = new_id(), cast.other.network  # type: ignore[union-attr]
    put(cast.owner, {"networks_member": [{
        "id": member, "network_id": network, "person_id": cast.sanne.person, "team_id": None,
        "side": "care", "coordinator": False, "first_contact": False,
        "joined_at": datetime.now(UTC), "left_at": None, "compartment": None,
    }], "networks_role": [{
        "id": new_id(), "network_id": network, "member_id": member, "function": "district_nurse",
        "description": "", "organisation_id": organisation, "phone": "", "known": True,
    }]})  # fmt: skip
    return member


def test_all_seats_through_the_organisation_end_with_it_and_no_other(
    cast: Cast, entered: Any
) -> None:
    work = home_care(cast)
    through = own_membership(cast, work, organisation=work.organisation)
    elsewhere = cast.other.network  # type: ignore[union-attr]
    with entered(cast.sanne, cast.network, elsewhere) as viewer:
        assert set(viewer.seats) == {cast.network, elsewhere}
    with entered(work.keeper):
        leave_organisation(organisation=work.organisation, person=cast.sanne.person)
    with entered(cast.sanne, cast.network, elsewhere) as viewer:
        assert not viewer.seats
    left = Event.objects.using("owner").filter(network_id=elsewhere, verb="left", member_id=through)
    assert left.count() == 1


def test_a_membership_for_another_organisation_stays(cast: Cast, entered: Any) -> None:
    work = home_care(cast)
    member = own_membership(cast, work, organisation=None)
    with entered(work.keeper):
        leave_organisation(organisation=work.organisation, person=cast.sanne.person)
    assert Member.objects.using("owner").get(id=member).left_at is None


def test_somebody_may_leave_by_themselves_but_send_nobody_else_away(
    cast: Cast, entered: Any
) -> None:
    work = home_care(cast)
    with entered(cast.sanne), pytest.raises(NotHere):
        leave_organisation(organisation=work.organisation, person=cast.fatima.person)
    with entered(cast.sanne):
        leave_organisation(organisation=work.organisation, person=cast.sanne.person)
    with entered(cast.sanne) as viewer:
        assert not viewer.seats


def test_the_last_who_keeps_the_list_stays_until_there_is_another(cast: Cast, entered: Any) -> None:
    work = home_care(cast)
    with entered(work.keeper):
        for verb in (leave_organisation, dismiss_keeper):
            with pytest.raises(LastKeeper):
                verb(organisation=work.organisation, person=work.keeper.person)
        appoint_keeper(organisation=work.organisation, person=cast.sanne.person)
        leave_organisation(organisation=work.organisation, person=work.keeper.person)
    with entered(cast.sanne), pytest.raises(LastKeeper):
        dismiss_keeper(organisation=work.organisation, person=cast.sanne.person)


def test_the_page_says_what_it_means_and_then_does_it(cast: Cast, client_of: Any) -> None:
    work = home_care(cast)
    client = client_of(work.keeper)
    address = reverse("leave_organisation", args=[work.organisation, cast.sanne.person])
    assert "leest vanaf dat moment niets meer" in words(client.get(address))
    assert send(client, address).status_code == 302
    assert client.get(address).status_code == 404
    assert client_of(cast.sanne).get(f"/n/{cast.network}/").status_code == 404
