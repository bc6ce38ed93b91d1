"""What stands when a meeting is over: nobody's words are lost, none are added or changed, and what goes
on out of it has no more readers than it had."""

import re
import threading
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import ProgrammingError, connection

from tests.cast import Cast
from tests.visitor import inside, text
from zorgverband.base import clock
from zorgverband.complaints.tests.asking import complain
from zorgverband.control.tests.doing import confirm
from zorgverband.meetings.actions import (
    agree_on,
    choose_date,
    drop_point,
    hold_meeting,
    leave_out,
    settle_minutes,
)
from zorgverband.meetings.actions.bring_point import MeetingOver
from zorgverband.meetings.actions.call_meeting import add_participants
from zorgverband.meetings.actions.choose_date import cancel_meeting
from zorgverband.meetings.actions.plan_next import plan_next
from zorgverband.meetings.models import Meeting, Note, NoteKind, Participant, Point, Presence
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject
from zorgverband.talks.tests.talking import begun
from zorgverband.ui.dates import day_within

from .calling import brought, called, noted, page, post
from .test_hold_meeting import act

PLAIN = "De traplift wordt aangevraagd"


@pytest.fixture
def running(cast: Cast) -> tuple[UUID, UUID, UUID]:
    """(meeting, a point about the home, a note of Linda under it), while it is held."""
    meeting = called(
        cast, cast.hanneke, invited=(cast.jannie, cast.marijke, cast.anouk, cast.linda)
    )
    lift = brought(cast, cast.linda, meeting, "Traplift", Subject.HOME)
    act(cast, cast.hanneke, hold_meeting.begin_meeting, meeting=meeting)
    return meeting, lift, noted(cast, cast.linda, lift, PLAIN, NoteKind.DECISION)


def words_of(item: UUID) -> str:
    return str(Item.objects.using("owner").get(id=item).body)


def later() -> datetime:
    return clock.now() + timedelta(days=9)


def test_after_a_meeting_nothing_comes_in_its_minutes_but_corrections(
    cast: Cast, client_of: Any, entered: Any, running: Any
) -> None:
    meeting, lift, _note = running
    linda, at = client_of(cast.linda), page("meeting_point", cast, point_id=lift)
    write = page("write_note", cast, point_id=lift)
    # While it is held one writes at the point as well; a correction is for after.
    assert write in text(linda.get(at))
    assert post(linda, write, kind="worry", words="Het duurt lang.").status_code == 302
    assert post(linda, write, kind="correction", words="Toch niet.").status_code == 422
    act(cast, cast.hanneke, hold_meeting.close_meeting, meeting=meeting)
    assert write not in text(linda.get(at))
    live = page("note_live", cast, meeting_id=meeting, point_id=lift)
    for at in (write, live):
        # Who was still writing when it was closed reads back what they wrote.
        late = post(linda, at, kind="decision", words="En een scootmobiel.")
        assert (late.status_code, "En een scootmobiel." in text(late)) == (409, True)
    with pytest.raises(MeetingOver):
        noted(cast, cast.hanneke, lift, "Nog een besluit", NoteKind.DECISION)
    item = cast.item(about=cast.jannie, subject=Subject.HOME, author=cast.linda,
                     kind="meeting_note")  # fmt: skip
    row = Note(item_id=item, network_id=cast.network, point_id=lift, kind=NoteKind.DECISION)
    with pytest.raises(ProgrammingError, match="row-level"), entered(cast.linda):
        Note.objects.bulk_create([row])
    act(cast, cast.linda, settle_minutes.correct_minutes, meeting=meeting, point=lift,
        words="Twee trapliften.")  # fmt: skip
    kinds = Note.objects.using("owner").filter(point_id=lift).values_list("kind", flat=True)
    assert sorted(kinds) == ["correction", "decision", "worry"]


def test_words_in_minutes_stand_as_they_were_said(cast: Cast, client_of: Any, running: Any) -> None:
    meeting, lift, note = running
    linda = client_of(cast.linda)
    edit, back = (page(name, cast, item_id=note) for name in ("edit", "take_back"))
    assert post(linda, edit, title="", body=PLAIN + ".", version=1).status_code == 302
    act(cast, cast.hanneke, hold_meeting.close_meeting, meeting=meeting)
    assert linda.get(edit).status_code == 409
    refused = post(linda, edit, title="", body="Er komt geen traplift", version=2)
    assert (refused.status_code, "Er komt geen traplift" in text(refused)) == (409, True)
    assert post(linda, back).status_code == 409
    assert post(linda, page("edit", cast, item_id=lift), title="Iets", version=1).status_code == 409
    assert words_of(note) == PLAIN + "."
    # Of another's words one hears nothing else than before.
    assert client_of(cast.marijke).get(edit).status_code == 403


