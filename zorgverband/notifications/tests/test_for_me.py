"""'Voor mij': what waits and what is new, over all networks, and nothing one may not know."""

import re
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.rows import item_row, permission_row, put
from zorgverband.base.clock import now
from zorgverband.base.ids import new_id
from zorgverband.base.telling import inbox_count
from zorgverband.notifications.actions import deliver
from zorgverband.sharing.subjects import Subject

from .test_deliver import happened

MOST_STATEMENTS = 12


def told(cast: Cast, body: str, **columns: Any) -> UUID:
    """Something about the day, by the daughter, of which everybody entitled has been told."""
    by = columns.pop("author", cast.marijke)
    subject = columns.pop("subject", Subject.DAY)
    item = cast.item(about=cast.jannie, subject=subject, author=by, body=body)
    deliver(event=happened(cast, by, item, **columns))
    return item


def page_of(client: Any) -> str:
    """The page 'Voor mij' as this browser gets it."""
    answer = client.get(reverse("for_me"))
    assert answer.status_code == 200
    return str(answer.content.decode())


def badge(page: str) -> int:
    """The number in the menu."""
    found = re.search(r'data-key="for_me".*?badge badge-in">(\d+)', page, re.DOTALL)
    return int(found[1]) if found else 0


def key(page: str) -> str:
    """The idempotency key of the forms of a page."""
    found = re.search(r'name="key" value="(\w+?)[-"]', page)
    assert found
    return found[1]


def test_who_has_nothing_reads_that_nobody_waits(cast: Cast, client_of: Any) -> None:
    page = page_of(client_of(cast.peter))
    assert "Niemand wacht op u." in page
    assert badge(page) == 0


def test_news_is_there_for_who_may_read_it_with_its_mark_for_the_log(
    cast: Cast, client_of: Any
) -> None:
    item = told(cast, "Lekker gewandeld.")
    page = page_of(client_of(cast.peter))
    assert "Lekker gewandeld." in page
    assert f'data-item="{item}"' in page
    assert "Marijke de Wit schreef" in page
    assert badge(page) == 1
    logged = cast.owner.execute(
        "SELECT count(*) FROM journal_look WHERE person_id = %s AND %s = ANY (items)",
        [cast.peter.person, item],
    ).fetchone()
    assert logged == (1,)
    assert "Lekker gewandeld." not in page_of(client_of(cast.ria))


def test_a_question_stands_on_top_until_it_was_seen(cast: Cast, client_of: Any) -> None:
    told(cast, "Wilt u bellen?", verb="asked", to=cast.peter.person)
    told(cast, "Gewoon nieuws.")
    client = client_of(cast.peter)
    page = page_of(client)
    assert "Niemand wacht op u." not in page
    assert page.index("Wilt u bellen?") < page.index("Gewoon nieuws.")
    form = re.search(r'name="notice" value="([0-9a-f-]+)"', page)
    assert form
    sent = {"key": key(page), "network": str(cast.network), "notice": form[1]}
    assert client.post(reverse("mark_seen_here"), sent).status_code == 302
    page = page_of(client)
    assert "Niemand wacht op u." in page
    assert "Wilt u bellen?" in page
    assert badge(page) == 1


def test_seen_of_one_network_marks_its_news_and_nobody_elses(cast: Cast, client_of: Any) -> None:
    told(cast, "Lekker gewandeld.")
    told(cast, "Soep gegeten.")
    client = client_of(cast.peter)
    page = page_of(client)
    assert badge(page) == 2
    span = {
        name: re.search(rf'name="{name}" value="([^"]+)"', page)[1]  # type: ignore[index]
        for name in ("since", "until")
    }
    sent = {"key": key(page), "network": str(cast.network)} | span
    client.post(reverse("mark_seen_here"), sent)
    assert badge(page_of(client)) == 0
    assert badge(page_of(client_of(cast.jannie))) == 2


