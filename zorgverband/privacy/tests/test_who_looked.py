"""The log in words: who looked, what is unusual, per person every visit; and asking about it."""

import csv
import io
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any
from uuid import UUID

import psycopg
from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.rows import put
from zorgverband.agreements.models import Agreement
from zorgverband.base.clock import HOME
from zorgverband.base.ids import new_id
from zorgverband.journal.models import Look
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

YESTERDAY = datetime.now(HOME).replace(minute=10, second=0, microsecond=0) - timedelta(days=1)
MORNING, NIGHT = YESTERDAY.replace(hour=9), YESTERDAY.replace(hour=2)


def looked(
    cast: Cast, who: Somebody, *, at: datetime = MORNING, subject: int = Subject.DAY,
    **columns: Any,
) -> UUID:  # fmt: skip
    """Put one row in the log: `who` read about Jannie."""
    row = {
        "id": new_id(), "network_id": cast.network, "about_id": cast.jannie.member,
        "subject": int(subject), "compartment_id": None, "person_id": who.person,
        "person_name": who.name, "member_id": who.member, "side": who.side,
        "function": who.function, "organisation": "Thuiszorg De Brug" if who.team else "",
        "action": "R", "door": "news", "items": [new_id()], "ground": "permission", "address": "",
        "source": "zorgverband", "outcome": "ok", "at": at,
    }  # fmt: skip
    put(cast.owner, {"journal_look": [row | columns]})
    return UUID(str(row["id"]))


def shown(client: Any, cast: Cast, name: str = "who_looked", *parts: Any) -> str:
    answer = client.get(reverse(name, args=[cast.network, *parts]))
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_ordinary_visits_stand_in_groups_with_nothing_unusual(cast: Any, client_of: Any) -> None:
    for minutes in (0, 5, 12):
        looked(cast, cast.fatima, at=MORNING + timedelta(minutes=minutes))
    looked(cast, cast.sanne, at=MORNING + timedelta(hours=3), subject=Subject.HEALTH)
    looked(cast, cast.marijke, at=MORNING)
    page = shown(client_of(cast.jannie), cast)
    assert "De afgelopen maand: 3 mensen keken. Er was niets bijzonders." in page
    assert "Thuiszorg De Brug" in page
    assert "2 keer, gewone bezoeken" in page
    assert "Las over gezondheid." in page
    assert "Familie en buren" in page
    assert "Ik begrijp dit niet" not in page


def test_what_is_unusual_stands_on_top_with_the_reason(cast: Any, client_of: Any) -> None:
    looked(cast, cast.anouk, at=NIGHT, subject=Subject.MEDICATION)
    looked(cast, cast.joost, ground="emergency")
    looked(cast, cast.ria, door="search_name")
    looked(cast, cast.peter, at=MORNING - timedelta(days=70))
    page = shown(client_of(cast.jannie), cast)
    for sentence in (
        "Anouk Visser keek 's nachts",
        "Joost van Dam keek met noodtoegang",
        "Ria Bos zocht op naam",
    ):
        assert sentence in page
    assert "Er was niets bijzonders." not in page
    assert page.index("noodtoegang") < page.index("Iedereen die keek")


def test_who_took_no_part_or_bears_the_same_name_is_unusual(
    cast: Any, client_of: Any, owner: psycopg.Connection[Any]
) -> None:
    owner.execute(
        "UPDATE networks_member SET left_at = %s WHERE id = %s",
        [MORNING - timedelta(days=2), cast.joost.member],
    )
    owner.execute("UPDATE people_person SET family_name = 'Wit' WHERE id = %s", [cast.anouk.person])
    looked(cast, cast.joost)
    looked(cast, cast.anouk)
    looked(cast, cast.marijke)
    page = shown(client_of(cast.jannie), cast)
    assert "Joost van Dam deed op dat moment niet mee" in page
    assert page.count("Anouk Visser heeft dezelfde achternaam als u") == 1


def test_searching_by_the_name_of_the_client_is_noted(cast: Any, client_of: Any) -> None:
    cast.item(
        about=cast.jannie, subject=Subject.DAY, author=cast.fatima, body="Jannie was vrolijk."
    )
    for words in ("vrolijk", "jannie"):
        client_of(cast.marijke).get(reverse("search", args=[cast.network]), {"q": words})
    doors = Look.objects.using("owner").filter(network_id=cast.network).order_by("at")
    assert list(doors.values_list("door", flat=True)) == ["search", "search_name"]


def test_each_person_opens_to_every_visit(cast: Any, client_of: Any) -> None:
    looked(cast, cast.anouk, subject=Subject.MEDICATION)
    looked(cast, cast.anouk, at=MORNING + timedelta(hours=2), action="C")
    page = shown(client_of(cast.jannie), cast, "who_looked_person", cast.anouk.person)
    assert "9.10 uur" in page
    assert "Schreef over dagelijks leven." in page
    nobody = reverse("who_looked_person", args=[cast.network, cast.linda.person])
    assert client_of(cast.jannie).get(nobody).status_code == 404
    mine = reverse("who_looked_person", args=[cast.network, cast.anouk.person])
    assert client_of(cast.ria).get(mine).status_code == 404


