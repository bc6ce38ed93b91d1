"""What the locks must refuse whatever a page does: acts and looks that visibility.md does not give.

Each is tried as the application role, past every page, by somebody of the cast.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from tests.cast import Cast, Somebody
from tests.rows import permission_row, put
from zorgverband.base import locked
from zorgverband.base.ids import new_id
from zorgverband.base.viewer import enter
from zorgverband.sharing.models import Item, Permission
from zorgverband.sharing.subjects import MEDICAL, Subject

Rows = list[tuple[Any, ...]]


def run(text: str, *values: Any) -> Rows:
    with connection.cursor() as cursor:
        cursor.execute(text, values)
        return list(cursor.fetchall()) if cursor.description else [(cursor.rowcount,)]


@pytest.fixture
def attempt(db: None) -> Callable[..., int]:
    """Run one statement as somebody; how many rows it changed, 0 when the locks refuse it."""

    def tried(who: Somebody, text: str, *values: Any) -> int:
        try:
            with transaction.atomic():
                enter(person=who.person, networks=[who.network])
                return int(run(text, *values)[0][0])
        except DatabaseError:
            return 0

    return tried


def add_item(attempt: Any, who: Somebody, about: Any, subject: Subject, **columns: Any) -> int:
    row = {
        "id": new_id(), "network_id": who.network, "about_id": about, "subject": int(subject),
        "kind": "note", "author_id": who.person, "author_member_id": who.member,
        "created_at": datetime.now(UTC), "happened_at": datetime.now(UTC), "circle": "everyone",
        "denied": [], "allowed": [], "title": "", "body": "Tekst", "in_news": True, "version": 1,
        "taken_over_from": "", "source": "",
    } | columns  # fmt: skip
    places = ", ".join("%s::uuid[]" if name in ARRAYS else "%s" for name in row)
    text = f"INSERT INTO sharing_item ({', '.join(row)}) VALUES ({places})"
    return int(attempt(who, text, *row.values()))


ARRAYS = {"denied", "allowed", "audience"}


# --- writing


def test_one_writes_where_one_may_and_nowhere_else(cast: Cast, attempt: Any) -> None:
    jannie = cast.jannie.member
    assert add_item(attempt, cast.ria, jannie, Subject.DAY) == 1
    assert add_item(attempt, cast.ria, jannie, Subject.MONEY) == 0
    assert add_item(attempt, cast.linda, jannie, Subject.HOME) == 1
    for subject in MEDICAL:
        cast.permit(cast.linda, subject, about=cast.jannie, read=True, write=True)
        assert add_item(attempt, cast.linda, jannie, subject) == 0


def test_nobody_writes_in_anothers_name_or_network(cast: Cast, attempt: Any) -> None:
    assert cast.other is not None
    assert add_item(attempt, cast.ria, cast.jannie.member, Subject.DAY) == 1
    for other in ({"author_id": cast.marijke.person}, {"author_member_id": cast.marijke.member},
                  {"network_id": cast.other.network}):  # fmt: skip
        assert add_item(attempt, cast.ria, cast.jannie.member, Subject.DAY, **other) == 0


def test_only_who_is_in_control_writes_with_exceptions(cast: Cast, attempt: Any) -> None:
    for column in ("denied", "allowed"):
        named = {column: [cast.linda.member]}
        assert add_item(attempt, cast.jannie, cast.jannie.member, Subject.DAY, **named) == 1
        assert add_item(attempt, cast.ria, cast.jannie.member, Subject.DAY, **named) == 0


def test_what_is_medical_is_never_about_the_household(cast: Cast, attempt: Any) -> None:
    assert add_item(attempt, cast.jannie, cast.network, Subject.DAY) == 1
    assert add_item(attempt, cast.jannie, cast.network, Subject.HEALTH) == 0


def test_about_a_carer_there_is_only_the_subject_carer(cast: Cast, attempt: Any) -> None:
    assert add_item(attempt, cast.marijke, cast.marijke.member, Subject.CARER) == 1
    assert add_item(attempt, cast.marijke, cast.marijke.member, Subject.HEALTH) == 0
    assert add_item(attempt, cast.marijke, cast.marijke.member, Subject.MONEY) == 0


def test_an_author_without_control_makes_no_exceptions(cast: Cast, attempt: Any) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.ria)
    change = "UPDATE sharing_item SET allowed = ARRAY[%s]::uuid[] WHERE id = %s"
    assert attempt(cast.ria, change, cast.linda.member, item) == 0
    assert attempt(cast.jannie, change, cast.linda.member, item) == 1


def test_nobody_changes_the_words_of_another(cast: Cast, attempt: Any) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.fatima)
    change = "UPDATE sharing_item SET body = 'Iets anders.' WHERE id = %s"
    assert attempt(cast.marijke, change, item) == 0
    assert attempt(cast.jannie, change, item) == 0
    assert attempt(cast.fatima, change, item) == 1


# --- giving rights


def test_permissions_are_given_by_who_is_in_control(cast: Cast, attempt: Any) -> None:
    change = "UPDATE sharing_permission SET past = true WHERE member_id = %s AND subject = 6"
    assert attempt(cast.jannie, change, cast.ria.member) > 0
    assert attempt(cast.marijke, change, cast.ria.member) == 0
    assert attempt(cast.ria, change, cast.ria.member) == 0
    assert attempt(cast.hanneke, change, cast.ria.member) == 0


def give(who: Somebody, about: Somebody, subject: Subject, ground: str) -> tuple[str, list[Any]]:
    row = permission_row(
        network=who.network, member=who.member, about=about.member, subject=subject,
        read=True, write=True, past=True, since=datetime.now(UTC),
    ) | {"ground": ground}  # fmt: skip
    places = ", ".join(["%s"] * len(row))
    return f"INSERT INTO sharing_permission ({', '.join(row)}) VALUES ({places})", [*row.values()]


def test_a_neighbour_gives_themselves_no_permission(cast: Cast, attempt: Any) -> None:
    for ground in ("default", "consent"):
        text, values = give(cast.ria, cast.jannie, Subject.MONEY, ground)
        assert attempt(cast.ria, text, *values) == 0
    assert attempt(cast.jannie, text, *values) == 1


def test_a_coordinator_without_control_gives_themselves_no_permission(
    cast: Cast, attempt: Any
) -> None:
    text, values = give(cast.hanneke, cast.jannie, Subject.MIND, "default")
    assert attempt(cast.hanneke, text, *values) == 0


def test_nobody_makes_themselves_coordinator(cast: Cast, attempt: Any) -> None:
    change = "UPDATE networks_member SET coordinator = true WHERE id = %s"
    assert attempt(cast.jannie, change, cast.peter.member) == 1
    assert attempt(cast.ria, change, cast.ria.member) == 0


def test_nobody_makes_themselves_coordinator_while_leaving(cast: Cast, attempt: Any) -> None:
    change = (
        "UPDATE networks_member SET coordinator = true, left_at = now() + interval '1 year' "
        "WHERE id = %s"
    )
    assert attempt(cast.ria, change, cast.ria.member) == 0


def test_nobody_stays_longer_than_was_said(cast: Cast, attempt: Any) -> None:
    change = "UPDATE networks_member SET left_at = now() + make_interval(days => %s) WHERE id = %s"
    assert attempt(cast.ria, change, 7, cast.ria.member) == 1
    cast.owner.execute(
        "UPDATE networks_member SET left_at = now() + interval '2 days' WHERE id = %s",
        [cast.ria.member],
    )
    assert attempt(cast.ria, change, 7, cast.ria.member) == 0
    assert attempt(cast.ria, change, 1, cast.ria.member) == 1
    assert attempt(cast.jannie, change, 7, cast.ria.member) == 1


def test_who_is_in_control_shows_a_care_member_to_the_social_side(cast: Cast, attempt: Any) -> None:
    change = "UPDATE networks_role SET known = true WHERE member_id = %s"
    assert attempt(cast.joost, change, cast.joost.member) == 0
    assert attempt(cast.jannie, change, cast.joost.member) == 1


def test_only_who_is_in_control_excludes_somebody(cast: Cast, attempt: Any) -> None:
    text = (
        "INSERT INTO networks_exclusion (id, network_id, person_id, starts_at) "
        "VALUES (%s, %s, %s, now())"
    )
    assert attempt(cast.jannie, text, new_id(), cast.network, cast.sanne.person) == 1
    assert attempt(cast.marijke, text, new_id(), cast.network, cast.sanne.person) == 0
    assert attempt(cast.hanneke, text, new_id(), cast.network, cast.jannie.person) == 0


def test_emergency_access_is_opened_by_care_members_for_themselves(
    cast: Cast, attempt: Any
) -> None:
    text = (
        "INSERT INTO sharing_emergency (id, network_id, member_id, client_id, person_id, reason, "
        "starts_at, ends_at) VALUES (%s, %s, %s, %s, %s, 'Gevallen', now(), "
        "now() + interval '50 minutes')"
    )

    def opened(by: Somebody, of: Somebody) -> int:
        values = [new_id(), cast.network, of.member, cast.jannie.member, of.person]
        return int(attempt(by, text, *values))

    assert opened(cast.joost, cast.joost) == 1
    assert opened(cast.joost, cast.anouk) == 0
    assert opened(cast.marijke, cast.marijke) == 0
    assert opened(cast.linda, cast.linda) == 0


# --- control


def represent(cast: Cast, who: Somebody, subjects: list[Subject]) -> None:
    ago = datetime.now(UTC) - timedelta(days=1)
    put(cast.owner, {
        "networks_representation": [{
            "id": new_id(), "network_id": cast.network, "client_id": cast.jannie.member,
            "representative_id": who.member, "ground": "administration", "document": "",
            "subjects": [int(one) for one in subjects], "starts_at": ago, "ends_at": None,
            "review_on": None,
        }],
        "networks_control": [{
            "id": new_id(), "network_id": cast.network, "client_id": cast.jannie.member,
            "state": "represented", "holder_id": None, "ground": "", "starts_at": ago,
            "ends_at": None,
        }],
    })  # fmt: skip


def test_who_represents_on_the_social_side_decides_about_nothing_medical(
    cast: Cast, attempt: Any
) -> None:
    represent(cast, cast.linda, [Subject.MONEY, Subject.MIND])
    for subject, gives in ((Subject.MONEY, 1), (Subject.MIND, 0)):
        text, values = give(cast.ria, cast.jannie, subject, "representation")
        assert attempt(cast.linda, text, *values) == gives


def test_who_represents_for_money_decides_about_money_only(cast: Cast, attempt: Any) -> None:
    represent(cast, cast.peter, [Subject.MONEY])
    change = "UPDATE sharing_permission SET past = true WHERE member_id = %s AND subject = %s"
    cast.permit(cast.ria, Subject.MONEY, about=cast.jannie)
    cast.permit(cast.ria, Subject.MIND, about=cast.jannie)
    assert attempt(cast.peter, change, cast.ria.member, int(Subject.MONEY)) == 1
    assert attempt(cast.peter, change, cast.ria.member, int(Subject.MIND)) == 0


def test_one_reads_a_network_through_exactly_one_membership(cast: Cast) -> None:
    soon = datetime.now(UTC) + timedelta(days=1)
    cast.owner.execute(
        "UPDATE networks_member SET left_at = %s WHERE id = %s", [soon, cast.ria.member]
    )
    put(cast.owner, {"networks_member": [{
        "id": new_id(), "network_id": cast.network, "person_id": cast.ria.person, "team_id": None,
        "side": "care", "coordinator": False, "first_contact": False,
        "joined_at": datetime.now(UTC) - timedelta(days=1), "left_at": None, "compartment": None,
    }]})  # fmt: skip
    with transaction.atomic():
        enter(person=cast.ria.person)
        seats = run("SELECT member_id FROM privacy.my_networks(%s)", cast.ria.person)
        others = run("SELECT member_id FROM privacy.my_networks(%s)", cast.jannie.person)
    assert len(seats) < 2
    assert others == []


# --- people


def test_the_social_side_learns_no_organisation_or_function_of_a_care_team(cast: Cast) -> None:
    cast.owner.execute(
        "UPDATE networks_role SET known = false WHERE member_id = %s", [cast.fatima.member]
    )
    cast.owner.execute(
        "UPDATE people_organisation SET kind = 'mental_health' WHERE id = "
        "(SELECT organisation_id FROM people_team WHERE id = %s)",
        [cast.fatima.team],
    )
    questions = (
        "SELECT function FROM people_teamperson WHERE team_id = %s",
        "SELECT name FROM people_team WHERE id = %s",
    )
    for who, learns in ((cast.marijke, True), (cast.linda, False)):
        with transaction.atomic():
            enter(person=who.person, networks=[cast.network])
            for question in questions:
                assert bool(run(question, cast.fatima.team)) == learns


def test_the_social_side_learns_no_function_of_a_care_member_unless_known(cast: Cast) -> None:
    text = "SELECT function FROM networks_role WHERE member_id = %s"
    with transaction.atomic():
        enter(person=cast.linda.person, networks=[cast.network])
        assert run(text, cast.joost.member) == []
        assert run(text, cast.anouk.member) == [("gp",)]
        enter(person=cast.marijke.person, networks=[cast.network])
        assert run(text, cast.joost.member) == [("physiotherapist",)]


def test_permissions_on_medical_subjects_do_not_exist_for_the_social_side(cast: Cast) -> None:
    with transaction.atomic():
        enter(person=cast.linda.person, networks=[cast.network])
        assert Permission.objects.exists()
        assert not Permission.objects.filter(subject__in=MEDICAL).exists()
        enter(person=cast.marijke.person, networks=[cast.network])
        assert Permission.objects.filter(subject__in=MEDICAL).exists()


def test_the_social_side_cannot_ask_who_would_read_something_medical(cast: Cast) -> None:
    asked: dict[str, Any] = {
        "network": cast.network, "about": cast.jannie.member, "subject": int(Subject.MIND),
        "audience": None, "compartment": None,
    }  # fmt: skip
    with transaction.atomic():
        enter(person=cast.marijke.person, networks=[cast.network])
        assert locked.reasons_if(**asked, author=cast.marijke.person) != []
        enter(person=cast.linda.person, networks=[cast.network])
        assert locked.reasons_if(**asked, author=cast.linda.person) == []


# --- compartments


@pytest.fixture
def compartment(cast: Cast) -> Any:
    """A compartment that names Anouk and Hanneke; Joost joined inside it."""
    id = new_id()
    named = [cast.anouk, cast.hanneke]
    put(cast.owner, {
        "sharing_compartment": [{"id": id, "network_id": cast.network,
                                 "created_at": datetime.now(UTC), "made_by_id": cast.anouk.person}],
        "sharing_compartmentmember": [
            {"id": new_id(), "network_id": cast.network, "compartment_id": id,
             "member_id": one.member} for one in named
        ],
    })  # fmt: skip
    cast.owner.execute(
        "UPDATE networks_member SET compartment = %s WHERE id = %s", [id, cast.joost.member]
    )
    return id


def test_a_compartment_leaves_no_trace_for_who_is_not_named(
    cast: Cast, compartment: Any, attempt: Any
) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.anouk,
                     compartment_id=compartment)  # fmt: skip
    put(cast.owner, {"journal_event": [event(cast, item_id=item)]})
    questions = [
        "SELECT id FROM sharing_item WHERE id = %s",
        "SELECT id FROM journal_event WHERE item_id = %s",
        "SELECT member_id FROM privacy.reasons(%s)",
    ]
    for who, seen in ((cast.anouk, True), (cast.hanneke, True), (cast.jannie, False),
                      (cast.marijke, False), (cast.linda, False)):  # fmt: skip
        with transaction.atomic():
            enter(person=who.person, networks=[cast.network])
            for question in questions:
                assert bool(run(question, item)) == seen, (who.name, question)
            assert bool(run("SELECT id FROM sharing_compartment")) == seen
            members = run("SELECT id FROM networks_member WHERE id = %s", cast.joost.member)
            assert bool(members) == seen


def event(cast: Cast, **about: Any) -> dict[str, Any]:
    return {
        "id": new_id(), "network_id": cast.network, "verb": "shared", "item_id": None,
        "member_id": None, "person_id": cast.anouk.person, "to_person_id": None,
        "at": datetime.now(UTC),
    } | about  # fmt: skip


def test_who_is_named_in_a_compartment_hears_who_joined_inside_it(
    cast: Cast, compartment: Any
) -> None:
    joined = event(cast, member_id=cast.joost.member, verb="joined")
    put(cast.owner, {"journal_event": [joined]})
    told = set(locked.hearers(joined["id"]))
    assert told == {cast.joost.person, cast.anouk.person, cast.hanneke.person}


# --- without entering


def answer(question: str, values: dict[str, Any]) -> Rows:
    """The rows; none when the application role may not ask at all."""
    with connection.cursor() as cursor:
        try:
            cursor.execute(question, values)
        except DatabaseError as error:
            if isinstance(error.__cause__, psycopg.errors.InsufficientPrivilege):
                return []
            raise
        return list(cursor.fetchall())


@pytest.mark.parametrize(
    "question",
    [
        "SELECT 1 FROM privacy.my_networks(%(person)s)",
        "SELECT 1 FROM privacy.seats(NULL)",
        "SELECT 1 FROM privacy.seats(ARRAY[%(network)s::uuid])",
        "SELECT 1 FROM privacy.keys(ARRAY[%(network)s::uuid], ARRAY[%(member)s::uuid])",
        "SELECT 1 FROM privacy.controllers(ARRAY[%(network)s::uuid])",
        "SELECT 1 FROM privacy.overview_all(%(network)s, %(member)s)",
        "SELECT 1 FROM privacy.explain(%(network)s, %(member)s, 6, NULL, now(), NULL, '{}', '{}', NULL)",
        "SELECT 1 FROM privacy.decisions(%(network)s, ARRAY[%(item)s::uuid])",
        "SELECT 1 WHERE privacy.age(%(person)s) <> 99",
    ],
)
def test_who_has_not_entered_learns_nothing_from_the_keepers_functions(
    cast: Cast, question: str
) -> None:
    values = {
        "network": cast.network, "member": cast.jannie.member, "person": cast.jannie.person,
        "item": cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.ria),
    }  # fmt: skip
    assert answer(question, values) == []


def test_search_and_reasons_answer_nothing_to_who_has_not_entered(cast: Cast) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.ria, body="Fiets")
    later = datetime(2100, 1, 1, tzinfo=UTC)
    asked: dict[str, Any] = {"network": cast.network, "words": "fiets", "before": later, "limit": 9}
    assert locked.search(**asked) == []
    assert locked.reasons(item) == []
    with transaction.atomic():
        enter(person=cast.ria.person, networks=[cast.network])
        assert locked.search(**asked) == [item]
        assert locked.reasons(item) != []


def test_taking_back_is_for_the_author_and_gone_is_gone_for_everybody(cast: Cast) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.ria)
    with transaction.atomic():
        enter(person=cast.jannie.person, networks=[cast.network])
        assert not locked.take_back(item)
        assert Item.objects.filter(id=item).exists()
    with transaction.atomic():
        enter(person=cast.ria.person, networks=[cast.network])
        assert locked.take_back(item)
        assert not Item.objects.filter(id=item).exists()
