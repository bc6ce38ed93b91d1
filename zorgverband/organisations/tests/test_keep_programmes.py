"""Who keeps the programmes of a neighbourhood: appointed by their own organisation, with dates."""

from datetime import timedelta
from typing import Any

from django.urls import reverse

from tests.cast import Cast
from zorgverband.base import clock
from zorgverband.organisations.models import ProgrammeKeeper
from zorgverband.organisations.queries import programmes_kept_by
from zorgverband.programmes.tests.keeping import neighbourhood, send

from ..actions import leave_organisation


def test_a_colleague_is_appointed_with_dates_and_dismissed(
    cast: Cast, client_of: Any, entered: Any
) -> None:
    place, client = neighbourhood(cast, keeper=False), client_of(cast.fatima)
    page = reverse("programme_keeper", args=[place.work.organisation, cast.sanne.person])
    kept = reverse("kept_programmes")
    assert client_of(cast.sanne).get(kept).status_code == 404
    assert client_of(cast.sanne).get(page).status_code == 404
    assert send(client_of(cast.jannie), page, neighbourhood=str(place.id)).status_code == 404
    past = {"neighbourhood": str(place.id), "last": "2020-01-01"}
    assert send(client, page, **past).status_code == 422
    later = (clock.today() + timedelta(days=30)).isoformat()
    assert send(client, page, neighbourhood=str(place.id), last=later).status_code == 302
    assert client_of(cast.sanne).get(kept).status_code == 200
    assert client.get(kept).status_code == 404
    twice = send(client, page, neighbourhood=str(place.id))
    assert twice.status_code == 422
    assert "houdt de programma&#39;s in die dagen al bij" in twice.content.decode()
    row = ProgrammeKeeper.objects.using("owner").get(person_id=cast.sanne.person)
    assert row.appointed_by_id == cast.fatima.person
    end = reverse("end_programme_keeper",
                  args=[place.work.organisation, cast.sanne.person, row.id])  # fmt: skip
    assert send(client_of(cast.anouk), end).status_code == 404
    assert send(client, end).status_code == 302
    assert send(client, end).status_code == 409
    assert client_of(cast.sanne).get(kept).status_code == 404
    # A period that has not begun opens nothing yet.
    assert send(client, page, neighbourhood=str(place.id), first=later).status_code == 302
    with entered(cast.sanne):
        assert programmes_kept_by(cast.sanne.person) == []
    assert send(client, page, neighbourhood=str(place.work.team)).status_code == 404


def test_who_no_longer_works_there_keeps_nothing(cast: Cast, client_of: Any, entered: Any) -> None:
    place = neighbourhood(cast, keeper=False)
    client, who = client_of(cast.fatima), cast.sanne.person
    page = reverse("programme_keeper", args=[place.work.organisation, who])
    assert send(client, page, neighbourhood=str(place.id)).status_code == 302
    with entered(cast.sanne):
        assert programmes_kept_by(who) == [(place.id, f"Buurt {place.id.hex[-6:]}")]
    with entered(cast.fatima):
        leave_organisation(organisation=place.work.organisation, person=who)
    with entered(cast.sanne):
        assert programmes_kept_by(who) == []
