"""Whoever may know of an event, and nobody else, finds it under Voor mij and gets mail of it; and
who may no longer know when the page is opened or the mail leaves, does not."""

import re
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import pytest

from tests.push_service import Phone, Service, push_service
from tests.rows import put
from tests.rule.compare import facts_of
from tests.rule.model import Rule
from tests.visitor import signed_in
from zorgverband.base import clock
from zorgverband.notifications.actions import deliver
from zorgverband.notifications.models import Notice
from zorgverband.notifications.pushing import push_due
from zorgverband.notifications.sending import send_due

from .visits import shown
from .world import Visited, prepare

Told = dict[str, set[str]]
OLDER = re.compile(r'href="(\?before=[^"]+)"')


def rules(visited: Visited) -> dict[str, Rule]:
    """The rule for every network of this world, with the facts of this moment."""
    facts = facts_of("owner", visited.world.networks)["networks"]
    return {one["id"]: Rule(one, datetime.now(UTC)) for one in facts}


def knowing(visited: Visited) -> dict[str, set[str]]:
    """By event: everybody who is to be told of it, by the rule at this moment."""
    found: dict[str, set[str]] = {}
    known = rules(visited)
    for event in visited.world.events:
        rule = known[str(event["network_id"])]
        item = _text(event["item_id"])
        items = {one["id"]: one for one in rule.network["items"]}
        told = {
            person for person in rule.seats
            if rule.knows_event(person, items[item] if item else None, _text(event["member_id"]))
        }  # fmt: skip
        to = _text(event["to_person_id"])
        told = told & {to} if to else told
        # Who did it knows; unless it was done in their name, for them to hear.
        actor = str(event["person_id"])
        found[str(event["id"])] = told if to == actor else told - {actor}
    return found


def _text(id: object) -> str | None:
    return str(id) if id is not None else None


def in_inboxes(events: set[str]) -> dict[str, set[str]]:
    """By event: in whose inbox it lies, in truth."""
    found: dict[str, set[str]] = {event: set() for event in events}
    rows = Notice.objects.using("owner").filter(event_id__in=events)
    for event, person in rows.values_list("event_id", "person_id"):
        found[str(event)].add(str(person))
    return found


@pytest.fixture
def visited(owner: Any, settings: Any, tmp_path: Path) -> Visited:
    """A world in which everything that happened was just told."""
    settings.EMAIL_BACKEND = "zorgverband.notifications.sink.Sink"
    settings.MAIL_SINK = tmp_path
    visited = prepare(owner, seed=41, networks=4, items=60)
    networks = visited.world.networks
    owner.execute(
        "DELETE FROM notifications_notice WHERE network_id = ANY (%s::uuid[])", [networks]
    )
    owner.execute("TRUNCATE notifications_delivery")
    for event in visited.world.events:
        deliver(event=event["id"])
    return visited


def change_rights(visited: Visited, owner: Any) -> None:
    """Some leave and to some items there is objection, after they were told."""
    chance = Random(4)
    for network in visited.networks:
        members = [one["id"] for one in network["members"]]
        gone = chance.sample(members, len(members) // 4)
        owner.execute(
            "UPDATE networks_member SET left_at = now() WHERE id = ANY (%s::uuid[])"
            " AND left_at IS NULL AND joined_at < now()", [gone])  # fmt: skip
        for item in network["items"]:
            denied = chance.sample(members, len(members) // 3)
            owner.execute("UPDATE sharing_item SET denied = %s::uuid[] WHERE id = %s",
                          [denied, item["id"]])  # fmt: skip


def pages_of(person: str) -> set[str]:
    """The items that Voor mij shows this person, on all its pages."""
    client = signed_in(UUID(person))
    answer = client.get("/voor-mij/")
    found = shown(answer)
    while older := OLDER.search(answer.content.decode()):
        answer = client.get("/voor-mij/" + older[1].replace("&amp;", "&"))
        found |= shown(answer)
    return found


def asked_of(visited: Visited, known: dict[str, Rule], person: str) -> set[str]:
    """What was agreed that this person does, as far as they may read it: on top of Voor mij."""
    return {
        item["id"]
        for rule in known.values()
        for item in rule.network["items"]
        if person in rule.seats
        and visited.doing.get(item["id"]) == rule.seats[person]["id"]
        and rule.may_read(person, item)
    }


def mails(folder: Path) -> dict[str, list[str]]:
    """The text of every mail, by the person it went to."""
    found: dict[str, list[str]] = defaultdict(list)
    for file in folder.glob("*.eml"):
        mail = message_from_bytes(file.read_bytes(), policy=policy.default)
        found[str(mail["To"]).partition("@")[0]].append(f"{mail['Subject']}\n{mail.get_content()}")
    return found


def have_phones(phones: dict[str, Phone], owner: Any, settings: Any, service: Service) -> None:
    """Everybody wants messages there as well, from before it happened."""
    settings.PUSH_TRUSTED = [service.address]
    rows = [phone.row(UUID(person)) for person, phone in phones.items()]
    put(owner, {"notifications_pushaddress": rows})
    owner.execute(
        "INSERT INTO notifications_delivery (id, person_id, bundle, channel, due_at, attempts)"
        " SELECT gen_random_uuid(), person_id, bundle, 'push', due_at, 0"
        " FROM notifications_delivery WHERE channel = 'mail'"
    )


def test_everybody_who_may_know_is_told_once_and_nobody_else(visited: Visited) -> None:
    expected = knowing(visited)
    assert in_inboxes(set(expected)) == expected
    assert sum(map(len, expected.values())) > 150
    rows = Notice.objects.using("owner").filter(event_id__in=expected)
    assert rows.count() == sum(map(len, expected.values()))


@pytest.mark.slow
def test_who_may_no_longer_know_finds_nothing_and_gets_no_mail(
    visited: Visited, owner: Any, tmp_path: Path, settings: Any
) -> None:
    before = knowing(visited)
    change_rights(visited, owner)
    now = knowing(visited)
    items = {str(event["id"]): _text(event["item_id"]) for event in visited.world.events}
    # Quiet hours hold for messages on devices.
    with clock.at((clock.now() + timedelta(days=8)).astimezone(clock.HOME).replace(hour=12)):
        send_due()
        with push_service() as service:
            phones = {person: service.phone() for person in sorted(set().union(*before.values()))}
            have_phones(phones, owner, settings, service)
            push_due()
    sent, known, lost = mails(tmp_path), rules(visited), 0
    for person in sorted(set().union(*before.values())):
        mine = {event for event in now if person in now[event] & before[event]}
        lost += len({event for event in before if person in before[event]}) - len(mine)
        wanted = {items[event] for event in mine} - {None} | asked_of(visited, known, person)
        assert pages_of(person) == wanted, person
        assert bool(sent.get(person)) == bool(phones[person].messages()) == bool(mine), person
    assert lost > 20
    assert set(sent) <= set().union(*now.values())


@pytest.mark.slow
def test_a_mail_holds_no_name_and_no_word_of_what_it_is_about(
    visited: Visited, tmp_path: Path
) -> None:
    with clock.at(clock.now() + timedelta(days=8)):
        assert send_due() > 20
    text = "\n".join(line for lines in mails(tmp_path).values() for line in lines)
    told = set(visited.names.values()) | {"Dit is", "overal"} | set(visited.rooms)
    assert not [word for word in told if word in text]
    assert "Bekijk het in Zorgverband" in text
