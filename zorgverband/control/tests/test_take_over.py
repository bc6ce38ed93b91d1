"""The coordinator decides for some days; the client takes it back; it ends by itself."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.cast import Cast
from zorgverband.base import deciding
from zorgverband.control.models import Change
from zorgverband.journal.models import Event

from .doing import at, confirm, send, words

REASON = "Mevrouw ligt in het ziekenhuis en kan nu niets kiezen."
Browser = Callable[..., Any]
Entered = Callable[..., Any]


def interim(cast: Cast, client_of: Browser, days: int = 14) -> Any:
    return confirm(
        client_of(cast.hanneke), at("take_interim", cast, client_id=cast.jannie.member),
        ground="cannot", reason=REASON, days=str(days),
    )  # fmt: skip


def deciders(cast: Cast, entered: Entered) -> list[Any]:
    with entered(cast.jannie):
        return [list(one.deciders) for one in deciding.standings(cast.network)]


def test_the_coordinator_decides_and_everybody_it_concerns_sees_it(
    cast: Cast, client_of: Browser, entered: Entered
) -> None:
    interim(cast, client_of)
    assert deciders(cast, entered) == [[cast.hanneke.member]]
    page = words(client_of(cast.jannie).get(at("who_decides", cast)))
    assert "Hanneke Smit beslist tijdelijk voor u" in page
    assert REASON in page
    assert "Hanneke Smit beslist tijdelijk voor u" in words(
        client_of(cast.jannie).get(at("today", cast))
    )
    told = Event.objects.using("owner").filter(network_id=cast.network, verb="control_interim")
    assert cast.jannie.person in set(told.values_list("to_person_id", flat=True))


def test_what_changes_is_shown_first_and_kept(cast: Cast, client_of: Browser) -> None:
    address = at("take_interim", cast, client_id=cast.jannie.member)
    shown = send(client_of(cast.hanneke), address, ground="cannot", reason=REASON, days="5")
    assert "Dit verandert er" in words(shown)
    assert not Change.objects.using("owner").filter(network_id=cast.network).exists()
    interim(cast, client_of)
    change = Change.objects.using("owner").select_related("words").get(network_id=cast.network)
    assert change.words.reason == REASON
    assert change.words.shown[0] == "Beslist u tijdelijk voor Jannie de Wit?"


def test_the_client_takes_it_back_with_one_button(
    cast: Cast, client_of: Browser, entered: Entered
) -> None:
    interim(cast, client_of)
    jannie = client_of(cast.jannie)
    assert "Ik beslis weer zelf" in words(jannie.get(at("today", cast)))
    confirm(jannie, at("decide_again", cast, client_id=cast.jannie.member))
    assert deciders(cast, entered) == [[cast.jannie.member]]
    again = send(
        client_of(cast.hanneke), at("take_interim", cast, client_id=cast.jannie.member),
        ground="cannot", reason=REASON, days="5",
    )  # fmt: skip
    assert again.status_code == 422
    assert "net nog tijdelijk beslist" in words(again)


def test_it_ends_by_itself_and_that_is_told_once(
    cast: Cast, client_of: Browser, entered: Entered
) -> None:
    interim(cast, client_of)
    cast.owner.execute(
        "UPDATE networks_control SET starts_at = now() - interval '15 days', "
        "ends_at = now() - interval '1 minute' WHERE network_id = %s", [cast.network]
    )  # fmt: skip
    assert deciders(cast, entered) == [[cast.jannie.member]]
    with entered(cast.jannie):
        deciding.note_ended_interims(now=datetime.now(UTC))
        deciding.note_ended_interims(now=datetime.now(UTC) + timedelta(minutes=10))
    ended = Event.objects.using("owner").filter(network_id=cast.network, verb="control_ended")
    told = list(ended.values_list("to_person_id", flat=True))
    assert (len(told), set(told)) == (2, {cast.jannie.person, cast.hanneke.person})


@pytest.mark.parametrize("who", ["marijke", "linda", "anouk", "jannie"])
def test_nobody_else_takes_over(cast: Cast, client_of: Browser, who: str) -> None:
    address = at("take_interim", cast, client_id=cast.jannie.member)
    fields = {"ground": "cannot", "reason": REASON, "days": "5"}
    assert send(client_of(cast.people[who]), address, **fields).status_code == 404


@pytest.mark.parametrize("who", ["marijke", "linda", "anouk", "jannie"])
def test_nor_past_the_page(cast: Cast, entered: Entered, who: str) -> None:
    with entered(cast.people[who]):
        refused = deciding.take_interim(
            client=cast.jannie.member, ground="cannot", days=5, at=datetime.now(UTC)
        )
    assert refused == "not_yours"


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("ground", "", "Kies waarom u tijdelijk beslist"),
        ("reason", "zo", "Schrijf in een paar woorden"),
        ("days", "29", "van 1 tot en met 28"),
        ("days", "veel", "van 1 tot en met 28"),
    ],
)
def test_without_ground_reason_or_end_it_is_refused(
    cast: Cast, client_of: Browser, field: str, value: str, sentence: str
) -> None:
    good = {"ground": "cannot", "reason": REASON, "days": "5"}
    address = at("take_interim", cast, client_id=cast.jannie.member)
    answer = send(client_of(cast.hanneke), address, **good | {field: value})
    assert answer.status_code == 422
    assert sentence in words(answer)


def test_the_social_side_does_not_read_the_reason(cast: Cast, client_of: Browser) -> None:
    interim(cast, client_of)
    page = words(client_of(cast.linda).get(at("who_decides", cast)))
    assert "Hanneke Smit" in page or "zorgverlener" in page
    assert REASON not in page