def test_what_was_noted_stays_in_the_minutes_when_its_point_was_taken_off_the_list(
    cast: Cast, client_of: Any, running: Any
) -> None:
    meeting, lift, _note = running
    empty = brought(cast, cast.hanneke, meeting, "De tuin", Subject.HOME)
    noted(cast, cast.linda, lift, "De drempels", NoteKind.PARKED)
    for point in (lift, empty):
        act(cast, cast.hanneke, drop_point, point=point)
    act(cast, cast.hanneke, hold_meeting.close_meeting, meeting=meeting)
    shown = text(client_of(cast.jannie).get(page("minutes", cast, meeting_id=meeting)))
    assert PLAIN in shown
    assert "De tuin" not in shown
    made = act(cast, cast.hanneke, plan_next, meeting=meeting, moment=later())
    points = Point.objects.using("owner").filter(meeting_id=made)
    assert [one.item.title for one in points] == ["De drempels"]


def test_the_next_meeting_is_planned_also_when_chair_and_others_left(
    cast: Cast, running: Any
) -> None:
    meeting, _lift, _note = running
    Meeting.objects.using("owner").filter(item_id=meeting).update(
        chair_id=cast.anouk.member, secretary_id=cast.linda.member
    )
    act(cast, cast.hanneke, hold_meeting.close_meeting, meeting=meeting)
    for who in (cast.anouk, cast.linda):
        cast.end(who)
    made = act(cast, cast.hanneke, plan_next, meeting=meeting, moment=later())
    row = Meeting.objects.using("owner").get(item_id=made)
    assert (row.chair_id, row.secretary_id) == (cast.hanneke.member, None)
    people = Participant.objects.using("owner").filter(item_id=made)
    asked = {one.member_id for one in people}
    assert asked == {one.member for one in (cast.hanneke, cast.jannie, cast.marijke)}


def test_what_was_said_among_few_goes_on_among_few(cast: Cast, running: Any) -> None:
    meeting, _lift, _note = running
    few = [cast.jannie.member, cast.hanneke.member, cast.marijke.member]
    point = brought(cast, cast.hanneke, meeting, "De erfenis", Subject.HOME, audience=few)
    noted(cast, cast.hanneke, point, "De ruzie met Peter", NoteKind.PARKED)
    open_point = brought(cast, cast.hanneke, meeting, "De trap", Subject.HOME)
    agreed = noted(cast, cast.hanneke, open_point, "De leuning maken", NoteKind.ACTION)
    old = noted(cast, cast.hanneke, open_point, "De kelder", NoteKind.PARKED)
    # The client objects against one reader of a note; another reads what is written from now on.
    Item.objects.using("owner").filter(id=agreed).update(denied=[cast.linda.member])
    cast.permit(cast.linda, Subject.HOME, about=cast.jannie, read=True, write=True)
    act(cast, cast.hanneke, hold_meeting.close_meeting, meeting=meeting)
    made = act(cast, cast.hanneke, agree_on, note=agreed, executor=cast.marijke.member)
    following = act(cast, cast.hanneke, plan_next, meeting=meeting, moment=later())
    with inside(cast.linda.person, [cast.network]):
        assert not Item.objects.filter(id__in=(old, agreed, made.item_id)).exists()
        assert not Item.objects.filter(meeting_point__meeting_id=following).exists()
    with inside(cast.marijke.person, [cast.network]):
        assert Item.objects.filter(id=made.item_id).exists()
        assert Item.objects.filter(meeting_point__meeting_id=following).count() == 2


def test_who_may_not_write_in_the_agenda_calls_a_meeting_off_as_well(cast: Cast) -> None:
    meeting = called(cast, cast.hanneke, chair=cast.marijke.member)
    act(cast, cast.hanneke, choose_date, meeting=meeting, starts_at=later())
    cast.permit(cast.marijke, Subject.COMING, about=cast.jannie)
    act(cast, cast.marijke, cancel_meeting, meeting=meeting)
    assert Meeting.objects.using("owner").get(item_id=meeting).state == "cancelled"


