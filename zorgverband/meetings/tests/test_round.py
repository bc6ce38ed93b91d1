"""A round of answers goes by writing until its moment, and who leads concludes; the next meeting begins
with what was parked."""

from datetime import timedelta
from typing import Any

import pytest

from tests.cast import Cast
from tests.visitor import text
from zorgverband.base import clock
from zorgverband.meetings.actions import hold_meeting
from zorgverband.meetings.actions.note_live import note_live
from zorgverband.meetings.actions.plan_next import PlannedAlready, plan_next
from zorgverband.meetings.actions.write_note import RoundOver
from zorgverband.meetings.models import Kind, Meeting, NoteKind, Participant, Point, Presence
from zorgverband.sharing.subjects import Subject

from .calling import brought, called, page, post
from .test_hold_meeting import act


def test_in_a_round_each_writes_when_it_suits_them_and_who_leads_concludes(
    cast: Cast, client_of: Any
) -> None:
    meeting = called(cast, cast.hanneke, invited=(cast.jannie, cast.linda), kind=Kind.ROUND)
    point = brought(cast, cast.hanneke, meeting, "De avonden")
    act(cast, cast.hanneke, hold_meeting.begin_meeting, meeting=meeting)
    assert not Presence.objects.using("owner").filter(item_id=meeting).exists()
    here = page("meeting_now", cast, meeting_id=meeting)
    write = page("note_live", cast, meeting_id=meeting, point_id=point)
    assert post(client_of(cast.linda), write, kind="worry", words="Het is laat.").status_code == 302
    shown = text(client_of(cast.jannie).get(here))
    for words in ("Het is laat.", "Wie schreef al iets", "nog niet"):
        assert words in shown
    assert "Ik ben er" not in shown
    past = clock.now() - timedelta(minutes=1)
    Meeting.objects.using("owner").filter(item_id=meeting).update(starts_at=past)
    late: dict[str, Any] = {
        "meeting": meeting, "point": point, "kind": NoteKind.DECISION, "words": "Eerder naar bed.",
    }  # fmt: skip
    with pytest.raises(RoundOver):
        act(cast, cast.linda, note_live, **late)
    act(cast, cast.hanneke, note_live, **late)
    act(cast, cast.hanneke, hold_meeting.close_meeting, meeting=meeting)
    minutes = text(client_of(cast.linda).get(page("minutes", cast, meeting_id=meeting)))
    assert "Eerder naar bed." in minutes
    assert "U was er niet" not in minutes


def test_the_next_meeting_has_the_same_people_and_begins_with_what_was_parked(
    cast: Cast, client_of: Any
) -> None:
    meeting = called(cast, cast.hanneke, invited=(cast.jannie, cast.linda))
    point = brought(cast, cast.hanneke, meeting, "De avonden")
    wound = brought(cast, cast.hanneke, meeting, "De wond", Subject.HEALTH)
    act(cast, cast.hanneke, hold_meeting.begin_meeting, meeting=meeting)
    for at, words in ((point, "De vakantie"), (wound, "De zwachtel")):
        act(cast, cast.hanneke, note_live, meeting=meeting, point=at, kind=NoteKind.PARKED,
            words=words)  # fmt: skip
    act(cast, cast.hanneke, hold_meeting.close_meeting, meeting=meeting)
    address, hanneke = page("plan_next", cast, meeting_id=meeting), client_of(cast.hanneke)
    assert post(hanneke, address, date="", time="").status_code == 422
    assert post(hanneke, address, date="9999-12-31", time="23:59").status_code == 422
    assert "2199-01-01" in text(post(hanneke, address, date="2199-01-01", time=""))
    answer = post(hanneke, address, date="2199-01-01", time="10:00")
    assert answer.status_code == 302
    old = Meeting.objects.using("owner").get(item_id=meeting)
    assert old.next_id is not None
    assert Meeting.objects.using("owner").get(item_id=old.next_id).state == "dated"
    people = Participant.objects.using("owner").filter(item_id=old.next_id)
    assert {one.member_id for one in people} == {
        one.member for one in (cast.hanneke, cast.jannie, cast.linda)
    }
    points = Point.objects.using("owner").filter(meeting_id=old.next_id)
    assert {one.item.title for one in points} == {"De vakantie", "De zwachtel"}
    assert "De zwachtel" not in text(client_of(cast.linda).get(answer["Location"]))
    with pytest.raises(PlannedAlready):
        act(cast, cast.hanneke, plan_next, meeting=meeting, moment=clock.now() + timedelta(days=9))


def test_who_left_is_not_asked_to_the_next_meeting_and_does_not_keep_it_from_being_planned(
    cast: Cast,
) -> None:
    meeting = called(cast, cast.hanneke, invited=(cast.jannie, cast.linda), chair=cast.linda.member)
    act(cast, cast.hanneke, hold_meeting.begin_meeting, meeting=meeting)
    act(cast, cast.hanneke, hold_meeting.close_meeting, meeting=meeting)
    cast.owner.execute(
        "UPDATE networks_member SET left_at = now() WHERE id = %s", [cast.linda.member]
    )
    moment = clock.now() + timedelta(days=9)
    made = act(cast, cast.hanneke, plan_next, meeting=meeting, moment=moment)
    after = Meeting.objects.using("owner").get(item_id=made)
    people = Participant.objects.using("owner").filter(item_id=made)
    assert after.chair_id == cast.hanneke.member
    assert {one.member_id for one in people} == {cast.hanneke.member, cast.jannie.member}
