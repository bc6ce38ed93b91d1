"""The pages before a meeting: calling one, its agenda, a point with its notes."""

from typing import Any

import pytest

from tests.cast import Cast
from tests.visitor import text
from zorgverband.journal.models import Event
from zorgverband.meetings.models import Meeting, Participant, Point
from zorgverband.sharing.subjects import Subject

from .calling import WHY, brought, called, noted, page, post

OWNER = "owner"


def typed(cast: Cast, *people: Any, **changed: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "about": str(cast.jannie.member),
        "reason": WHY,
        "kind": "mdo",
        "minutes": "60",
    }
    fields |= {"chair": str(cast.fatima.member), "member": [str(one.member) for one in people]}
    return fields | changed


def test_who_is_asked_hears_it_and_finds_it_on_their_page(cast: Cast, client_of: Any) -> None:
    nurse, client = client_of(cast.fatima), client_of(cast.jannie)
    form = text(nurse.get(page("call_meeting", cast)))
    assert f'value="{cast.jannie.member}" checked' in form
    answer = post(nurse, page("call_meeting", cast), **typed(cast, cast.jannie, cast.linda))
    assert answer.status_code == 302
    meeting = Meeting.objects.using(OWNER).get(network_id=cast.network)
    asked = Participant.objects.using(OWNER).filter(item_id=meeting.item_id)
    assert set(asked.values_list("member_id", flat=True)) == {
        cast.fatima.member, cast.jannie.member, cast.linda.member
    }  # fmt: skip
    told = Event.objects.using(OWNER).filter(network_id=cast.network, verb="meeting_called")
    assert set(told.values_list("to_person_id", flat=True)) >= {
        cast.jannie.person, cast.linda.person
    }  # fmt: skip
    assert cast.marijke.person not in told.values_list("to_person_id", flat=True)
    assert WHY in text(client.get(page("meetings", cast)))
    shown = text(client.get(page("meeting", cast, meeting_id=meeting.item_id)))
    assert "Wat wilt u bespreken?" in shown
    assert (
        client_of(cast.ria).get(page("meeting", cast, meeting_id=meeting.item_id)).status_code
        == 404
    )


def test_what_is_wrong_is_said_and_what_was_typed_stays(cast: Cast, client_of: Any) -> None:
    nurse = client_of(cast.fatima)
    wrong = {
        "Vul in waarom": {"reason": " "}, "begint met https": {"video": "javascript:alert(1)"},
        "ook een tijd": {"day1": "2199-01-01"}, "Ria": {"member": str(cast.ria.member)},
    }  # fmt: skip
    for words, fields in wrong.items():
        answer = post(nurse, page("call_meeting", cast), **typed(cast) | fields)
        assert answer.status_code == 422
        assert words in text(answer)
    assert not Meeting.objects.using(OWNER).filter(network_id=cast.network).exists()


def test_a_client_brings_a_point_and_somebody_notes_under_it(cast: Cast, client_of: Any) -> None:
    meeting = called(cast, cast.fatima, invited=(cast.jannie, cast.linda))
    brought(cast, cast.fatima, meeting, "Wondzorg", Subject.HEALTH)
    words = {"what": "Weer naar de markt", "about": str(cast.jannie.member), "subject": "14"}
    client, town = client_of(cast.jannie), client_of(cast.linda)
    assert post(client, page("bring_point", cast, meeting_id=meeting), **words).status_code == 302
    shown = text(town.get(page("meeting", cast, meeting_id=meeting)))
    assert "Weer naar de markt" in shown
    assert "Wondzorg" not in shown
    point = Point.objects.using(OWNER).get(meeting_id=meeting, origin="own").item_id
    at = page("write_note", cast, point_id=point)
    assert post(town, at, kind="strength", words="Er rijdt een belbus").status_code == 302
    noted(cast, cast.fatima, point, "Mag van de arts", subject=Subject.HEALTH)
    seen = text(town.get(page("meeting_point", cast, point_id=point)))
    assert "Er rijdt een belbus" in seen
    assert "Mag van de arts" not in seen
    assert "Mag van de arts" in text(client.get(page("meeting_point", cast, point_id=point)))
    assert post(town, at, kind="worry", words=" ").status_code == 422


@pytest.mark.slow
def test_a_meeting_with_two_hundred_points_takes_no_more_statements(
    cast: Cast, client_of: Any, django_assert_max_num_queries: Any
) -> None:
    meeting = called(cast, cast.fatima)
    for number in range(200):
        item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.fatima,
                         kind="meeting_point", title=f"Punt nummer {number}", in_news=False)  # fmt: skip
        Point(item_id=item, network_id=cast.network, meeting_id=meeting, place=number).save(
            using=OWNER
        )
    client = client_of(cast.jannie)
    client.get(page("meeting", cast, meeting_id=meeting))
    with django_assert_max_num_queries(12):
        shown = text(client.get(page("meeting", cast, meeting_id=meeting)))
    assert "Punt nummer 199" in shown
    at = page("meeting_point", cast, point_id=item)
    with django_assert_max_num_queries(14):
        client.get(at)


def test_papers_of_a_point_are_there_for_who_reads_both(cast: Cast, client_of: Any) -> None:
    meeting = called(cast, cast.fatima, invited=(cast.jannie, cast.linda))
    point = brought(cast, cast.fatima, meeting, "Thuis wonen")
    letter, scan = (
        cast.item(about=cast.jannie, subject=subject, author=cast.fatima, kind="document", title=title)
        for subject, title in ((Subject.ARRANGEMENTS, "Brief van de gemeente"),
                               (Subject.HEALTH, "Foto van de wond"))
    )  # fmt: skip
    nurse, town = client_of(cast.fatima), client_of(cast.linda)
    at, adding = (
        page("meeting_point", cast, point_id=point),
        page("add_paper", cast, point_id=point),
    )
    assert "Foto van de wond" in text(nurse.get(at + "?stukken=1"))
    assert "Foto van de wond" not in text(town.get(at + "?stukken=1"))
    for item in (letter, scan, scan):
        assert post(nurse, adding, item=str(item)).status_code == 302
    assert post(town, adding, item=str(scan)).status_code == 404
    assert post(client_of(cast.joost), adding, item=str(letter)).status_code == 403
    assert "Foto van de wond" in text(nurse.get(at))
    shown = text(town.get(at))
    assert "Brief van de gemeente" in shown
    assert "Foto van de wond" not in shown
