"""Suggestions on their page: agreed on with who may read it, put aside, or on to an invitation."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from tests.cast import Cast, Somebody
from tests.visitor import inside, text
from zorgverband.agreements.models import Agreement
from zorgverband.base import clock
from zorgverband.base.refusals import NotHere
from zorgverband.membership.begun import parts_of
from zorgverband.membership.models import Invitation
from zorgverband.plan.actions import take_in_parts, take_in_suggestions, take_up
from zorgverband.plan.actions.take_in_parts import TakenPart
from zorgverband.plan.actions.take_in_suggestions import Wanted
from zorgverband.plan.actions.take_up import AlreadyTaken
from zorgverband.plan.models import Suggestion
from zorgverband.sharing.actions import share
from zorgverband.sharing.subjects import Subject

from .planning import at, post


def suggested(cast: Cast, who: Somebody, *wanted: dict[str, Any]) -> list[Suggestion]:
    """A plan of another system about Jannie that suggests these things."""
    with inside(who.person, (cast.network,)) as viewer:
        seat = viewer.seat(cast.network)
        item = share(
            seat=seat, person=who.person, about=cast.jannie.member, subject=Subject.TREATMENT,
            kind="plan_other_plan", title="Zorgplan: Lopen", body="Alles erover", in_news=False,
            taken_over_from="Ziekenhuis Zee",
        )  # fmt: skip
        take_in_parts(
            seat=seat, person=who.person, parts=[TakenPart(item=item.id, kind="other_plan")]
        )
        return take_in_suggestions(
            seat=seat, items=[item.id],
            wanted=[Wanted(item=item.id, key=one["what"], **one) for one in wanted],
        )  # fmt: skip


SWIM = {"kind": "deed", "what": "Zwemmen", "moment": "elke week", "who": "Kees Duin"}
KEES = {
    "kind": "person",
    "what": "Dr. Kees van der Duin",
    "who": "badmeester",
    "function": "friend",
}


def now(one: Suggestion) -> Suggestion:
    """How it stands in truth."""
    return Suggestion.objects.using("owner").get(pk=one.pk)


def test_somebody_who_may_read_it_is_asked_and_it_leaves_the_page(
    cast: Cast, client_of: Any
) -> None:
    (swim,) = suggested(cast, cast.anouk, SWIM)
    client = client_of(cast.anouk)
    assert "1 voorstel uit een overgenomen plan" in text(client.get(at("plan", cast)))
    shown = text(client.get(at("plan_suggestions", cast)))
    assert "Zwemmen" in shown
    assert "Zorgplan: Lopen" in shown
    assert "Kees Duin" in shown
    here = at("take_up", cast, suggestion_id=swim.id)
    form = text(client.get(here))
    assert cast.joost.name in form
    assert cast.linda.name not in form
    for typed, words in (
        ({}, "Kies wie dit doet."),
        ({"executor": str(cast.linda.member)}, "kan deze afspraak niet lezen"),
        ({"executor": str(cast.joost.member), "due_on": "2001-01-01"}, "Deze datum is voorbij."),
    ):
        answer = post(client, here, **typed)
        assert (answer.status_code, words in text(answer)) == (422, True)
        assert now(swim).agreement_id is None
        assert now(swim).closed_at is None
    day = clock.today() + timedelta(days=3)
    done = post(client, here, executor=str(cast.joost.member), due_on=day.isoformat())
    assert done.status_code == 302
    (made,) = Agreement.objects.using("owner").filter(network_id=cast.network)
    assert now(swim).agreement_id == made.item_id
    assert (made.executor_id, made.state, made.due_on) == (cast.joost.member, "asked", day)
    assert made.item.subject == Subject.TREATMENT
    assert "Zwemmen" not in text(client.get(at("plan_suggestions", cast)))
    assert client.get(here).status_code == 404


def test_of_two_at_once_the_second_hears_that_somebody_was_first(cast: Cast) -> None:
    (swim,) = suggested(cast, cast.anouk, SWIM)
    found = threading.Barrier(2)
    told: list[str] = []

    def ask(who: Somebody) -> None:
        try:
            with inside(who.person, (cast.network,)) as viewer:
                found.wait()
                take_up(seat=viewer.seat(cast.network), person=who.person, suggestion=swim.id,
                        executor=cast.joost.member)  # fmt: skip
                told.append("asked")
        except (AlreadyTaken, NotHere):
            told.append("too late")
        finally:
            connection.close()

    both = [threading.Thread(target=ask, args=(who,)) for who in (cast.anouk, cast.jannie)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert sorted(told) == ["asked", "too late"]
    made = Agreement.objects.using("owner").filter(network_id=cast.network)
    assert [one.item_id for one in made] == [now(swim).agreement_id]


def test_what_is_not_needed_is_put_aside_by_who_may_write(cast: Cast, client_of: Any) -> None:
    (swim,) = suggested(cast, cast.anouk, SWIM)
    here = at("set_aside", cast, suggestion_id=swim.id)
    for who, status in ((cast.linda, 404), (cast.marijke, 403)):
        assert post(client_of(who), here).status_code == status
        assert now(swim).closed_at is None
    assert post(client_of(cast.jannie), here).status_code == 302
    assert now(swim).closed_by_id == cast.jannie.person


def test_inviting_begins_with_the_name_filled_in_and_invites_nobody_yet(
    cast: Cast, client_of: Any
) -> None:
    (kees,) = suggested(cast, cast.anouk, KEES)
    here = at("invite_suggested", cast, suggestion_id=kees.id)
    client = client_of(cast.jannie)
    answer = post(client, here)
    assert answer.status_code == 302
    assert "Duin" not in answer["Location"]
    form = text(client.get(answer["Location"]))
    for value in ('value="Kees"', 'value="van der"', 'value="Duin"', 'value="badmeester"'):
        assert value in form
    # Once: the next invitation begins empty.
    assert 'value="Duin"' not in text(client.get(answer["Location"]))
    assert not Invitation.objects.using("owner").filter(network_id=cast.network).exists()
    for who, status in ((cast.linda, 404), (cast.anouk, 403)):
        assert post(client_of(who), here).status_code == status


def test_the_page_of_another_plan_tells_from_whom_it_is(cast: Cast, client_of: Any) -> None:
    swim, _kees = suggested(cast, cast.anouk, SWIM, KEES)
    page = text(client_of(cast.marijke).get(at("other_plan", cast, part_id=swim.item_id)))
    for words in ("Zorgplan: Lopen", "Ziekenhuis Zee", "Alles erover", "Zwemmen", "badmeester"):
        assert words in page
    # The daughter reads it; agreeing on it or inviting is not hers.
    assert "Afspreken" not in page
    assert "Uitnodigen" not in page
    assert "Afspreken" in text(client_of(cast.anouk).get(at("plan_suggestions", cast)))


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("W. Klaasen", ("W.", "", "Klaasen")),
        ("Dr Adam Careful", ("Adam", "", "Careful")),
        ("K. van der Linden, huisarts", ("K.", "van der", "Linden")),
        ("Anna Maria de Wit", ("Anna Maria", "de", "Wit")),
        ("Thuiszorg", ("", "", "Thuiszorg")),
    ],
)
def test_a_name_is_split_for_the_form(name: str, parts: tuple[str, str, str]) -> None:
    assert parts_of(name) == parts
