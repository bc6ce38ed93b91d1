"""Supervision over the log: rules mark, an officer decides, and what was decided stays."""

from datetime import timedelta
from typing import Any

import psycopg
import pytest
from django.db import ProgrammingError, transaction
from django.urls import reverse

from tests.cast import Cast, Somebody
from zorgverband.base.clock import now
from zorgverband.base.ids import new_id
from zorgverband.privacy.actions.mark_looks import mark_looks
from zorgverband.privacy.models import Consultation, Mark, Officer
from zorgverband.sharing.subjects import Subject

from .test_who_looked import MORNING, NIGHT, looked

QUEUE = "review_queue"


@pytest.fixture(autouse=True)
def an_empty_queue(owner: psycopg.Connection[Any]) -> None:
    """The queue shows the oldest: what other tests left waiting would fill it."""
    owner.execute("DELETE FROM privacy_mark WHERE decided_at IS NULL")


def officer(who: Somebody, *, organisation: Any = None) -> None:
    """Make somebody an officer, as the operator would."""
    row = Officer(person_id=who.person, organisation_id=organisation, starts_at=now())
    row.save(using="owner", force_insert=True)


def organisation_of(cast: Cast, who: Somebody) -> Any:
    found: Any = cast.owner.execute(
        "SELECT organisation_id FROM networks_role WHERE member_id = %s", [who.member]
    ).fetchone()
    return found[0]


def marks(cast: Any) -> list[tuple[str, str, int]]:
    rows = Mark.objects.using("owner").filter(network_id=cast.network).order_by("rule", "id")
    return list(rows.values_list("rule", "person_name", "times"))


def test_each_rule_marks_what_it_is_for_and_nothing_else(
    cast: Any, owner: psycopg.Connection[Any]
) -> None:
    looked(cast, cast.fatima)
    looked(cast, cast.marijke, at=NIGHT)
    for minutes in (0, 4):
        looked(cast, cast.anouk, at=NIGHT + timedelta(minutes=minutes))
    looked(cast, cast.joost, ground="emergency")
    looked(cast, cast.hanneke, door="search_name")
    looked(cast, cast.ria, at=MORNING - timedelta(days=5))
    owner.execute(
        "UPDATE networks_member SET joined_at = %s WHERE id = %s",
        [MORNING - timedelta(days=2), cast.ria.member],
    )
    owner.execute("UPDATE people_person SET family_name = 'Wit' WHERE id = %s", [cast.linda.person])
    looked(cast, cast.linda)
    mark_looks()
    assert marks(cast) == [
        ("by_name", "Hanneke Smit", 1),
        ("emergency", "Joost van Dam", 1),
        ("namesake", "Linda Kok", 1),
        ("night", "Anouk Visser", 2),
        ("outside", "Ria Bos", 1),
    ]
    mark_looks()
    assert len(marks(cast)) == 5


def test_a_compartment_leaves_no_mark(cast: Any, owner: psycopg.Connection[Any]) -> None:
    looked(cast, cast.anouk, at=NIGHT, compartment_id=new_id())
    owner.execute(
        "UPDATE networks_member SET compartment = gen_random_uuid() WHERE id = %s",
        [cast.joost.member],
    )
    looked(cast, cast.joost, at=NIGHT)
    looked(cast, cast.hanneke, at=NIGHT)
    mark_looks()
    assert [name for _rule, name, _times in marks(cast)] == ["Hanneke Smit"]


def test_somebody_in_more_networks_than_one_can_work_in_is_marked(cast: Any) -> None:
    for _network in range(21):
        looked(cast, cast.anouk, network_id=new_id())
    for _network in range(20):
        looked(cast, cast.hanneke, network_id=new_id())
    mark_looks()
    rows = Mark.objects.using("owner").filter(rule="many")
    assert rows.filter(person_id=cast.anouk.person).count() == 21
    assert not rows.filter(person_id=cast.hanneke.person).exists()


def test_an_officer_sees_who_when_and_which_rule_but_no_content(cast: Any, client_of: Any) -> None:
    looked(cast, cast.anouk, at=NIGHT, subject=Subject.MEDICATION)
    mark_looks()
    # What others looked at, in other tests, would fill the first page of the queue.
    Mark.objects.using("owner").exclude(network_id=cast.network).delete()
    officer(cast.other.sofie)
    page = client_of(cast.other.sofie).get(reverse(QUEUE)).content.decode()
    assert "Anouk Visser" in page
    assert str(cast.network)[-8:] in page
    for word in ("Jannie", "edicijnen", str(cast.network)):
        assert word not in page
    kept = Consultation.objects.using("owner").filter(person_id=cast.other.sofie.person)
    assert kept.get().door == QUEUE


def test_who_is_no_officer_finds_nothing_there(cast: Any, client_of: Any) -> None:
    looked(cast, cast.anouk, at=NIGHT)
    mark_looks()
    (mark,) = Mark.objects.using("owner").filter(network_id=cast.network)
    ended = Officer(person_id=cast.ria.person, starts_at=now() - timedelta(days=2),
                    ends_at=now() - timedelta(days=1))  # fmt: skip
    ended.save(using="owner", force_insert=True)
    for who in (cast.jannie, cast.hanneke, cast.linda, cast.ria):
        client = client_of(who)
        assert client.get(reverse(QUEUE)).status_code == 404
        assert client.get(reverse("review_mark", args=[mark.id])).status_code == 404
        assert client.post(reverse("review_mark", args=[mark.id]), {"key": "a"}).status_code == 404


def test_an_officer_of_an_organisation_sees_only_its_people(cast: Any, client_of: Any) -> None:
    looked(cast, cast.anouk, at=NIGHT)
    looked(cast, cast.fatima, at=NIGHT)
    mark_looks()
    officer(cast.joost, organisation=organisation_of(cast, cast.fatima))
    page = client_of(cast.joost).get(reverse(QUEUE)).content.decode()
    assert "Fatima El Amrani" in page
    assert "Anouk Visser" not in page
    (other,) = Mark.objects.using("owner").filter(
        network_id=cast.network, person_id=cast.anouk.person
    )
    assert client_of(cast.joost).get(reverse("review_mark", args=[other.id])).status_code == 404


def test_a_decision_needs_a_reason_and_stays(
    cast: Any, client_of: Any, entered: Any, owner: psycopg.Connection[Any]
) -> None:
    looked(cast, cast.anouk, at=NIGHT)
    mark_looks()
    officer(cast.peter)
    (mark,) = Mark.objects.using("owner").filter(network_id=cast.network)
    address, client = reverse("review_mark", args=[mark.id]), client_of(cast.peter)
    assert client.post(address, {"key": "1", "note": "Dienst."}).status_code == 422
    assert client.post(address, {"key": "2", "decision": "fine"}).status_code == 422
    done = {"key": "3", "decision": "fine", "note": "Had nachtdienst."}
    for _twice in range(2):
        assert client.post(address, done).status_code == 302
    again = {"key": "4", "decision": "wrong", "note": "Toch niet."}
    assert client.post(address, again).status_code == 409
    mark.refresh_from_db(using="owner")
    assert (mark.decision, mark.note) == ("fine", "Had nachtdienst.")
    assert mark.decided_by_id == cast.peter.person
    with entered(cast.peter):
        assert Mark.objects.filter(id=mark.id).update(note="Anders.", decided_at=now()) == 0
    refused = pytest.raises(ProgrammingError, match="permission denied")
    with entered(cast.peter), refused, transaction.atomic():
        Mark.objects.filter(id=mark.id).delete()
    assert "Had nachtdienst." in client.get(reverse(QUEUE)).content.decode()
