"""Every POST of the table, by everybody: what it answers, that a refusal changes nothing, and that
the same request again changes nothing and answers the same."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from tests.cast import Somebody, gather

from .asking import CONFIRMED, SHOWN_FIRST, address, form, post, prepared
from .browsers import Browsers
from .people import insiders, outsiders
from .rows import DOORS
from .table import BY_KEY, BY_NATURE, NETWORK, OPEN, SIGNING_IN, Ask, Door
from .watch import Watch
from .world import World, furnish

WRITES = [(one, ask) for one in DOORS for ask in one.asks if ask.method == "POST"]
# The doors are tried in so many parts: one would take minutes.
PARTS = 4
# After these the sample is another than it was, so each try gets a fresh network.
ONCE = {
    "ask_turn", "answer_turn", "withdraw_turn", "take_part", "drop_portrait",
    "edit", "take_back", "mark_been", "resume_visits", "accept_agreement", "decline_agreement",
    "receive_agreement", "dismiss_bottleneck", "ask_about_bottleneck", "counter_agreement",
    "substitute", "end_substitute", "change_handler", "ask_before",
    "end_part", "close_goal", "end_advice", "take_up", "set_aside",
    "mark_done", "cancel_agreement", "stop_medication", "close_problem", "finish_examination",
    "invite_effect", "refuse_invitation", "withdraw", "review_emergency", "admit_inside",
    "close_compartment", "withdraw_opening", "withdraw_inside", "add_team", "leave_network", "remove",
    "exclude", "readmit",
    "make_coordinator", "make_first_contact", "accept_invitation", "decline_invitation",
    "accept_work", "decline_work", "end_turn", "keep_list", "leave_organisation", "withdraw_work",
    "give_answer", "pass_question", "withdraw_question", "take_back_message",
    "outside_answer", "withdraw_outside", "keep_answer",
    "answer_question", "proposal_lines", "publish_programme", "discard_draft", "remove_line",
    "end_programme_keeper", "fhir_store", "decline_proposal", "withdraw_proposal", *CONFIRMED,
    *SHOWN_FIRST, "finish_policy_action", "close_policy_meeting",
    "move_discharge", "end_discharge", "close_needed", "open_needed_again", "move_needed",
    "begin_meeting", "close_meeting", "plan_next", "cancel_meeting", "change_meeting", "ask_more",
    "leave_out", "drop_point", "move_point", "add_paper", "agree_on_note", "add_lines",
    "close_conversation",
    "read_report", "end_report_link", "report_by_link",
    "take_help", "refuse_help", "give_back_help", "open_help", "end_help", "thank_help", "be_back",
    "answer_back", "choose_receiver", "give_handover_line", "refuse_handover", "withdraw_handover",
}  # fmt: skip
# What is kept until it is confirmed waits in the storage, not in a table; and sessions are the
# browser's, which is not watched. Of an agenda that is built nothing is ticked here.
IN_STORAGE = {"fhir_upload", "sign_out_there", "share_device", "invite_suggested", "build_agenda"}
# From the commit one is outside: the same form again finds no network.
GONE = {"leave_network", "close_network"}


@pytest.fixture
def browsers(db: None) -> Browsers:
    """Signed in only: what a page looks like does not matter here."""
    return Browsers(warm=False)


def every(
    kinds: tuple[str, ...] | None = None, *, part: int = 0, parts: int = 1
) -> Iterator[tuple[Door, Ask, str, int]]:
    """Each POST with the letter of who sends it and the status that stands in the table; of one part
    of the doors, or of all."""
    for one, ask in WRITES[part::parts]:
        for letter, status in ask.answers.items():
            if kinds is None or one.once in kinds:
                yield one, ask, letter, status


def whoever(letter: str, world: World) -> Somebody | None:
    """Who of this world a letter stands for."""
    assert world.cast.other is not None
    known = insiders(world.cast)
    return {"o": world.cast.other.sofie, "x": None, **known}[letter]


@pytest.mark.slow
def test_who_may_not_is_refused_as_the_table_says_and_nothing_changes(
    world: World, browsers: Browsers, watch: Watch
) -> None:
    faults = []
    for one, ask, letter, status in every((BY_KEY,)):
        if status < 400:
            continue
        who = whoever(letter, world)
        client = browsers.of(who)
        at = prepared(one, ask.what, world, who, client, writing=True)
        watch.forget()
        answer = post(client, at, form(one.name, world, who, ask.what), key="no")
        if answer.status_code != status or (changes := watch.changes()):
            faults.append(f"{one.name} {ask.what} {letter}: {answer.status_code} {changes}")
    assert not faults, "\n".join(faults)


def sent(
    one: Door, ask: Ask, letter: str, world: World, client: Client, watch: Watch
) -> Iterator[str]:
    """What is wrong with a POST that may be done: without key, with it, and again."""
    who = whoever(letter, world)
    at = prepared(one, ask.what, world, who, client, writing=True)

    def send(key: str) -> tuple[int, str, list[str]]:
        watch.forget()
        answer = post(client, at, form(one.name, world, who, ask.what), key=key)
        return answer.status_code, answer.headers.get("Location", ""), watch.changes()

    if (keyless := send("")) != (422, "", []):
        yield f"without a key: {keyless}"
    status, onward, changes = send("once")
    real = [one for one in changes if not one.startswith("base_done")]
    if status != ask.answers[letter] or bool(real) == (one.name in IN_STORAGE):
        yield f"done: {status} {changes}"
    wanted = (404, "") if one.name in GONE else (status, onward)
    if (again := send("once")) != (*wanted, []):
        yield f"again: {again}, first {status} {onward}"


IN_PARTS = pytest.mark.parametrize("part", range(PARTS))


@pytest.mark.slow
@IN_PARTS
def test_who_may_does_it_once_whatever_is_sent_again(
    owner: Any, browsers: Browsers, watch: Watch, part: int
) -> None:
    faults, shared = [], furnish(gather(owner))
    done: set[tuple[str, str]] = set()
    for one, ask, letter, status in every((BY_KEY,), part=part, parts=PARTS):
        if status < 400:
            done.add((one.name, ask.what))
            world = furnish(gather(owner)) if one.name in ONCE else shared
            client = browsers.of(whoever(letter, world))
            found = sent(one, ask, letter, world, client, watch)
            faults += [f"{one.name} {ask.what} {letter}: {words}" for words in found]
    assert not faults, "\n".join(faults)
    assert len(done) > 70


@pytest.mark.slow
@pytest.mark.parametrize("with_key", [True, False])
def test_who_has_no_seat_or_is_not_signed_in_changes_nothing(
    world: World, browsers: Browsers, watch: Watch, with_key: bool
) -> None:
    faults = []
    people: dict[str, Somebody | None] = {**outsiders(world.cast), "nobody": None}
    for name, who in people.items():
        client = browsers.of(who)
        for one, ask in WRITES:
            if one.kind != NETWORK:
                continue
            at, words = address(one.name, ask.what, world), form(one.name, world, who, ask.what)
            watch.forget()
            answer = post(client, at, words, key="no" if with_key else "")
            if answer.status_code != (404 if who else 302) or watch.changes():
                faults.append(f"{one.name} {name}: {answer.status_code}")
    assert not faults, "\n".join(faults)


@pytest.mark.slow
@IN_PARTS
def test_open_doors_answer_as_the_table_says_and_a_second_time_change_nothing(
    owner: Any, browsers: Browsers, watch: Watch, part: int
) -> None:
    faults, shared = [], furnish(gather(owner))
    for one, ask, letter, status in every(part=part, parts=PARTS):
        if one.kind != OPEN:
            continue
        world = furnish(gather(owner)) if one.name in ONCE else shared
        who = whoever(letter, world)
        signs_in = one.once == SIGNING_IN or one.name in ONCE
        client = (Browsers(warm=False) if signs_in else browsers).of(who)
        cache.clear()
        at = prepared(one, ask.what, world, who, client, writing=True)
        words = form(one.name, world, who, ask.what)
        answer = post(client, at, words)
        watch.forget()
        post(client, at, words)
        if answer.status_code != status or (one.once == BY_NATURE and watch.changes()):
            faults.append(f"{one.name} {ask.what} {letter}: {answer.status_code}")
    assert not faults, "\n".join(faults)


@pytest.mark.slow
def test_a_form_that_does_not_come_from_our_page_is_refused(
    world: World, watch: Watch, client_of: Callable[..., Client]
) -> None:
    faults = []
    for person in (world.cast.jannie, world.cast.fatima, world.cast.anouk):
        client = client_of(person, enforce_csrf_checks=True)
        for one, ask in WRITES:
            at = prepared(one, ask.what, world, person, client)
            watch.forget()
            answer = post(client, at, form(one.name, world, person, ask.what), key="forged")
            if answer.status_code != 403 or watch.changes():
                faults.append(f"{one.name} {ask.what}: {answer.status_code}")
    assert not faults, "\n".join(faults)


def test_a_form_of_our_page_passes_that_check(
    world: World, client_of: Callable[..., Client]
) -> None:
    # The control: it is the token that makes the difference.
    client = client_of(world.cast.jannie, enforce_csrf_checks=True)
    at = address("set_reading", "-", world)
    client.get("/hulp/")
    token = client.cookies["csrftoken"].value
    words = {"letters": "normal", "csrfmiddlewaretoken": token}
    assert client.post(at, {"letters": "normal"}).status_code == 403
    assert client.post(at, words).status_code == 302