def test_seen_of_one_network_leaves_what_is_important_on_top(cast: Cast, client_of: Any) -> None:
    told(cast, "Lekker gewandeld.")
    told(cast, "Belangrijk: de sleutel is kwijt.", verb="important")
    told(cast, "Soep gegeten.")
    client = client_of(cast.peter)
    page = page_of(client)
    span = {
        name: re.search(rf'name="{name}" value="([^"]+)"', page)[1]  # type: ignore[index]
        for name in ("since", "until")
    }
    client.post(reverse("mark_seen_here"), {"key": "a", "network": str(cast.network)} | span)
    page = page_of(client)
    assert badge(page) == 1
    top = page.split("Wat is er van u gevraagd?")[1].split("<h2>Nieuws")[0]
    assert "de sleutel is kwijt" in top


def test_who_sees_a_part_of_the_news_has_not_seen_the_rest(cast: Cast, client_of: Any) -> None:
    told(cast, "De kraan lekt.", subject=Subject.HOME)
    told(cast, "Lekker gewandeld.")
    cast.permit(cast.peter, Subject.HOME, about=cast.jannie, read=True, past=True)
    client = client_of(cast.peter)
    at = reverse("news", args=[cast.network])
    part = client.get(f"{at}?subject={Subject.DAY.value}").content.decode()
    assert "gewandeld" in part
    assert "kraan" not in part
    assert 'name="until"' not in part
    # The control: all of the news is noted as seen.
    assert 'name="until"' in client.get(at).content.decode()


def test_what_was_seen_in_the_news_of_the_network_is_not_new_here(
    cast: Cast, client_of: Any
) -> None:
    told(cast, "Lekker gewandeld.")
    client = client_of(cast.peter)
    news = client.get(reverse("news", args=[cast.network])).content.decode()
    client.post(
        reverse("seen", args=[cast.network]),
        {"key": key(news), "until": re.search(r'name="until" value="([^"]+)"', news)[1]},  # type: ignore[index]
    )
    assert badge(page_of(client)) == 0


@pytest.mark.parametrize("change", ["denied", "withdrawn", "left"])
def test_what_one_may_no_longer_know_is_gone_from_list_and_badge(
    cast: Cast, client_of: Any, change: str
) -> None:
    item = told(cast, "Lekker gewandeld.")
    client = client_of(cast.peter)
    assert badge(page_of(client)) == 1
    if change == "left":
        cast.end(cast.peter)
    else:
        column = {
            "denied": "denied = ARRAY[%s]",
            "withdrawn": "withdrawn_at = now(), audience = ARRAY[%s]",
        }[change]
        cast.owner.execute(
            f"UPDATE sharing_item SET {column} WHERE id = %s", [cast.peter.member, item]
        )
    page = page_of(client)
    assert badge(page) == 0
    assert "gewandeld" not in page
    assert str(cast.network) not in page


def test_two_worlds_that_differ_in_medical_news_are_the_same_to_the_social_side(
    cast: Cast, client_of: Any, entered: Any
) -> None:
    client = client_of(cast.linda)
    pages = [reverse("for_me"), reverse("notification_settings"), reverse("more_across")]
    before = [client.get(page).content for page in pages]
    for subject in (Subject.HEALTH, Subject.MIND, Subject.MEDICATION):
        told(cast, "Iets medisch.", subject=subject, author=cast.fatima)
        told(cast, "Een vraag.", subject=subject, author=cast.fatima, verb="asked",
             to=cast.linda.person)  # fmt: skip
    assert [client.get(page).content for page in pages] == before
    # The control: what she may know does change what she gets.
    cast.permit(cast.linda, Subject.DAY, about=cast.jannie, read=True, past=True)
    told(cast, "Lekker gewandeld.")
    assert client.get(pages[0]).content != before[0]


