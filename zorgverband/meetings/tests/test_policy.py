"""Team meetings on general policy: who works there plans, writes, decides and closes; nobody else
finds them, and there is no network in them."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.visitor import signed_in
from zorgverband.base import clock
from zorgverband.membership.tests.doing import send, words
from zorgverband.organisations.models import Neighbourhood, NeighbourhoodOrganisation
from zorgverband.organisations.tests.working import employ, home_care

from ..actions.policy import PolicyClosed, add_policy_point, close_policy_meeting
from ..models import PolicyMeeting, PolicyNote, PolicyPoint


@pytest.fixture
def planned(cast: Cast, client_of: Any) -> Any:
    """(organisation, who plans, the address of a meeting they planned)."""
    work = home_care(cast)
    answer = send(client_of(cast.fatima), reverse("plan_policy_meeting"), title="Werkoverleg",
                  group=str(work.organisation), on_date="2199-01-02")  # fmt: skip
    assert answer.status_code == 302
    return work, answer["Location"]


def test_a_meeting_goes_from_agenda_to_decisions_and_actions_and_is_closed(
    cast: Cast, client_of: Any, planned: Any
) -> None:
    _work, address = planned
    fatima, sanne = client_of(cast.fatima), client_of(cast.sanne)
    assert "noem hier nooit een cliënt" in words(fatima.get(address)).lower()
    send(fatima, address + "punt/", title="Hygiëne")
    point = PolicyPoint.objects.using("owner").filter(title="Hygiëne").latest("id").id
    place = address + f"punt/{point}/"
    send(fatima, place, kind="decision", **{f"words-{point}": "Iedereen draagt handschoenen."})
    send(sanne, place, kind="action", who="Sanne", due_on="2199-02-01",
         **{f"words-{point}": "Handschoenen bestellen"})  # fmt: skip
    shown = words(fatima.get(address))
    assert "Besluit" in shown
    assert "Sanne doet dit" in shown
    assert "geschreven door Sanne Mulder" in shown
    action = PolicyNote.objects.using("owner").get(kind="action", point_id=point).id
    assert send(fatima, address + "sluiten/").status_code == 302
    # After it was closed nothing is written; what is to be done can still be done, once.
    late = send(sanne, place, kind="said", **{f"words-{point}": "Te laat"})
    assert late.status_code == 409
    assert "afgesloten" in words(late)
    assert send(sanne, address + f"actie/{action}/").status_code == 302
    assert send(fatima, address + f"actie/{action}/").status_code == 409
    assert "Gedaan" in words(fatima.get(address))


def test_an_empty_form_comes_back_with_what_was_typed(
    cast: Cast, client_of: Any, planned: Any
) -> None:
    work, address = planned
    fatima = client_of(cast.fatima)
    answer = send(fatima, reverse("plan_policy_meeting"), title="Over het rooster",
                  group=str(work.organisation))  # fmt: skip
    assert (answer.status_code, "Over het rooster" in answer.content.decode()) == (422, True)
    assert send(fatima, address + "punt/", title=" ").status_code == 422


def test_who_does_not_work_there_finds_nothing_and_writes_nothing(
    cast: Cast, entered: Any, client_of: Any, planned: Any
) -> None:
    _work, address = planned
    meeting = UUID(address.split("/")[3])
    for other in (cast.anouk, cast.linda, cast.jannie):
        assert client_of(other).get(address).status_code == 404
        assert send(client_of(other), address + "punt/", title="Ik ook").status_code == 404
        with entered(other, cast.network):
            assert not PolicyMeeting.objects.exists()
    # A password alone is not enough; and who left reads it no more.
    weak = signed_in(cast.fatima.person, by="password")
    assert weak.get(address).status_code in (302, 403, 404)
    assert "Werkoverleg" not in words(weak.get(reverse("policy_meetings")))
    cast.owner.execute("UPDATE organisations_employment SET ends_at = now() WHERE person_id = %s",
                       [cast.sanne.person])  # fmt: skip
    assert client_of(cast.sanne).get(address).status_code == 404
    with entered(cast.fatima):
        close_policy_meeting(person=cast.fatima.person, meeting=meeting)
        with pytest.raises(PolicyClosed):
            add_policy_point(person=cast.fatima.person, meeting=meeting, title="Nog iets")


def test_a_neighbourhood_meets_over_its_organisations_and_no_network_is_named(
    cast: Cast, client_of: Any
) -> None:
    work, begun = home_care(cast), datetime.now(UTC) - timedelta(days=1)
    other = cast.other
    assert other is not None
    bart_works = cast.owner.execute(
        "SELECT id FROM people_organisation WHERE name = 'Huisartsenpraktijk De Haven'"
    ).fetchone()
    assert bart_works is not None
    employ(cast, bart_works[0], other.bart)
    place = Neighbourhood(name=f"Buurt {clock.now().timestamp()}")
    Neighbourhood.objects.using("owner").bulk_create([place])
    NeighbourhoodOrganisation.objects.using("owner").bulk_create([
        NeighbourhoodOrganisation(neighbourhood=place, organisation_id=one, starts_at=begun)
        for one in (work.organisation, bart_works[0])
    ])  # fmt: skip
    answer = send(client_of(cast.fatima), reverse("plan_policy_meeting"), title="Valpreventie",
                  group=str(place.id), on_date="2199-01-02")  # fmt: skip
    page = client_of(other.bart).get(answer["Location"])
    assert "Valpreventie" in words(page)
    assert "Jannie" not in page.content.decode()
    assert str(cast.network) not in page.content.decode()
