"""What stands in the agenda besides visits, and who does not learn of it; a series at another time."""

from datetime import time, timedelta
from typing import Any

import pytest

from tests.cast import Cast
from tests.visitor import text
from zorgverband.agenda.actions.details import Details
from zorgverband.agenda.models import Kind, Visit, VisitPurpose
from zorgverband.agenda.queries import visits_between
from zorgverband.base import clock
from zorgverband.base.repeating import Repeat, Rule
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from .visits import daily, page, planned, post, typed_visit

DAY = timedelta(days=1)
MEDICINE = Details(kind=Kind.MEDICINE)
ELSEWHERE = str(int(Subject.COMING))


@pytest.mark.slow
def test_the_municipality_never_learns_of_medicines_to_the_byte(cast: Cast, client_of: Any) -> None:
    planned(cast, cast.marijke, rule=daily())
    cast.permit(cast.marijke, Subject.MEDICATION, about=cast.jannie, read=True, write=True)
    linda, marijke = client_of(cast.linda), client_of(cast.marijke)
    views = [f"{page('agenda', cast)}?view={view}" for view in ("list", "day", "week", "month")]
    addresses = [page("today", cast), *views]
    before = [text(linda.get(address)) for address in addresses]
    visit = planned(cast, cast.marijke, who=cast.marijke, rule=daily(), starts=time(8), ends=None,
                    what="Medicijnen aanreiken", details=MEDICINE)  # fmt: skip
    assert [text(linda.get(address)) for address in addresses] == before
    assert linda.get(page("visit", cast, visit, clock.today())).status_code == 404
    assert linda.get(page("ask_turn", cast, visit, clock.today())).status_code == 404
    # The control: who may read about medicines sees them.
    assert all("8.00" in text(marijke.get(address)) for address in addresses)
    assert "Medicijnen aanreiken" in text(marijke.get(page("agenda", cast)))
    assert Item.objects.using("owner").get(id=visit).subject == Subject.MEDICATION


def test_medicines_are_entered_by_who_may_write_about_them_only(cast: Cast, client_of: Any) -> None:
    cast.permit(cast.marijke, Subject.MEDICATION, about=cast.jannie, read=True, write=True)
    typed = typed_visit(kind="medicine", who=str(cast.marijke.member), what="Klaarzetten",
                        circle="family_care")  # fmt: skip
    linda = client_of(cast.linda)
    form = text(linda.get(page("plan_visit", cast)))
    assert "Ergens naartoe" in form
    assert "Medicijnen" not in form
    assert post(linda, page("plan_visit", cast), **typed).status_code == 422
    assert not Visit.objects.using("owner").filter(network=cast.network).exists()
    marijke = client_of(cast.marijke)
    assert 'value="everyone"' not in text(marijke.get(page("plan_visit", cast) + "?kind=medicine"))
    assert post(marijke, page("plan_visit", cast), **typed).status_code == 302
    assert Visit.objects.using("owner").get(network=cast.network).kind == Kind.MEDICINE


def test_an_appointment_elsewhere_with_who_goes_along_and_a_window(
    cast: Cast, client_of: Any
) -> None:
    marijke = client_of(cast.marijke)
    away = typed_visit(kind="out", who="other", who_name="De tuin in Leiden", place="Poort 2",
                       subject=ELSEWHERE, along=str(cast.peter.member), ride="taxi",
                       purpose="Hart nakijken")  # fmt: skip
    assert post(marijke, page("plan_visit", cast), **away).status_code == 302
    assert post(marijke, page("plan_visit", cast), **typed_visit(window="1")).status_code == 302
    ria = text(client_of(cast.ria).get(page("agenda", cast)))
    for words in (
        "De tuin in Leiden",
        "Peter de Wit gaat mee.",
        "Met de taxi.",
        "tussen 9.00 en 10.00",
    ):
        assert words in ria
    assert "Hart nakijken" not in ria
    assert "Hart nakijken" in text(client_of(cast.anouk).get(page("agenda", cast)))
    for wrong, sentence in (
        ({"window": "1", "ends": ""}, "Vul in tot hoe laat."),
        ({"rota": [str(cast.peter.member)], "who": str(cast.marijke.member)}, "Om de beurt komen kan"),
        ({"rota": [str(cast.marijke.member)], "who": str(cast.marijke.member), "repeat": "daily"},
         "Kies wie de anderen zijn."),
        ({"kind": "busy"}, "Deze keuze bestaat niet meer."),
        ({"kind": "out", "subject": ELSEWHERE, "ride": "fiets"}, "Deze keuze bestaat niet meer."),
    ):  # fmt: skip
        refused = post(marijke, page("plan_visit", cast), **typed_visit(**wrong))
        assert refused.status_code == 422
        assert sentence in text(refused)