def many_networks(cast: Cast, who: Somebody, count: int) -> None:
    """Give somebody `count` more networks, each with an item and an unread notice of it."""
    moment = now()
    rows: dict[str, list[Any]] = {name: [] for name in (
        "people_person", "networks_network", "networks_member", "networks_role",
        "networks_presence", "sharing_permission", "sharing_item", "journal_event")}  # fmt: skip
    for number in range(count):
        network, client, mine, other = new_id(), new_id(), new_id(), new_id()
        rows["people_person"].append({
            "id": other, "given_name": "Cliënt", "infix": "", "family_name": f"Nummer {number}",
            "salutation": "", "key": ""})  # fmt: skip
        rows["networks_network"].append({"id": network, "created_at": moment, "closed_at": None})
        for member, person, side, function in (
            (client, other, "client", "client"), (mine, who.person, "care", "gp"),
        ):  # fmt: skip
            rows["networks_member"].append({
                "id": member, "network_id": network, "person_id": person, "team_id": None,
                "side": side, "coordinator": False, "first_contact": False, "joined_at": moment,
                "left_at": None, "compartment": None})  # fmt: skip
            rows["networks_role"].append({
                "id": new_id(), "network_id": network, "member_id": member, "function": function,
                "description": "", "organisation_id": None, "phone": "", "known": True,
            })  # fmt: skip
            rows["networks_presence"].append({
                "id": new_id(), "network_id": network, "member_id": member, "person_id": person,
            })  # fmt: skip
        rows["sharing_permission"].append(permission_row(
            network=network, member=mine, about=client, subject=Subject.DAY, read=True, write=True,
            past=True, since=moment))  # fmt: skip
        item = item_row(
            network=network, about=client, subject=Subject.DAY, author=other, author_member=client,
            at=moment, body=f"Bericht {number}.")  # fmt: skip
        rows["sharing_item"].append(item)
        rows["journal_event"].append({
            "id": new_id(), "network_id": network, "verb": "shared", "item_id": item["id"],
            "member_id": None, "person_id": other, "to_person_id": None, "at": moment,
        })  # fmt: skip
    put(cast.owner, rows)
    cast.owner.execute(
        "INSERT INTO notifications_notice (id, person_id, event_id, network_id, item_id, kind, at,"
        " bundle) SELECT gen_random_uuid(), %s, id, network_id, item_id, 'news', at, ''"
        " FROM journal_event WHERE id = ANY (%s)",
        [who.person, [row["id"] for row in rows["journal_event"]]],
    )


def test_three_hundred_networks_cost_no_more_statements_than_one(
    cast: Cast, client_of: Any
) -> None:
    told(cast, "Lekker gewandeld.")
    client = client_of(cast.anouk)
    page_of(client)
    with CaptureQueriesContext(connection) as few:
        page_of(client)
    many_networks(cast, cast.anouk, 300)
    with CaptureQueriesContext(connection) as many:
        page = page_of(client)
    assert len(many) == len(few)
    plain = [one for one in many if one["sql"] not in ("BEGIN", "COMMIT")]
    assert len(plain) <= MOST_STATEMENTS
    assert page.count('class="told-group"') == 40
    assert badge(page) == 99


def test_older_pages_follow_each_other_without_gap_or_repeat(cast: Cast, client_of: Any) -> None:
    many_networks(cast, cast.anouk, 95)
    client = client_of(cast.anouk)
    seen: list[str] = []
    address = reverse("for_me")
    for _ in range(5):
        page = client.get(address).content.decode()
        seen += re.findall(r"Bericht (\d+)\.", page)
        older = re.search(r'class="pager".*?href="([^"]+)"', page, re.DOTALL)
        if not older:
            break
        address = reverse("for_me") + older[1].replace("&amp;", "&")
    assert sorted(map(int, seen)) == list(range(95))


def test_the_badge_needs_no_networks_entered(cast: Cast, entered: Any) -> None:
    told(cast, "Lekker gewandeld.")
    assert cast.other is not None
    with entered(cast.peter, cast.other.network) as viewer:
        assert not viewer.seats
        assert inbox_count(at_most=99) == 1
    with entered(cast.ria):
        assert inbox_count(at_most=99) == 0


def test_nobody_marks_what_is_anothers(cast: Cast, entered: Any) -> None:
    from zorgverband.notifications.actions import mark_read
    from zorgverband.notifications.models import Notice

    told(cast, "Lekker gewandeld.")
    theirs = Notice.objects.using("owner").get(person=cast.peter.person, network_id=cast.network)
    with entered(cast.jannie):
        assert mark_read(notices=[theirs.id]) == 0
    with entered(cast.peter):
        assert mark_read(notices=[theirs.id]) == 1
