"""Before a meeting: the poll, its date in the agenda, who comes, and an agenda out of what goes on."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import ProgrammingError

from tests.cast import Cast
from tests.visitor import text
from zorgverband.agenda.models import Visit, VisitChange
from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.bottlenecks.models import Bottleneck
from zorgverband.journal.models import Event
from zorgverband.meetings import queries
from zorgverband.meetings.models import Meeting, Participant, Point, PollAnswer, PollOption
from zorgverband.record.models import Measurement
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from .calling import brought, called, page, post, stage

OWNER = "owner"


def moments(count: int) -> tuple[datetime, ...]:
    first = clock.now().replace(hour=10, minute=0, second=0, microsecond=0)
    return tuple(first + timedelta(days=3 + number) for number in range(count))


def answers(meeting: Any) -> dict[Any, str]:
    rows = Participant.objects.using(OWNER).filter(item_id=meeting)
    return dict(rows.values_list("member_id", "answer"))


def place_in_agenda(meeting: Any) -> str:
    visit = Meeting.objects.using(OWNER).get(item_id=meeting).visit_id
    assert visit
    return Visit.objects.using(OWNER).get(item_id=visit).place


def edits(meeting: Any) -> int:
    visit = Meeting.objects.using(OWNER).get(item_id=meeting).visit_id
    assert visit
    return Event.objects.using(OWNER).filter(item_id=visit, verb="edited").count()


def test_a_date_is_found_by_a_poll_and_stands_in_the_agenda(cast: Cast, client_of: Any) -> None:
    meeting = called(cast, cast.fatima, invited=(cast.jannie, cast.linda), moments=moments(2))
    first, second = PollOption.objects.using(OWNER).filter(item_id=meeting).order_by("starts_at")
    town, client, nurse = client_of(cast.linda), client_of(cast.jannie), client_of(cast.fatima)
    for who, option, says in ((town, first, "no"), (town, second, "yes"), (client, second, "maybe"),
                              (client, second, "yes")):  # fmt: skip
        at = page("vote_meeting", cast, meeting_id=meeting, option_id=option.id)
        assert post(who, at, vote=says).status_code == 302
    assert PollAnswer.objects.using(OWNER).filter(item_id=meeting).count() == 3
    at = page("vote_meeting", cast, meeting_id=meeting, option_id=first.id)
    assert post(client_of(cast.joost), at, vote="yes").status_code == 403
    assert post(town, at, vote="vast").status_code == 422
    shown = text(nurse.get(page("meeting", cast, meeting_id=meeting)))
    assert "komt het beste uit" in shown
    at = page("choose_date", cast, meeting_id=meeting)
    chosen = {"moment": second.starts_at.isoformat()}
    assert post(town, at, **chosen).status_code == 403
    assert post(nurse, at, **chosen).status_code == 302
    row = Meeting.objects.using(OWNER).get(item_id=meeting)
    assert (row.state, row.starts_at) == ("dated", second.starts_at)
    assert answers(meeting)[cast.linda.member] == "yes"
    assert answers(meeting)[cast.fatima.member] == "unknown"
    assert row.visit_id
    assert Visit.objects.using(OWNER).get(item_id=row.visit_id).who_name == "Overleg"
    assert "Overleg" in text(client_of(cast.ria).get(page("agenda", cast)))
    later = (clock.today() + timedelta(days=20)).isoformat()
    assert post(nurse, at, day=later, time="15:30").status_code == 302
    assert answers(meeting)[cast.linda.member] == "unknown"
    assert str(VisitChange.objects.using(OWNER).get(item_id=row.visit_id).moved_on) == later
    assert post(nurse, at, day="2020-01-01", time="15:30").status_code == 422


def test_who_is_asked_says_whether_they_come_and_that_they_are_ready(
    cast: Cast, client_of: Any, entered: Any
) -> None:
    meeting = called(cast, cast.fatima, asked="Wat gaat er goed?")
    daughter = client_of(cast.marijke)
    assert "Wat gaat er goed?" in text(daughter.get(page("meeting", cast, meeting_id=meeting)))
    assert (
        post(daughter, page("answer_call", cast, meeting_id=meeting), comes="no").status_code == 302
    )
    assert post(daughter, page("say_ready", cast, meeting_id=meeting)).status_code == 302
    mine = Participant.objects.using(OWNER).get(item_id=meeting, member_id=cast.marijke.member)
    assert (mine.answer, mine.ready_at is not None) == ("no", True)
    for name in ("answer_call", "say_ready"):
        at = page(name, cast, meeting_id=meeting)
        assert post(client_of(cast.joost), at, comes="yes").status_code == 403
    with pytest.raises(ProgrammingError, match="in the name of another"), entered(cast.fatima):
        Participant.objects.filter(id=mine.id).update(confirmed_at=clock.now())


def test_who_leads_asks_others_changes_where_and_calls_it_off(cast: Cast, client_of: Any) -> None:
    meeting = called(cast, cast.fatima, moments=moments(1))
    nurse, daughter = client_of(cast.fatima), client_of(cast.marijke)

    def at(name: str, **more: Any) -> str:
        return page(name, cast, meeting_id=meeting, **more)

    when = {"moment": moments(1)[0].isoformat()}
    assert post(nurse, at("choose_date"), **when).status_code == 302
    assert post(nurse, at("ask_more"), member=str(cast.anouk.member)).status_code == 302
    assert post(nurse, at("ask_more"), member=str(cast.ria.member)).status_code == 422
    assert post(nurse, at("leave_out", member_id=cast.anouk.member)).status_code == 302
    setting = {"chair": str(cast.marijke.member), "minutes": "30", "place": "Thuis"}
    assert post(nurse, at("change_meeting"), **setting, video="http://x").status_code == 422
    assert post(daughter, at("change_meeting"), **setting).status_code == 403
    assert post(nurse, at("change_meeting"), **setting).status_code == 302
    assert place_in_agenda(meeting) == "Thuis"
    assert post(daughter, at("change_meeting"), **setting | {"place": "Bij Ma"}).status_code == 302
    assert place_in_agenda(meeting) == "Bij Ma"
    assert edits(meeting) == 2
    assert post(daughter, at("change_meeting"), **setting | {"place": "Bij Ma"}).status_code == 302
    assert edits(meeting) == 2
    assert "Afzeggen" in text(daughter.get(at("cancel_meeting")))
    assert post(daughter, at("cancel_meeting")).status_code == 302
    row = Meeting.objects.using(OWNER).get(item_id=meeting)
    assert (row.state, row.place) == ("cancelled", "Bij Ma")
    assert row.visit_id
    assert VisitChange.objects.using(OWNER).get(item_id=row.visit_id).cancelled
    told = Event.objects.using(OWNER).filter(verb="meeting_cancelled", item_id=meeting)
    assert cast.jannie.person in told.values_list("to_person_id", flat=True)
    assert post(nurse, at("choose_date"), **when).status_code == 409


def test_each_is_asked_something_of_their_own_and_their_own_points(
    cast: Cast, client_of: Any
) -> None:
    meeting = called(cast, cast.fatima, invited=(cast.jannie, cast.marijke), asked="Voor iedereen.")
    nurse, daughter, client = (client_of(one) for one in (cast.fatima, cast.marijke, cast.jannie))
    at = page("meeting", cast, meeting_id=meeting)
    asks = page("ask_before", cast, meeting_id=meeting, member_id=cast.marijke.member)
    assert "Wat vraagt u vooraf?" in text(nurse.get(at + "?regelen=1"))
    assert post(daughter, asks, asked="Nee").status_code == 403
    told = Event.objects.using(OWNER).filter(
        item_id=meeting, verb="meeting_called", to_person_id=cast.marijke.person
    )
    before = told.count()
    for _turn in range(2):
        assert post(nurse, asks, asked="Houdt u het vol?").status_code == 302
    assert told.count() == before + 1
    assert "Houdt u het vol?" in text(daughter.get(at))
    assert "Voor iedereen." not in text(daughter.get(at))
    assert "Voor iedereen." in text(client.get(at))
    point = brought(cast, cast.marijke, meeting, "Een weekend vrij")
    own = text(daughter.get(at)).split("vooraf over nadenken")[1].split("Ik ben klaar")[0]
    assert str(point) in own
    assert "Deze punten komen van u" not in text(client.get(at))
    assert post(daughter, page("say_ready", cast, meeting_id=meeting)).status_code == 302
    assert post(nurse, asks, asked="Toch iets anders").status_code == 409
    away = page("ask_before", cast, meeting_id=meeting, member_id=cast.joost.member)
    assert post(nurse, away, asked="En u?").status_code == 404


def test_why_it_is_held_is_changed_by_who_called_it_while_it_is_planned(
    cast: Cast, client_of: Any
) -> None:
    meeting = called(cast, cast.fatima, invited=(cast.jannie, cast.marijke))
    at = page("change_meeting", cast, meeting_id=meeting)
    setting = {"chair": str(cast.marijke.member), "minutes": "30"}
    nurse, daughter = client_of(cast.fatima), client_of(cast.marijke)
    new = setting | {"reason": "Langer thuis blijven", "version": "1"}
    assert post(nurse, at, **new).status_code == 302
    assert "Langer thuis blijven" in text(daughter.get(page("meeting", cast, meeting_id=meeting)))
    assert Item.objects.using(OWNER).get(id=meeting).version == 2
    # From an older page, by another who leads it, and when it is over: nothing changes.
    assert post(nurse, at, **new | {"reason": "Iets anders"}).status_code == 409
    assert post(daughter, at, **new | {"reason": "Van mij", "version": "2"}).status_code == 403
    assert "Van mij" not in text(nurse.get(page("meeting", cast, meeting_id=meeting)))
    assert post(daughter, at, **setting).status_code == 302
    stage(meeting, "cancelled")
    assert post(nurse, at, **new | {"reason": "Te laat", "version": "2"}).status_code == 409
    assert Item.objects.using(OWNER).get(id=meeting).title == "Langer thuis blijven"


def test_the_order_is_changed_by_who_leads_as_they_see_it(cast: Cast, client_of: Any) -> None:
    meeting = called(cast, cast.linda, invited=(cast.jannie, cast.fatima))
    first = brought(cast, cast.linda, meeting, "Een")
    brought(cast, cast.fatima, meeting, "Wond", Subject.HEALTH)
    last = brought(cast, cast.linda, meeting, "Drie")
    town, nurse = client_of(cast.linda), client_of(cast.fatima)
    assert post(town, page("move_point", cast, point_id=last), to="up").status_code == 302
    shown = text(nurse.get(page("meeting", cast, meeting_id=meeting)))
    assert shown.index("Drie") < shown.index("Een")
    assert post(nurse, page("move_point", cast, point_id=first), to="up").status_code == 403
    assert post(nurse, page("drop_point", cast, point_id=first)).status_code == 403
    assert post(town, page("drop_point", cast, point_id=first)).status_code == 302
    assert "Een<" not in text(nurse.get(page("meeting", cast, meeting_id=meeting)))
    assert "Een" in text(nurse.get(page("meeting_point", cast, point_id=first)))
    stage(meeting, "cancelled")
    assert post(town, page("drop_point", cast, point_id=last)).status_code == 409


def gone_wrong(cast: Cast, fact: Any, subject: Subject, **more: Any) -> Any:
    since = clock.now() - timedelta(days=3)
    row = Bottleneck(
        id=new_id(), network_id=cast.network, kind="agreement_unaccepted", key=str(fact), digest="",
        about_id=cast.jannie.member, subject=subject, facts=[fact], who_id=cast.marijke.member,
        since=since, opened_at=since, seriousness=5, **more,
    )  # fmt: skip
    row.save(using=OWNER)
    return row.id


def test_the_agenda_is_built_from_what_goes_on_and_opens_nothing(
    cast: Cast, client_of: Any, entered: Any
) -> None:
    readers = [cast.fatima.member, cast.jannie.member]
    few = cast.item(about=cast.jannie, subject=Subject.ARRANGEMENTS, author=cast.fatima,
                    kind="agreement", title="Sleutel laten maken", audience=readers)  # fmt: skip
    all_of_us = cast.item(about=cast.jannie, subject=Subject.ARRANGEMENTS, author=cast.fatima,
                          kind="agreement", title="Lamp vervangen")  # fmt: skip
    weight = cast.item(about=cast.jannie, subject=Subject.RESULTS, author=cast.fatima,
                       kind="measurement", title="Gewicht")  # fmt: skip
    Measurement(item_id=weight, network_id=cast.network, about_id=cast.jannie.member, name="Gewicht",
                series=new_id(), value=80, unit="kg", taken_at=clock.now()).save(using=OWNER)  # fmt: skip
    narrow, wide = (gone_wrong(cast, one, Subject.ARRANGEMENTS) for one in (few, all_of_us))
    meeting = called(cast, cast.fatima, invited=(cast.jannie, cast.linda))
    nurse, at = client_of(cast.fatima), page("build_agenda", cast, meeting_id=meeting)
    shown = text(nurse.get(at))
    for words in ("Sleutel laten maken", "Lamp vervangen", "Gewicht"):
        assert words in shown
    assert "Sleutel" not in text(client_of(cast.linda).get(at))
    ticked = [f"bottleneck-{narrow}", f"bottleneck-{wide}", f"measurement-{weight}"]
    assert post(nurse, at, point=ticked).status_code == 302
    points = Point.objects.using(OWNER).filter(meeting_id=meeting)
    assert set(points.values_list("source_id", flat=True)) == {narrow, wide, weight}
    item = Item.objects.using(OWNER).get(id=points.get(source_id=narrow).item_id)
    assert sorted(item.audience or []) == sorted(readers)
    assert Item.objects.using(OWNER).get(id=points.get(source_id=wide).item_id).audience is None
    with entered(cast.linda):
        assert [row["source_id"] for row in queries.points(meeting)] == [wide]
    assert "Lamp vervangen" not in text(nurse.get(at))


def test_who_is_asked_finds_the_meeting_on_their_first_page(cast: Cast, client_of: Any) -> None:
    meeting = called(cast, cast.fatima, moments=moments(2))
    shown = text(client_of(cast.jannie).get(page("today", cast)))
    assert "Wat wilt u bespreken?" in shown
    assert "Zeg wanneer u kunt" in shown
    assert "Wat wilt u bespreken?" not in text(client_of(cast.marijke).get(page("today", cast)))
    assert str(meeting) not in text(client_of(cast.anouk).get(page("today", cast)))
    stage(meeting, "cancelled")
    assert str(meeting) not in text(client_of(cast.jannie).get(page("today", cast)))


def test_of_one_moment_the_date_stands_at_once(cast: Cast, client_of: Any) -> None:
    nurse, (moment,) = client_of(cast.fatima), moments(1)
    here = moment.astimezone(clock.HOME)
    form = {"about": str(cast.jannie.member), "reason": "Hoe verder", "kind": "mdo", "minutes": "60",
            "chair": str(cast.fatima.member), "member": str(cast.jannie.member),
            "day1": here.date().isoformat(), "time1": here.strftime("%H:%M")}  # fmt: skip
    answer = post(nurse, page("call_meeting", cast), **form)
    assert answer.status_code == 302
    row = Meeting.objects.using(OWNER).get(network_id=cast.network)
    assert (row.state, row.starts_at) == ("dated", moment.replace(second=0, microsecond=0))
    told = Event.objects.using(OWNER).filter(item_id=row.item_id, to_person_id=cast.jannie.person)
    assert list(told.values_list("verb", flat=True)) == ["meeting_called"]
    assert "Zeg of u komt" in text(client_of(cast.jannie).get(page("today", cast)))
    two = {"day2": (here.date() + timedelta(days=1)).isoformat(), "time2": "10:00"}
    assert post(nurse, page("call_meeting", cast), **form | two).status_code == 302
    assert Meeting.objects.using(OWNER).filter(network_id=cast.network, state="preparing").exists()


def test_who_was_left_out_and_is_asked_anew_hears_it(cast: Cast, client_of: Any) -> None:
    meeting = called(cast, cast.fatima, invited=(cast.jannie, cast.anouk))
    nurse, gp = client_of(cast.fatima), client_of(cast.anouk)
    post(gp, page("answer_call", cast, meeting_id=meeting), comes="no")
    at = page("leave_out", cast, meeting_id=meeting, member_id=cast.anouk.member)
    assert post(nurse, at).status_code == 302
    again = {"member": str(cast.anouk.member)}
    assert post(nurse, page("ask_more", cast, meeting_id=meeting), **again).status_code == 302
    told = Event.objects.using(OWNER).filter(item_id=meeting, to_person_id=cast.anouk.person)
    assert list(told.values_list("verb", flat=True)) == ["meeting_called", "meeting_called"]
    assert answers(meeting)[cast.anouk.member] == "unknown"
