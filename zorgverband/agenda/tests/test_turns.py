"""Taking turns: who comes on which day, swapping a turn, going along and driving."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import ProgrammingError
from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.visitor import text
from zorgverband.agenda.actions.details import Details
from zorgverband.agenda.models import Kind, Part, Transport, TurnAsked, VisitTurn
from zorgverband.agenda.queries import visits_between
from zorgverband.base import clock
from zorgverband.base.repeating import Repeat, Rule
from zorgverband.journal.models import Event
from zorgverband.notifications.actions import deliver

from .visits import only_reads, page, planned, post

DAY, WEEK = timedelta(days=1), timedelta(days=7)


def weekly(cast: Cast) -> tuple[Any, date]:
    """Marijke and Peter each other week, from tomorrow."""
    day = clock.today() + DAY
    rule = Rule(day, repeat=Repeat.WEEKLY, weekdays=(day.weekday(),))
    rota = Details(rota=(cast.marijke.member, cast.peter.member))
    return planned(cast, cast.marijke, who=cast.marijke, rule=rule, details=rota), day


def coming(cast: Cast, entered: Any, day: date) -> list[Any]:
    with entered(cast.jannie):
        return [one.who for one in visits_between(cast.network, day, day)]


def answer(cast: Cast, client: Any, who: Somebody, words: str) -> Any:
    asked = TurnAsked.objects.using("owner").get(network=cast.network, accepted=None)
    at = reverse("answer_turn", kwargs={"network_id": cast.network, "asked_id": asked.id})
    return post(client, at, answer=words)


@pytest.mark.slow
def test_a_turn_is_swapped_when_the_other_says_yes_and_the_lock_counts_the_same(
    cast: Cast, client_of: Any, entered: Any
) -> None:
    visit, day = weekly(cast)
    assert coming(cast, entered, day) == [cast.marijke.member]
    assert coming(cast, entered, day + WEEK) == [cast.peter.member]
    marijke, peter = client_of(cast.marijke), client_of(cast.peter)
    form = text(marijke.get(page("ask_turn", cast, visit, day)))
    assert "Peter de Wit" in form
    assert "Fatima" not in form
    to = f"{cast.peter.member} {(day + WEEK).isoformat()}"
    assert post(marijke, page("ask_turn", cast, visit, day), to=to).status_code == 302
    assert coming(cast, entered, day) == [cast.marijke.member]
    assert post(marijke, page("ask_turn", cast, visit, day), to=to).status_code == 409
    assert answer(cast, client_of(cast.fatima), cast.fatima, "yes").status_code == 404
    assert "Ja, ik kom" in text(peter.get(page("visit", cast, visit, day)))
    assert answer(cast, peter, cast.peter, "yes").status_code == 302
    assert coming(cast, entered, day) == [cast.peter.member]
    assert coming(cast, entered, day + WEEK) == [cast.marijke.member]
    assert coming(cast, entered, day + 2 * WEEK) == [cast.marijke.member]
    assert "In plaats van Marijke" in text(client_of(cast.ria).get(page("agenda", cast)))
    with cast.owner.cursor() as cursor:
        cursor.execute("SELECT day, who_id FROM privacy.find_visits(%s, %s, %s) ORDER BY day",
                       [[cast.network], day, day + 3 * WEEK])  # fmt: skip
        found = [row[1] for row in cursor.fetchall()]
    assert found == [cast.peter.member, cast.marijke.member, cast.marijke.member, cast.peter.member]


def test_no_is_told_and_the_turn_stays(cast: Cast, client_of: Any, entered: Any) -> None:
    visit, day = weekly(cast)
    to = str(cast.peter.member)
    post(client_of(cast.marijke), page("ask_turn", cast, visit, day), to=to)
    peter = client_of(cast.peter)
    assert "U zei nee" in text(peter.get(answer(cast, peter, cast.peter, "no").headers["Location"]))
    assert coming(cast, entered, day) == [cast.marijke.member]
    events = Event.objects.using("owner").filter(network_id=cast.network, item_id=visit)
    told = dict(events.values_list("verb", "to_person_id"))
    assert told["visit_turn_asked"] == cast.peter.person
    assert told["visit_turn_declined"] == cast.marijke.person


def test_who_may_not_see_it_cannot_be_asked_and_another_does_not_ask(
    cast: Cast, client_of: Any
) -> None:
    day = clock.today() + DAY
    visit = planned(cast, cast.marijke, who=cast.marijke, circle="family",
                    audience=[cast.jannie.member, cast.marijke.member])  # fmt: skip
    refused = post(client_of(cast.marijke), page("ask_turn", cast, visit, day),
                   to=str(cast.peter.member))  # fmt: skip
    assert refused.status_code == 422
    assert "mag dit bezoek niet zien" in text(refused)
    theirs, day = weekly(cast)
    only_reads(cast, cast.ria)
    asked = post(
        client_of(cast.ria), page("ask_turn", cast, theirs, day), to=str(cast.peter.member)
    )
    assert asked.status_code == 403
    assert not TurnAsked.objects.using("owner").filter(network=cast.network).exists()


def test_the_lock_lets_nobody_give_a_turn_away_or_take_one_unasked(
    cast: Cast, entered: Any
) -> None:
    visit, day = weekly(cast)
    only_reads(cast, cast.ria)
    mine = {"network_id": cast.network, "item_id": visit, "on_date": day, "set_at": clock.now(),
            "set_by_id": cast.ria.person}  # fmt: skip
    for part, member in ((Part.COMES, cast.ria), (Part.DRIVES, cast.peter)):
        row = VisitTurn(**mine, part=part, member_id=member.member)
        with pytest.raises(ProgrammingError, match="row-level security"), entered(cast.ria):
            VisitTurn.objects.bulk_create([row])
    # The control: to drive oneself.
    with entered(cast.ria):
        VisitTurn.objects.bulk_create(
            [VisitTurn(**mine, part=Part.DRIVES, member_id=cast.ria.member)]
        )
    with entered(cast.linda):
        assert VisitTurn.objects.count() == 1
    ask = TurnAsked(network_id=cast.network, item_id=visit, on_date=day, asked_at=clock.now(),
                    from_member_id=cast.marijke.member, to_member_id=cast.ria.member,
                    asked_by_id=cast.ria.person)  # fmt: skip
    with pytest.raises(ProgrammingError, match="row-level security"), entered(cast.ria):
        TurnAsked.objects.bulk_create([ask])
    # Nor as if the turn were hers, to take it then.
    ask.from_member_id = cast.ria.member
    with pytest.raises(ProgrammingError, match="row-level security"), entered(cast.ria):
        TurnAsked.objects.bulk_create([ask])


def test_who_said_no_once_takes_no_turn_later(cast: Cast, entered: Any) -> None:
    visit, day = weekly(cast)
    only_reads(cast, cast.ria)
    asked = TurnAsked.objects.using("owner").create(
        network_id=cast.network, item_id=visit, on_date=day, asked_at=clock.now(), id=uuid4(),
        from_member_id=cast.marijke.member, to_member_id=cast.ria.member,
        asked_by_id=cast.marijke.person,
    )  # fmt: skip

    def take() -> None:
        with entered(cast.ria):
            VisitTurn.objects.bulk_create([VisitTurn(
                network_id=cast.network, item_id=visit, on_date=day, part=Part.COMES,
                member_id=cast.ria.member, set_by_id=cast.ria.person, set_at=clock.now(),
            )])  # fmt: skip

    rows = TurnAsked.objects.using("owner").filter(id=asked.id)
    rows.update(accepted=False, answered_at=clock.now())
    with pytest.raises(ProgrammingError, match="row-level security"):
        take()
    # The control: as long as the question waits for her.
    rows.update(accepted=None, answered_at=None)
    take()


def test_a_neighbour_takes_the_ride_and_gives_it_back(cast: Cast, client_of: Any) -> None:
    day = clock.today() + DAY
    away = Details(kind=Kind.OUT, transport=Transport.NOBODY, along_name="Tante Wil")
    visit = planned(cast, cast.marijke, place="Ziekenhuis", details=away)
    only_reads(cast, cast.ria)
    ria, at = client_of(cast.ria), page("visit", cast, visit, day)
    assert "Wie rijdt er?" in text(client_of(cast.linda).get(page("agenda", cast)))
    assert "Ik ga mee" not in text(ria.get(at))
    take = page("take_part", cast, visit, day)
    assert post(ria, take, part="drives").status_code == 302
    assert "U rijdt." in text(ria.get(at))
    assert "Ria Bos rijdt." in text(client_of(cast.jannie).get(page("agenda", cast)))
    second = post(client_of(cast.peter), take, part="drives")
    assert second.status_code == 409
    assert "Ria Bos rijdt." in text(second)
    assert post(client_of(cast.peter), take, part="drives", back="1").status_code == 404
    assert post(ria, take, part="comes").status_code == 404
    assert post(ria, take, part="drives", back="1").status_code == 302
    assert "Wie rijdt er?" in text(ria.get(at))


def test_who_was_asked_hears_of_it_and_others_do_not(cast: Cast, client_of: Any) -> None:
    visit, day = weekly(cast)
    to = str(cast.peter.member)
    post(client_of(cast.marijke), page("ask_turn", cast, visit, day), to=to)
    event = Event.objects.using("owner").get(item_id=visit, verb="visit_turn_asked")
    deliver(event=event.id)
    peter = client_of(cast.peter)
    assert "vraagt of u een beurt overneemt" in text(peter.get("/voor-mij/"))
    assert "vraagt of u een beurt overneemt" not in text(client_of(cast.ria).get("/voor-mij/"))
    assert "Kunt u een beurt overnemen?" in text(peter.get(page("today", cast)))
