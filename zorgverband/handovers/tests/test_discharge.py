"""A discharge through the front door: opened, asked, moved, with its gaps, and the day after."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.visitor import inside, text
from zorgverband.agreements.models import Agreement
from zorgverband.handovers.actions.end_discharge import end_discharge
from zorgverband.handovers.models import Discharge, DischargeDate, Needed
from zorgverband.handovers.queries.discharge import discharges
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject
from zorgverband.talks.models import Question

from .going_home import asked, line_of, on, opened, post, says_yes

Client = Callable[..., Any]


def test_an_unknown_day_is_asked_for_with_one_tap(cast: Cast, client_of: Client) -> None:
    item = opened(cast, cast.anouk, lines=())
    here = {"network_id": cast.network, "discharge_id": item}
    fatima, at = client_of(cast.fatima), reverse("ask_for_day", kwargs=here)
    assert "Vraag aan Anouk Visser welke dag het wordt" in text(
        fatima.get(reverse("discharge", kwargs=here))
    )
    assert post(fatima, at).status_code == 302
    made = Question.objects.using("owner").get(network_id=cast.network)
    assert made.to_member_id == cast.anouk.member
    asked = Item.objects.using("owner").get(id=made.item_id)
    assert (asked.title, asked.subject) == ("Wanneer komt Jannie naar huis?", Subject.HEALTH)
    # Once; not by who may not read about health; and not when the day is known.
    assert post(client_of(cast.marijke), at).status_code == 409
    assert post(client_of(cast.linda), at).status_code == 404
    move = reverse("move_discharge", kwargs=here)
    assert post(client_of(cast.anouk), move, expected_on=on(4).isoformat()).status_code == 302
    assert post(fatima, at).status_code == 409
    assert "welke dag het wordt" not in text(fatima.get(reverse("discharge", kwargs=here)))


@pytest.mark.slow
def test_a_discharge_is_opened_asked_for_and_moved(cast: Cast, client_of: Client) -> None:
    here = {"network_id": cast.network}
    anouk, fatima = client_of(cast.anouk), client_of(cast.fatima)
    form = anouk.get(reverse("open_discharge", kwargs=here))
    assert form.status_code == 200
    sent = post(anouk, reverse("open_discharge", kwargs=here), expected_on=on(4).isoformat(),
                ward="Orthopedie", line=["wound", "medication"])  # fmt: skip
    assert sent.status_code == 302, text(sent)
    item = Discharge.objects.using("owner").get(network_id=cast.network).item_id
    page = text(anouk.get(sent["Location"]))
    assert "Wondzorg" in page
    assert "Nog niemand" in page
    wound = line_of(cast, "wound")
    asking = reverse("ask_for_needed", kwargs=here | {"needed_id": wound})
    assert text(anouk.get(reverse("needed", kwargs=here | {"needed_id": wound})))
    refused = post(anouk, asking)
    assert refused.status_code == 422
    answer = post(
        anouk, asking, executor=str(cast.fatima.member), weekday=["0", "1", "2", "3", "4"]
    )
    assert answer.status_code == 302, text(answer)
    agreement = Agreement.objects.using("owner").get(network_id=cast.network)
    yes = reverse("accept_agreement", kwargs=here | {"agreement_id": agreement.item_id})
    assert post(fatima, yes).status_code == 302
    page = text(anouk.get(sent["Location"]))
    assert "Nog niemand op zaterdag en zondag." in page
    moved = post(anouk, reverse("move_discharge", kwargs=here | {"discharge_id": item}),
                 expected_on=on(6).isoformat(), words="Koorts")  # fmt: skip
    assert moved.status_code == 302, text(moved)
    assert Needed.objects.using("owner").get(item_id=wound).starts_on == on(6)
    agreement.refresh_from_db(using="owner")
    assert agreement.state == "asked"
    assert agreement.first_on is not None
    assert agreement.first_on >= on(6)
    assert DischargeDate.objects.using("owner").filter(item_id=item).count() == 2
    page = text(anouk.get(sent["Location"]))
    assert "opnieuw gevraagd, want de dag is veranderd" in page
    assert post(fatima, yes).status_code == 302
    for name in ("discharges", "needs", "need_something"):
        opened_page = anouk.get(reverse(name, kwargs=here))
        assert opened_page.status_code == 200
        # Who uses a device of their own is not told that it is shared, nor signed out of it.
        assert "Gedeeld toestel" not in text(opened_page), name
    paper = anouk.get(reverse("print_discharge", kwargs=here | {"discharge_id": item}))
    assert paper.content.startswith(b"%PDF")
    linda = client_of(cast.linda)
    assert linda.get(reverse("discharges", kwargs=here)).status_code == 404
    assert linda.get(sent["Location"]).status_code == 404


def test_what_was_promised_waits_while_the_day_is_not_known(cast: Cast, client_of: Client) -> None:
    item = opened(cast, cast.hanneke, day=on(4), lines=("transport",))
    need = line_of(cast, "transport")
    says_yes(cast, cast.marijke, asked(cast, cast.hanneke, need, cast.marijke))
    here = {"network_id": cast.network}
    hanneke = client_of(cast.hanneke)
    move = reverse("move_discharge", kwargs=here | {"discharge_id": item})
    assert post(hanneke, move, unknown="1").status_code == 302
    for page in (reverse("discharge", kwargs=here | {"discharge_id": item}),
                 reverse("needed", kwargs=here | {"needed_id": need})):  # fmt: skip
        shown = text(hanneke.get(page))
        assert "Marijke de Wit, dag nog niet bekend" in shown
        assert "kan niet" not in shown


def test_what_is_over_stands_below_what_comes(cast: Cast) -> None:
    over, soon, unknown = (
        opened(cast, cast.hanneke, day=day, lines=()) for day in (on(1), on(2), None)
    )

    def read(seat: Any, person: Any) -> list[Any]:
        end_discharge(seat=seat, person=person, discharge=over)
        return [row["item_id"] for row in discharges(cast.network)]

    with inside(cast.hanneke.person, [cast.network]) as viewer:
        found = read(viewer.seat(cast.network), cast.hanneke.person)
    assert found == [soon, unknown, over]


def test_what_is_needed_after_all_is_for_the_day_it_became_meanwhile(
    cast: Cast, client_of: Client
) -> None:
    item = opened(cast, cast.hanneke, day=on(4), lines=("transport",))
    need = line_of(cast, "transport")
    promise = asked(cast, cast.hanneke, need, cast.marijke)
    says_yes(cast, cast.marijke, promise)
    here, one = {"network_id": cast.network}, Agreement.objects.using("owner")
    hanneke = client_of(cast.hanneke)
    theirs = here | {"needed_id": need}
    closed = post(hanneke, reverse("close_needed", kwargs=theirs), because="De buurman rijdt.")
    move = reverse("move_discharge", kwargs=here | {"discharge_id": item})
    moved = post(hanneke, move, expected_on=on(6).isoformat())
    assert (closed.status_code, moved.status_code) == (302, 302)
    assert one.get(item_id=promise).state == "accepted", "of what is not needed nothing is asked"
    assert post(hanneke, reverse("open_needed_again", kwargs=theirs)).status_code == 302
    assert Needed.objects.using("owner").get(item_id=need).starts_on == on(6)
    assert (one.get(item_id=promise).state, one.get(item_id=promise).due_on) == ("asked", on(6))
