"""The address a calendar program reads: what it holds for whom, and how it ends."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import ProgrammingError
from django.test import Client
from icalendar import Calendar

from tests.cast import Cast, Somebody
from tests.visitor import inside, text
from zorgverband.agenda.actions import cancel_visit, move_visit
from zorgverband.agenda.actions.details import Details
from zorgverband.agenda.actions.make_feed import AT_MOST
from zorgverband.agenda.models import Feed, Kind
from zorgverband.base import clock
from zorgverband.base.repeating import Rule
from zorgverband.journal.models import Look
from zorgverband.sharing.subjects import Subject

from .visits import TOMORROW, daily, page, planned, post, with_purpose

HOME = ZoneInfo("Europe/Amsterdam")


def fed(cast: Cast, who: Somebody, client_of: Any, **typed: str) -> str:
    """Make an address through the page; answers it without the host."""
    client = client_of(who)
    assert post(client, page("agenda_feeds", cast), **typed).status_code == 302
    found = re.search(r'value="(http[^"]+\.ics)"', text(client.get(page("agenda_feeds", cast))))
    assert found
    return urlsplit(found[1]).path


def events(answer: Any) -> dict[str, Any]:
    """The events of an answer by their uid."""
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return {str(one["uid"]): one for one in Calendar.from_ical(answer.content).walk("VEVENT")}


def looks(cast: Cast) -> list[set[UUID]]:
    found = Look.objects.using("owner").filter(network_id=cast.network, door="agenda_feed")
    return [set(one.items) for one in found]


def test_a_program_reads_when_somebody_comes_and_only_when_asked_who(
    cast: Cast, client_of: Any
) -> None:
    visit = planned(cast, cast.fatima, who=cast.fatima, place="In de tuin")
    with_purpose(cast, visit)
    only_times = fed(cast, cast.marijke, client_of)
    with_titles = fed(cast, cast.marijke, client_of, titles="1")
    program = Client()
    (bare,) = events(program.get(only_times)).values()
    (said,) = events(program.get(with_titles)).values()
    start = datetime.combine(clock.today() + TOMORROW, time(9), HOME)
    assert (bare["summary"], said["summary"]) == ("Bezoek", "Thuiszorg De Brug")
    assert bare["dtstart"].dt == said["dtstart"].dt == start
    assert bare["dtend"].dt - bare["dtstart"].dt == timedelta(hours=1)
    for answer in (program.get(only_times), program.get(with_titles)):
        assert b"Wond" not in answer.content
        assert b"tuin" not in answer.content
    assert looks(cast) == [{visit}] * 4


def test_the_same_agenda_is_the_same_bytes_and_not_read_again(cast: Cast, client_of: Any) -> None:
    planned(cast, cast.marijke, rule=daily())
    program, address = Client(), fed(cast, cast.marijke, client_of)
    first = program.get(address)
    again = program.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert len(looks(cast)) == 1
    assert program.get(address).content == first.content
    planned(cast, cast.marijke)
    assert program.get(address, headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_what_moved_or_was_called_off_says_so_and_nine_stays_nine_in_summer_time(
    cast: Cast, client_of: Any
) -> None:
    with clock.at(datetime(2027, 3, 20, 12, tzinfo=HOME)):
        visit = planned(cast, cast.marijke, rule=daily(date(2027, 3, 26)))
        address = fed(cast, cast.jannie, client_of)
        with inside(cast.marijke.person, (cast.network,)) as viewer:
            here: dict[str, Any] = {
                "seat": viewer.seat(cast.network),
                "person": cast.marijke.person,
            }
            move_visit(visit=visit, on_date=date(2027, 3, 29), to=date(2027, 3, 30),
                       starts=time(15), **here)  # fmt: skip
            cancel_visit(visit=visit, on_date=date(2027, 3, 31), **here)
        found = events(Client().get(address))
    hours = {uid: one["dtstart"].dt for uid, one in found.items()}
    assert hours[f"{visit}.2027-03-27@zorgverband"].isoformat() == "2027-03-27T08:00:00+00:00"
    assert hours[f"{visit}.2027-03-28@zorgverband"].isoformat() == "2027-03-28T07:00:00+00:00"
    assert hours[f"{visit}.2027-03-29@zorgverband"].isoformat() == "2027-03-30T13:00:00+00:00"
    assert found[f"{visit}.2027-03-31@zorgverband"]["status"] == "CANCELLED"
    assert found[f"{visit}.2027-03-29@zorgverband"]["sequence"] > 0


def test_it_holds_what_its_owner_may_read_at_that_moment(cast: Cast, client_of: Any) -> None:
    planned(cast, cast.fatima)
    family = [cast.jannie.member, cast.marijke.member]
    planned(cast, cast.marijke, circle="family", audience=family)
    program = Client()
    hers, his = fed(cast, cast.marijke, client_of), fed(cast, cast.linda, client_of)
    assert len(events(program.get(hers))) == 2
    assert len(events(program.get(his))) == 1
    cast.permit(cast.linda, Subject.COMING, about=cast.jannie, read=False)
    assert events(program.get(his)) == {}


def test_an_address_that_ended_answers_as_one_that_never_was(
    cast: Cast, client_of: Any, owner: Any
) -> None:
    never = f"/agenda-adres/{'x' * 43}.ics"
    stopped = fed(cast, cast.marijke, client_of)
    gone, closed = fed(cast, cast.ria, client_of), fed(cast, cast.linda, client_of)
    left_team = fed(cast, cast.fatima, client_of)
    program = Client()
    for address in (stopped, gone, closed, left_team):
        assert program.get(address).status_code == 200
    feed = Feed.objects.using("owner").get(network_id=cast.network, person_id=cast.marijke.person)
    ending = f"{page('agenda_feeds', cast)}{feed.id}/stoppen/"
    assert post(client_of(cast.jannie), ending).status_code == 404
    for _twice in range(2):
        assert post(client_of(cast.marijke), ending).status_code == 302
    now = clock.now() - timedelta(seconds=1)
    owner.execute("UPDATE networks_member SET left_at = %s WHERE id = %s", [now, cast.ria.member])
    owner.execute("UPDATE people_account SET is_active = false WHERE id = %s", [cast.linda.account])
    owner.execute("UPDATE people_teamperson SET ends_at = %s WHERE person_id = %s",
                  [now, cast.fatima.person])  # fmt: skip
    nothing = program.get(never)
    assert nothing.status_code == 404
    for address in (stopped, gone, closed, left_team):
        answer = program.get(address)
        assert (answer.status_code, answer.content) == (404, nothing.content)
        assert answer.headers.items() == nothing.headers.items()


def test_an_address_reads_through_the_seat_it_was_made_for_and_no_other(
    cast: Cast, client_of: Any, owner: Any
) -> None:
    # As when somebody left and came back, or chose another hat.
    address = fed(cast, cast.ria, client_of)
    assert Client().get(address).status_code == 200
    owner.execute("UPDATE agenda_feed SET member_id = %s WHERE person_id = %s",
                  [cast.marijke.member, cast.ria.person])  # fmt: skip
    assert Client().get(address).status_code == 404


def test_nobody_has_more_than_five_and_bad_words_make_nothing(cast: Cast, client_of: Any) -> None:
    for _time in range(AT_MOST):
        fed(cast, cast.jannie, client_of)
    answer = post(client_of(cast.jannie), page("agenda_feeds", cast))
    assert answer.status_code == 409
    assert "U hebt al vijf adressen" in text(answer)
    assert Feed.objects.using("owner").filter(network_id=cast.network).count() == AT_MOST


def test_who_was_signed_in_long_ago_is_asked_who_they_are_first(cast: Cast, client_of: Any) -> None:
    client = client_of(cast.marijke, proven=3600)
    assert client.get(page("agenda_feeds", cast)).status_code == 302
    assert post(client, page("agenda_feeds", cast)).status_code == 403
    assert not Feed.objects.using("owner").filter(network_id=cast.network).exists()


def test_the_lock_shows_an_address_to_its_owner_alone_and_makes_none_for_another(
    cast: Cast, client_of: Any, entered: Any
) -> None:
    fed(cast, cast.marijke, client_of)
    for who, rows in ((cast.marijke, 1), (cast.jannie, 0), (cast.hanneke, 0)):
        with entered(who):
            assert Feed.objects.count() == rows
    made = {"network_id": cast.network, "token_hash": uuid4().hex, "made_at": clock.now()}
    for person, member in (
        (cast.jannie.person, cast.jannie.member),
        (cast.ria.person, cast.jannie.member),
    ):
        with pytest.raises(ProgrammingError, match="row-level security"), entered(cast.ria):
            Feed.objects.bulk_create([Feed(**made, person_id=person, member_id=member)])
    with entered(cast.ria):
        Feed.objects.bulk_create([
            Feed(**made, person_id=cast.ria.person, member_id=cast.ria.member)
        ])  # fmt: skip
    with entered(cast.ria):
        assert Feed.objects.filter(person_id=cast.ria.person).update(ended_at=clock.now()) == 1
    with entered(cast.ria):
        assert Feed.objects.filter(person_id=cast.ria.person).update(ended_at=None) == 0


def test_moving_a_visit_out_of_the_rule_is_one_event(cast: Cast, client_of: Any) -> None:
    # Control for the uid: two times of one series never share theirs.
    planned(cast, cast.marijke, rule=Rule(clock.today()))
    planned(cast, cast.marijke, rule=daily())
    found = Calendar.from_ical(Client().get(fed(cast, cast.jannie, client_of)).content)
    uids = [str(one["uid"]) for one in found.walk("VEVENT")]
    assert len(uids) == len(set(uids)) == 1 + 93


def test_of_going_to_a_doctor_only_the_time_leaves(cast: Cast, client_of: Any) -> None:
    details = Details(kind=Kind.OUT, medical=Subject.HEALTH)
    planned(cast, cast.marijke, what="Staar", details=details)
    address = fed(cast, cast.marijke, client_of, titles="1")
    (event,) = events(Client().get(address)).values()
    assert event["summary"] == "Ergens naartoe"
    # The control: an outing for everybody leaves with its words.
    planned(cast, cast.marijke, what="Taart", details=Details(kind=Kind.OUT))
    words = {str(one["summary"]) for one in events(Client().get(address)).values()}
    assert words == {"Ergens naartoe", "Tante Wil: Taart"}


def test_no_words_become_lines_of_the_calendar(cast: Cast, client_of: Any) -> None:
    for end in ("\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\r", "\n", "\r\n"):
        planned(
            cast, cast.fatima, who=cast.fatima, what=f"Samen{end}ATTACH:https://x.test/{end}koken"
        )
    answer = Client().get(fed(cast, cast.marijke, client_of, titles="1"))
    assert len(events(answer)) == 8
    lines = answer.content.decode().splitlines()
    assert not [line for line in lines if line.startswith(("ATTACH", "koken"))]
    assert {word for one in events(answer).values() for word in str(one["summary"]).split()} >= {
        "koken"
    }
