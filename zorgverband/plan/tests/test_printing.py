"""The plan on paper: for oneself, for a client what both may read, for a meeting; and noted."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from tests.cast import Cast
from tests.paper import pages_of, words_on
from tests.visitor import text
from zorgverband.agreements.tests.asking import asked
from zorgverband.base import clock
from zorgverband.journal.models import Look
from zorgverband.plan.models import PlanPart
from zorgverband.sharing.models import Compartment, CompartmentMember, Item
from zorgverband.sharing.subjects import Subject

from .planning import added, at


def opened(client: Any, cast: Cast, name: str, **parts: Any) -> str:
    """The words of one paper; it must be there, and nobody keeps it."""
    answer = client.get(at(name, cast, **parts))
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Cache-Control"] == "private, no-store"
    day = clock.today().isoformat()
    assert answer.headers["Content-Disposition"] == f'inline; filename="plan-{day}.pdf"'
    return words_on(answer.content)


def noted(cast: Cast, who: Any, door: str) -> set[UUID]:
    """What stands in the access log as taken along through this door by this person."""
    looks = Look.objects.using("owner").filter(
        network_id=cast.network, person_id=who.person, door=door, action="E"
    )
    return {item for look in looks for item in look.items}


def test_paper_for_oneself_says_what_one_reads_and_every_item_is_noted(
    cast: Cast, client_of: Any
) -> None:
    wish = added(cast, cast.jannie, "question", "Thuis blijven wonen")
    goal = added(cast, cast.anouk, "goal", "De wond is dicht", Subject.HEALTH, domain="body")
    walk = asked(cast, cast.marijke, cast.peter)
    for name in ("plan_in_large", "plan_as_table"):
        mine = opened(client_of(cast.jannie), cast, name)
        for words in ("Thuis blijven wonen", "De wond is dicht", "Donderdag boodschappen doen",
                      "Peter de Wit", "Gemaakt op", "voor Jannie de Wit"):  # fmt: skip
            assert words in mine
        assert noted(cast, cast.jannie, name) == {wish, goal, walk}
        hers = opened(client_of(cast.linda), cast, name)
        assert "Thuis blijven wonen" in hers
        assert "wond" not in hers
        assert noted(cast, cast.linda, name) == {wish, walk}
    assert "U : Donderdag" in opened(client_of(cast.peter), cast, "plan_in_large")
    assert "U : Donderdag" not in opened(client_of(cast.peter), cast, "plan_as_table")


def test_paper_for_a_client_holds_only_what_both_read(cast: Cast, client_of: Any) -> None:
    both = added(cast, cast.jannie, "question", "Thuis blijven wonen")
    secret = cast.item(
        about=cast.jannie, subject=Subject.ARRANGEMENTS, author=cast.jannie, kind="plan_worry",
        title="Alleen voor Jannie", audience=[cast.jannie.member],
    )  # fmt: skip
    hidden = cast.item(
        about=cast.jannie, subject=Subject.ARRANGEMENTS, author=cast.hanneke, kind="plan_worry",
        title="Alleen voor Hanneke",
    )  # fmt: skip
    for item in (secret, hidden):
        PlanPart.objects.using("owner").create(item_id=item, network_id=cast.network, kind="worry")
    _put_in_compartment(cast, hidden)
    client = client_of(cast.hanneke)
    own = opened(client, cast, "plan_in_large")
    assert "Alleen voor Hanneke" in own
    made = opened(client, cast, "plan_for_client", member_id=cast.jannie.member)
    assert made.startswith("Mijn plan Gemaakt op")
    assert "Thuis blijven wonen" in made
    assert "Alleen voor" not in made
    assert noted(cast, cast.hanneke, "plan_for_client") == {both}
    mine = opened(client_of(cast.jannie), cast, "plan_in_large")
    assert "Alleen voor Jannie" in mine
    assert "Alleen voor Hanneke" not in mine


def _put_in_compartment(cast: Cast, item: UUID) -> None:
    room = Compartment(
        network_id=cast.network, about_id=cast.jannie.member, title="Zorg",
        made_by_id=cast.hanneke.person, created_at=datetime.now(UTC),
    )  # fmt: skip
    Compartment.objects.using("owner").bulk_create([room])
    CompartmentMember.objects.using("owner").bulk_create(
        [
            CompartmentMember(
                network_id=cast.network, compartment=room, member_id=cast.hanneke.member
            )
        ]
    )
    Item.objects.using("owner").filter(id=item).update(compartment_id=room.id)


def test_paper_is_only_made_for_who_is_a_client_here(cast: Cast, client_of: Any) -> None:
    client = client_of(cast.hanneke)
    assert cast.other is not None
    for member in (cast.marijke.member, cast.other.henk.member):
        assert client.get(at("plan_for_client", cast, member_id=member)).status_code == 404
    page = text(client.get(at("print_plan", cast)))
    assert "Voor Jannie de Wit, in grote letters" in page
    assert "Voor Jannie de Wit" not in text(client_of(cast.jannie).get(at("print_plan", cast)))


@pytest.mark.slow
def test_the_same_plan_at_the_same_moment_is_the_same_paper_and_medical_is_no_difference(
    cast: Cast, client_of: Any
) -> None:
    added(cast, cast.jannie, "goal", "Elke dag een praatje")
    client = client_of(cast.linda)
    names = [("plan_in_large", {}), ("plan_as_table", {}),
             ("plan_for_client", {"member_id": cast.jannie.member})]  # fmt: skip

    def papers() -> list[bytes]:
        return [client.get(at(name, cast, **parts)).content for name, parts in names]

    moment = clock.now()
    with clock.at(moment):
        before = papers()
        assert papers() == before
    added(cast, cast.anouk, "goal", "Minder pijn", Subject.HEALTH, domain="body")
    asked(cast, cast.fatima, cast.anouk, subject=Subject.TREATMENT)
    with clock.at(moment):
        assert papers() == before


def test_letters_are_as_large_as_the_plan_lets_them(cast: Cast, client_of: Any) -> None:
    added(cast, cast.jannie, "goal", "Elke dag een praatje")
    client = client_of(cast.jannie)
    address = at("plan_in_large", cast)
    assert pages_of(client.get(address).content) == 1
    for number in range(14):
        added(cast, cast.jannie, "worry", f"Zorg {number}: de post blijft vaak een week liggen")
    assert pages_of(client.get(address).content) <= 2


def test_nothing_that_somebody_wrote_is_read_as_markup(cast: Cast, client_of: Any) -> None:
    odd = "#pagebreak() *vet* $x$ <a> = kop @iemand"
    added(cast, cast.jannie, "goal", odd)
    for name in ("plan_in_large", "plan_as_table"):
        assert odd in opened(client_of(cast.jannie), cast, name)
