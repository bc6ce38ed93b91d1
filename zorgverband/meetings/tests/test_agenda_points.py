"""Points and notes: each an item under the rule; what is medical is not there for the social side."""

from typing import Any

import pytest
from django.db import ProgrammingError

from tests.cast import Cast
from zorgverband.base import clock
from zorgverband.meetings import queries
from zorgverband.meetings.actions.bring_point import MeetingOver, NoPoint, NotAtMeeting
from zorgverband.meetings.actions.call_meeting import CannotBeThere, MomentPast, UnsafeLink
from zorgverband.meetings.actions.write_note import LessPrivate, NobodySaid
from zorgverband.meetings.models import Meeting, Note, NoteKind, Point, Step
from zorgverband.sharing.subjects import Subject

from .calling import brought, called, noted, stage


def titles(cast: Cast, entered: Any, who: Any, meeting: Any) -> list[str]:
    with entered(who):
        return [row["item__title"] for row in queries.points(meeting)]


def test_the_agenda_begins_with_the_client_and_holds_what_each_may_read(
    cast: Cast, entered: Any
) -> None:
    meeting = called(cast, cast.fatima, invited=(cast.jannie, cast.marijke, cast.linda))
    brought(cast, cast.fatima, meeting, "Wondzorg", Subject.HEALTH)
    brought(cast, cast.linda, meeting, "Traplift", Subject.HOME)
    brought(cast, cast.jannie, meeting, "Weer naar de markt", Subject.PEOPLE)
    assert titles(cast, entered, cast.fatima, meeting)[-2:] == ["Wondzorg", "Traplift"][-2:]
    assert titles(cast, entered, cast.jannie, meeting) == [
        "Weer naar de markt",
        "Wondzorg",
        "Traplift",
    ]
    assert titles(cast, entered, cast.linda, meeting) == ["Weer naar de markt", "Traplift"]


def test_a_note_is_never_read_by_more_people_than_its_point(cast: Cast, entered: Any) -> None:
    meeting = called(cast, cast.fatima, invited=(cast.jannie, cast.linda))
    wound = brought(cast, cast.fatima, meeting, "Wondzorg", Subject.HEALTH)
    lift = brought(cast, cast.linda, meeting, "Afspraken", Subject.ARRANGEMENTS)
    with pytest.raises(LessPrivate):
        noted(cast, cast.fatima, wound, "Geld", subject=Subject.DAY)
    noted(cast, cast.fatima, lift, "Duizelig", subject=Subject.HEALTH)
    noted(cast, cast.linda, lift, "Lift komt in mei", NoteKind.SAID, said_by=cast.linda.member)
    with pytest.raises(NobodySaid):
        noted(cast, cast.linda, lift, "Wie?", NoteKind.SAID)
    with entered(cast.linda):
        assert [row["item__body"] for row in queries.notes([lift, wound])] == ["Lift komt in mei"]
    with entered(cast.jannie):
        assert len(queries.notes([lift, wound])) == 2
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.fatima)
    row = Note(item_id=item, network_id=cast.network, point_id=wound, kind=NoteKind.WORRY)
    with pytest.raises(ProgrammingError, match="row-level"), entered(cast.fatima):
        Note.objects.bulk_create([row])


def test_who_is_not_at_the_meeting_brings_and_notes_nothing(cast: Cast, entered: Any) -> None:
    meeting = called(cast, cast.fatima)
    with pytest.raises(NotAtMeeting):
        brought(cast, cast.joost, meeting, "Ook iets")
    item = cast.item(
        about=cast.jannie, subject=Subject.DAY, author=cast.joost, kind="meeting_point"
    )
    with pytest.raises(ProgrammingError, match="row-level"), entered(cast.joost):
        Point.objects.bulk_create(
            [Point(item_id=item, network_id=cast.network, meeting_id=meeting)]
        )
    with pytest.raises(NoPoint):
        brought(cast, cast.marijke, meeting, " ")
    stage(meeting, "cancelled")
    with pytest.raises(MeetingOver):
        brought(cast, cast.marijke, meeting, "Te laat")


def test_a_meeting_is_called_only_with_who_may_read_of_it(cast: Cast) -> None:
    with pytest.raises(CannotBeThere):
        called(cast, cast.fatima, invited=(cast.ria,))
    with pytest.raises(UnsafeLink):
        called(cast, cast.fatima, video="http://beeld.example")
    with pytest.raises(MomentPast):
        called(cast, cast.fatima, moments=(clock.now(),))


def test_during_a_medical_part_the_social_side_is_still_at_the_point_before(
    cast: Cast, entered: Any
) -> None:
    meeting = called(cast, cast.fatima, invited=(cast.jannie, cast.linda))
    lift = brought(cast, cast.linda, meeting, "Traplift", Subject.HOME)
    wound = brought(cast, cast.fatima, meeting, "Wondzorg", Subject.HEALTH)
    step = {"network_id": cast.network, "meeting_id": meeting, "at": clock.now()}

    def go(who: Any, point: Any) -> None:
        with entered(who):
            row = Step(item_id=point, person_id=who.person, member_id=who.member, **step)
            Step.objects.bulk_create([row])

    with pytest.raises(ProgrammingError, match="row-level"):
        go(cast.fatima, lift)
    stage(meeting, "running")
    go(cast.linda, lift)
    go(cast.fatima, wound)
    for who, point in ((cast.linda, lift), (cast.jannie, wound)):
        with entered(who):
            assert queries.current_point(meeting) == point
    with pytest.raises(ProgrammingError, match="row-level"):
        go(cast.linda, wound)


def test_who_leads_changes_the_meeting_and_what_was_held_stays_held(
    cast: Cast, entered: Any
) -> None:
    meeting = called(cast, cast.fatima)
    rows = Meeting.objects.filter(item_id=meeting)
    with entered(cast.marijke):
        assert rows.update(place="Elders") == 0
    with entered(cast.jannie):
        assert rows.update(place="Bij Jannie") == 1
    stage(meeting, "running")
    stage(meeting, "closed", closed_at=clock.now())
    with pytest.raises(Exception, match="no such stage"), entered(cast.fatima):
        rows.update(state="running")