def test_others_see_no_log_of_the_client(cast: Any, client_of: Any) -> None:
    looked(cast, cast.anouk, subject=Subject.MEDICATION)
    for who in (cast.marijke, cast.linda, cast.hanneke, cast.ria):
        page = shown(client_of(who), cast)
        assert "Anouk Visser" not in page
        assert "U ziet dit alleen van uzelf" in page


def test_a_compartment_leaves_no_trace_in_the_log_of_the_client(cast: Any, client_of: Any) -> None:
    looked(cast, cast.anouk, compartment_id=new_id(), at=NIGHT)
    page = shown(client_of(cast.jannie), cast)
    assert "Anouk" not in page
    assert shown(client_of(cast.jannie), cast, "who_looked_csv").count("\n") == 3


def test_looking_in_the_log_is_logged_and_shown_to_the_client_only_when_another_did(
    cast: Any, client_of: Any
) -> None:
    for _time in range(3):
        shown(client_of(cast.jannie), cast)
    rows = Look.objects.using("owner").filter(network_id=cast.network, door="who_looked")
    assert [row.items for row in rows] == [[], [], []]
    assert "Jannie" not in shown(client_of(cast.jannie), cast).split("<main")[1].split("</main")[0]
    looked(cast, cast.marijke, items=[], door="who_looked", subject=14, ground="representation")
    assert "Bekeek deze bladzijde." in shown(client_of(cast.jannie), cast)


def test_asking_reaches_the_first_contact_and_nobody_else(
    cast: Any, client_of: Any, entered: Any
) -> None:
    looked(cast, cast.anouk, at=NIGHT, subject=Subject.MEDICATION)
    address = reverse("ask_about_visit", args=[cast.network, cast.anouk.person])
    client = client_of(cast.jannie)
    at = {"at": NIGHT.astimezone(UTC).isoformat()}
    form = client.get(address, at).content.decode()
    assert "Dit lezen alleen: u en Marijke de Wit." in form
    key = form.split('name="key" value="')[1].split('"')[0]
    for _twice in range(2):
        answer = client.post(address, at | {"key": key, "more": "Ik sliep."})
        assert answer.status_code == 302
    made = Agreement.objects.using("owner").get(network_id=cast.network)
    assert made.executor_id == cast.marijke.member
    with entered(cast.marijke):
        item = Item.objects.get(id=made.item_id)
        assert "Waarom keek Anouk Visser in het dossier?" in item.title
        assert "2.10 uur" in item.title
        assert "medicijnen" not in item.title
    for other in (cast.anouk, cast.peter, cast.hanneke, cast.linda):
        with entered(other):
            assert not Item.objects.filter(id=made.item_id).exists()
    page = shown(client, cast)
    assert "Uw vraag is naar Marijke de Wit gestuurd" in page, page[page.index("<main") :][:1500]


def test_a_question_about_the_first_contact_goes_to_the_coordinator(
    cast: Any, client_of: Any
) -> None:
    looked(cast, cast.marijke, at=NIGHT)
    address = reverse("ask_about_visit", args=[cast.network, cast.marijke.person])
    page = client_of(cast.jannie).get(address).content.decode()
    assert "Hanneke Smit" in page
    assert client_of(cast.peter).get(address).status_code == 404


def test_copies_hold_what_the_page_may_show(cast: Any, client_of: Any) -> None:
    looked(cast, cast.anouk, at=NIGHT, subject=Subject.MEDICATION)
    looked(cast, cast.ria, person_name="=1+1")
    client = client_of(cast.jannie)
    table = client.get(reverse("who_looked_csv", args=[cast.network])).content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(table), delimiter=";"))
    assert rows[1][2:7] == ["Anouk Visser", "huisarts", "", "gelezen", "Medicijnen"]
    assert rows[2][2] == "'=1+1"
    paper = client.get(reverse("who_looked_pdf", args=[cast.network]))
    assert paper.content.startswith(b"%PDF")
    assert b"/StructTreeRoot" in paper.content
    kept = Look.objects.using("owner").filter(network_id=cast.network, action="E")
    assert sorted(kept.values_list("door", flat=True)) == ["who_looked_csv", "who_looked_pdf"]
    none = client_of(cast.linda).get(reverse("who_looked_csv", args=[cast.network]))
    assert len(none.content.decode().splitlines()) == 1


def test_who_represents_the_client_asks_and_all_who_read_it_are_named(
    cast: Any, client_of: Any, owner: psycopg.Connection[Any]
) -> None:
    rest = [cast.network, cast.jannie.member, MORNING - timedelta(days=3)]
    owner.execute(
        "INSERT INTO networks_representation (id, network_id, client_id, representative_id, ground,"
        " document, subjects, starts_at) SELECT gen_random_uuid(), %s, %s, %s, 'mentorship', '',"
        " ARRAY(SELECT generate_series(1, 15)), %s",
        [*rest[:2], cast.peter.member, rest[2]],
    )
    owner.execute(
        "INSERT INTO networks_control (id, network_id, client_id, state, ground, starts_at)"
        " VALUES (gen_random_uuid(), %s, %s, 'represented', '', %s)", rest,
    )  # fmt: skip
    looked(cast, cast.anouk, at=NIGHT)
    client = client_of(cast.peter)
    assert "Anouk Visser keek 's nachts" in shown(client, cast)
    form = shown(client, cast, "ask_about_visit", cast.anouk.person)
    assert "Dit lezen alleen: u, Jannie de Wit en Marijke de Wit." in form
