"""The effect shown before somebody comes in is what happens, and shows nothing one may not know."""

import re
from typing import Any
from uuid import uuid4

import pytest

from tests.cast import Cast, Somebody
from tests.visitor import text
from zorgverband.base.ids import new_id
from zorgverband.people.models import Account
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from ..actions import Newcomer, admit
from .doing import at, confirm, drafted, events, invited, joined, make_coordinator, send, words

KINDS = {
    "gp": "gp",
    "psychiatrist": "mental_health",
    "physiotherapist": "paramedic",
    "consultant": "municipality",
}


def items_of_every_subject(cast: Cast) -> None:
    for number, subject in enumerate(Subject):
        for _ in range(number % 3 + 1):
            cast.item(about=cast.jannie, subject=subject, author=cast.fatima)


def shown_count(page: str) -> int:
    found = re.search(r"(\d+) eerdere? bericht(?:en)? word", page)
    return int(found[1]) if found else 0


@pytest.mark.parametrize(
    "function", ["gp", "psychiatrist", "physiotherapist", "daughter", "neighbour", "consultant"]
)
def test_what_is_shown_is_what_happens(
    function: str, cast: Cast, client_of: Any, entered: Any
) -> None:
    items_of_every_subject(cast)
    cast.item(
        about=cast.jannie, subject=Subject.HEALTH, author=cast.fatima,
        audience=[cast.marijke.member],
    )  # fmt: skip
    client = client_of(cast.jannie)
    kind = KINDS.get(function, "")
    filled = {"function": function, "kind": kind}
    filled["organisation"] = f"Praktijk {uuid4().hex[:8]}" if kind else ""
    page = client.get(drafted(client, cast, **filled))
    joined(invited(client, cast, **filled))
    ((person, _member, _to),) = events(cast, "joined")
    with entered(person, cast.network) as viewer:
        assert Item.objects.filter(network_id=cast.network).count() == shown_count(words(page))
        keys = viewer.seat(cast.network).abouts[cast.jannie.member]
    said = [
        subjects(page, word) for word in ("Lezen en schrijven", "Alleen lezen", "Alleen schrijven")
    ]
    held: list[set[str]] = [set(), set(), set()]
    for subject in Subject:
        reads, writes = keys.read >> subject & 1, keys.write >> subject & 1
        if reads or writes:
            held[0 if reads and writes else 1 if reads else 2].add(str(subject.label))
    assert said == held


def subjects(page: Any, word: str) -> set[str]:
    """The subjects the page names after this word."""
    found = re.search(rf"<dt>{word}</dt><dd>(.*?)</dd>", page.content.decode())
    return {label for label in LABELS if found and label in found[1]}


LABELS = {str(subject.label) for subject in Subject}


def test_looking_at_the_effect_changes_nothing(cast: Cast, client_of: Any) -> None:
    def everything() -> list[Any]:
        return cast.owner.execute(
            "SELECT (SELECT count(*) FROM networks_member), (SELECT count(*) FROM people_person), "
            "(SELECT count(*) FROM sharing_permission), (SELECT count(*) FROM journal_event)"
        ).fetchall()

    client = client_of(cast.jannie)
    effect = drafted(client, cast)
    before = everything()
    assert client.get(effect).status_code == 200
    assert everything() == before


def test_counts_are_of_items_the_inviter_reads_too(cast: Cast, client_of: Any) -> None:
    cast.item(about=cast.jannie, subject=Subject.MIND, author=cast.jannie)
    filled = {"function": "psychiatrist", "kind": "mental_health"}

    def seen_by(who: Somebody) -> int:
        client = client_of(who)
        return shown_count(words(client.get(drafted(client, cast, **filled))))

    assert seen_by(cast.jannie) == 1
    # The coordinator does not read about the mind, and does not learn that there is something.
    assert seen_by(cast.hanneke) == 0


def test_a_social_inviter_gets_the_same_page_in_worlds_that_differ_in_medical_items(
    cast: Cast, client_of: Any
) -> None:
    make_coordinator(cast, cast.linda)
    client = client_of(cast.linda)
    effect = drafted(client, cast, function="daughter", kind="", organisation="")
    client.get(effect)
    without = text(client.get(effect))
    for subject in (Subject.HEALTH, Subject.MEDICATION, Subject.MIND):
        cast.item(about=cast.jannie, subject=subject, author=cast.fatima)
    assert text(client.get(effect)) == without
    # The control: the client, who may know, reads that all three become readable to a GP.
    jannie = client_of(cast.jannie)
    assert shown_count(words(jannie.get(drafted(jannie, cast, function="gp", kind="gp")))) == 3