def test_where_only_the_time_is_shared_others_read_that_it_is_taken(
    cast: Cast, client_of: Any
) -> None:
    tomorrow = clock.today() + DAY
    typed = typed_visit(circle="family", busy="1", who_name="De notaris", what="Testament")
    marijke = client_of(cast.marijke)
    assert post(marijke, page("plan_visit", cast), **typed).status_code == 302
    own, others = text(marijke.get(page("agenda", cast))), client_of(cast.fatima)
    assert "De notaris" in own
    assert "Bezet" not in own
    theirs = text(others.get(page("agenda", cast)))
    assert "Bezet" in theirs
    assert "9.00 tot 10.00" in theirs
    assert "notaris" not in theirs
    visit = Visit.objects.using("owner").get(network=cast.network, busy__isnull=False)
    assert others.get(page("visit", cast, visit.item_id, tomorrow)).status_code == 404
    move = {"date": tomorrow.isoformat(), "starts": "14:00", "ends": "15:00", "reason": "Geheim"}
    post(marijke, page("move_visit", cast, visit.item_id, tomorrow), **move)
    theirs = text(others.get(page("visit", cast, visit.busy_id, tomorrow)))
    assert "14.00 tot 15.00" in theirs
    assert "Geheim" not in theirs
    # Without the choice there is nothing to see.
    post(
        marijke,
        page("plan_visit", cast),
        **(typed | {"busy": "", "starts": "20:00", "ends": "21:00"}),
    )
    assert "20.00" not in text(others.get(page("agenda", cast)))


def test_from_one_day_on_a_series_is_at_another_time_with_its_purpose_and_its_exceptions(
    cast: Cast, client_of: Any, entered: Any
) -> None:
    today = clock.today()
    first = today + DAY
    rule = Rule(first, repeat=Repeat.WEEKLY, weekdays=(first.weekday(),))
    visit = planned(cast, cast.fatima, who=cast.fatima, rule=rule, purpose="Wond verzorgen")
    weeks = [first + timedelta(days=7 * n) for n in range(5)]
    nurse, daughter = client_of(cast.fatima), client_of(cast.marijke)
    post(nurse, page("cancel_visit", cast, visit, weeks[3]), reason="Vrij")
    at = page("move_visit", cast, visit, weeks[2])
    assert "Deze keer en alle keren daarna" in text(daughter.get(at))
    moved = {"which": "series", "date": (weeks[2] + DAY).isoformat(), "starts": "15:00", "ends": ""}
    answer = post(daughter, at, **moved, reason="Rooster")
    assert answer.status_code == 302
    assert "Rooster" in text(daughter.get(answer.headers["Location"]))
    with entered(cast.fatima):
        found = visits_between(cast.network, first, weeks[4] + DAY)
        seen = [(one.day, one.starts_at.hour, one.cancelled, len(one.purposes)) for one in found]
    assert seen == [
        (weeks[0], 9, False, 1), (weeks[1], 9, False, 1), (weeks[2] + DAY, 15, False, 1),
        (weeks[3] + DAY, 15, True, 1), (weeks[4] + DAY, 15, False, 1),
    ]  # fmt: skip
    with entered(cast.ria):
        assert len(visits_between(cast.network, first, weeks[4] + DAY)) == 5
        assert not VisitPurpose.objects.exists()
    again = post(daughter, page("move_visit", cast, visit, weeks[1]), **moved)
    assert again.status_code == 409


def test_only_who_may_plan_moves_a_series(cast: Cast, client_of: Any) -> None:
    from .visits import only_reads

    visit = planned(cast, cast.marijke, who=cast.ria, rule=daily())
    only_reads(cast, cast.ria)
    day = (clock.today() + DAY).isoformat()
    typed = {"which": "series", "date": day, "starts": "15:00"}
    at = page("move_visit", cast, visit, clock.today() + DAY)
    assert post(client_of(cast.ria), at, **typed).status_code == 403
    assert Visit.objects.using("owner").filter(network=cast.network).count() == 1
    assert post(client_of(cast.ria), at, **(typed | {"which": "once"})).status_code == 302


def test_the_agenda_shows_one_side_or_oneself_at_a_constant_cost(
    cast: Cast, client_of: Any, django_assert_max_num_queries: Any
) -> None:
    planned(cast, cast.marijke, who=cast.marijke)
    planned(cast, cast.fatima, who=cast.fatima, starts=time(11), ends=time(12))
    client = client_of(cast.marijke)
    for who, here, gone in (
        ("care", "11.00", "9.00 tot"), ("family", "9.00 tot", "11.00"), ("mine", "9.00 tot", "11.00"),
    ):  # fmt: skip
        shown = text(client.get(page("agenda", cast) + f"?who={who}"))
        assert here in shown
        assert gone not in shown
    for view in ("day", "week", "month", "list", "nonsense"):
        with django_assert_max_num_queries(14):
            answer = client.get(f"{page('agenda', cast)}?view={view}&day=2199-13-45")
        assert answer.status_code == 200