def test_two_who_say_the_same_at_the_same_moment_are_both_heard(cast: Cast, running: Any) -> None:
    meeting, _lift, _note = running
    ready, heard = threading.Barrier(2), []

    def at_once(who: Any, verb: Any, **parts: Any) -> None:
        try:
            with inside(who.person, (cast.network,)) as viewer:
                ready.wait(10)
                verb(seat=viewer.seat(cast.network), person=who.person, meeting=meeting, **parts)
            heard.append(who.name)
        finally:
            connection.close()

    for verb, parts, other in (
        (hold_meeting.come, {"member": cast.linda.member}, {}),
        (add_participants, {"members": [cast.joost.member]}, {"members": [cast.joost.member]}),
    ):
        second = cast.linda if verb is hold_meeting.come else cast.jannie
        both = [threading.Thread(target=at_once, args=(cast.hanneke, verb), kwargs=parts),
                threading.Thread(target=at_once, args=(second, verb), kwargs=other)]  # fmt: skip
        for one in both:
            one.start()
        for one in both:
            one.join(20)
    assert len(heard) == 4
    there = Presence.objects.using("owner").filter(item_id=meeting, member_id=cast.linda.member)
    assert there.count() == 1
    asked = Participant.objects.using("owner").filter(item_id=meeting)
    assert asked.filter(member_id=cast.joost.member).count() == 1
    act(cast, cast.hanneke, leave_out, meeting=meeting, member=cast.joost.member)


def test_a_note_is_kept_to_its_last_sign_and_says_of_which_day_it_is(
    cast: Cast, client_of: Any, running: Any
) -> None:
    meeting, lift, note = running
    linda = client_of(cast.linda)
    live = page("note_live", cast, meeting_id=meeting, point_id=lift)
    words = "x" * 3960 + "\r\n" * 30 + "en klaar."
    assert post(linda, live, kind="worry", words=words).status_code == 302
    made = Note.objects.using("owner").exclude(item_id=note).get(point_id=lift)
    assert words_of(made.item_id).endswith("en klaar.")
    before = clock.now() - timedelta(days=4)
    Item.objects.using("owner").filter(id=note).update(created_at=before)
    shown = text(linda.get(page("meeting_now", cast, meeting_id=meeting)))
    assert f"Linda Kok, {day_within(before, clock.today())} " in shown


def test_who_coordinates_goes_on_with_a_meeting_whose_chair_left(
    cast: Cast, client_of: Any
) -> None:
    meeting = called(cast, cast.marijke, invited=(cast.jannie, cast.linda))
    for what in ("De trap", "De tuin"):
        brought(cast, cast.jannie, meeting, what, Subject.HOME)
    act(cast, cast.marijke, hold_meeting.begin_meeting, meeting=meeting)
    cast.end(cast.marijke)
    here = page("meeting_now", cast, meeting_id=meeting)
    assert "Hierheen" not in text(client_of(cast.linda).get(here))
    hanneke = client_of(cast.hanneke)
    ways = re.findall(r'action="([^"]+/nu/punt/[^"/]+/)"', text(hanneke.get(here)))
    assert len(ways) == 2
    assert post(hanneke, ways[1]).status_code == 302
    assert post(hanneke, page("close_meeting", cast, meeting_id=meeting)).status_code == 302


def test_after_a_death_who_keeps_the_record_reads_why_nothing_can_be_added(
    cast: Cast, client_of: Any, running: Any
) -> None:
    meeting, lift, _note = running
    over = called(cast, cast.hanneke)
    for verb in (hold_meeting.begin_meeting, hold_meeting.close_meeting):
        act(cast, cast.hanneke, verb, meeting=over)
    act(cast, cast.hanneke, hold_meeting.go_away, meeting=meeting)
    talk, note = begun(cast, cast.hanneke), cast.item(
        about=cast.jannie, subject=Subject.DAY, author=cast.hanneke
    )  # fmt: skip
    asked = complain(cast.jannie, handler=cast.hanneke)
    hanneke = client_of(cast.hanneke)
    confirm(hanneke, page("record_death", cast, client_id=cast.jannie.member),
            died_on=clock.today().isoformat(), keeper=str(cast.hanneke.member))  # fmt: skip
    for name, parts in (
        ("approve_minutes", {"meeting_id": over}), ("come_to_meeting", {"meeting_id": meeting}),
        ("go_to_point", {"meeting_id": meeting, "point_id": lift}), ("say", {"item_id": talk}),
        ("close_conversation", {"item_id": talk}), ("reply", {"item_id": note}),
        ("say_more", {"complaint_id": asked}),
    ):  # fmt: skip
        answer = post(hanneke, page(name, cast, **parts), body="Ik mis haar.")
        assert answer.status_code == 409, name
        assert "Na het overlijden" in text(answer), name