def test_who_came_in_since_the_draft_is_not_tried_again(
    cast: Cast, client_of: Any, entered: Any
) -> None:
    assert cast.other
    bart, client = cast.other.bart, client_of(cast.jannie)
    email = Account.objects.get(person_id=bart.person).email
    effect = drafted(client, cast, email=email)
    assert client.get(effect).status_code == 200
    newcomer = Newcomer(side="family", function="neighbour", person=bart.person)
    with entered(cast.hanneke, cast.network) as viewer:
        admit(seat=viewer.seat(cast.network), person=cast.hanneke.person, newcomer=newcomer)
    answer = client.get(effect)
    assert answer.status_code == 422
    assert "doet al mee in dit netwerk" in words(answer)


def test_the_social_side_lets_in_no_care_unless_it_is_in_control(
    cast: Cast, client_of: Any, entered: Any
) -> None:
    make_coordinator(cast, cast.linda)
    client = client_of(cast.linda)
    wish = {"function": "gp", "kind": "gp", "organisation": "Praktijk Zelf"}
    form = {"given_name": "Jo", "family_name": "Zelf", "email": "jo@voorbeeld.nl"}
    answer = send(client, at("invite", cast), **form, **wish)
    assert answer.status_code == 403
    assert "Dat doet wie beslist over de cliënt" in words(answer)
    team = a_team(cast)
    answer = send(client, at("add_team", cast, team_id=team), function="home_care_team")
    assert answer.status_code == 403
    assert cast.other
    with entered(cast.other.bart.person, cast.network) as viewer:
        assert not viewer.seats


def test_a_team_is_added_after_its_effect_was_shown(
    cast: Cast, client_of: Any, entered: Any
) -> None:
    team = a_team(cast)
    cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.jannie)
    client = client_of(cast.jannie)
    address = at("add_team", cast, team_id=team)
    page = words(client.get(address, {"function": "home_care_team"}))
    assert shown_count(page) == 1
    assert cast.other
    with entered(cast.other.bart.person, cast.network) as viewer:
        assert not viewer.seats
    assert "Er is intussen iets veranderd" in words(
        send(client, address, function="home_care_team", seen="anders")
    )
    answer = confirm(client, address, function="home_care_team")
    assert answer.status_code == 302
    with entered(cast.other.bart.person, cast.network):
        assert Item.objects.filter(network_id=cast.network).count() == 1
    again = send(client, address, function="home_care_team")
    assert "doet al mee" in words(again)


def test_a_team_of_home_care_does_not_come_in_as_social(cast: Cast, client_of: Any) -> None:
    address = at("add_team", cast, team_id=a_team(cast))
    answer = send(client_of(cast.jannie), address, function="consultant")
    assert "Deze organisatie past niet" in words(answer)


@pytest.mark.parametrize("who", ["fatima", "ria", "linda"])
def test_others_cannot_add_a_team(who: str, cast: Cast, client_of: Any) -> None:
    client = client_of(cast.people[who])
    address = at("add_team", cast, team_id=a_team(cast))
    assert client.get(at("find_team", cast)).status_code == 403
    assert send(client, address, function="home_care_team").status_code == 403


def a_team(cast: Cast) -> Any:
    """A home-care team with Bart of the other network in it."""
    assert cast.other
    team, organisation = new_id(), new_id()
    cast.owner.execute(
        "INSERT INTO people_organisation (id, name, kind, phone) "
        "VALUES (%s, 'Thuiszorg Zee', 'home_care', '')",
        [organisation],
    )
    cast.owner.execute(
        "INSERT INTO people_team (id, organisation_id, name, phone) VALUES (%s, %s, 'Team Zee', '')",
        [team, organisation],
    )
    cast.owner.execute(
        "INSERT INTO people_teamperson (id, team_id, person_id, function, starts_at) "
        "VALUES (%s, %s, %s, 'home_carer', now() - interval '1 day')",
        [new_id(), team, cast.other.bart.person],
    )
    return team
