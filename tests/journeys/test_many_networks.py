"""The coordinator of many networks: which ones, where there is news, and what is asked of her."""

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.cast import Cast, Somebody, gather
from tests.rows import permission_row, put
from tests.running import Site, wait_until
from zorgverband.base.ids import new_id
from zorgverband.sharing.defaults import default_permissions
from zorgverband.sharing.subjects import Subject

from .walking import DESK, on_screen, post, write

pytestmark = pytest.mark.browser
NETWORKS = 6


def takes_part(cast: Cast, who: Somebody) -> None:
    """Let somebody of another network coordinate this one too."""
    member, now = new_id(), datetime.now(UTC)
    here = {"network_id": cast.network, "member_id": member}
    permissions = [
        permission_row(network=cast.network, member=member, about=cast.jannie.member,
                       subject=subject, read=given.read, write=given.write, past=given.past,
                       since=now)
        for subject, given in default_permissions("care", "care_coordinator").items()
    ]  # fmt: skip
    put(cast.owner, {
        "networks_member": [{
            "id": member, "network_id": cast.network, "person_id": who.person, "team_id": None,
            "side": "care", "coordinator": False, "first_contact": False, "joined_at": now,
            "left_at": None, "compartment": None,
        }],
        "networks_role": [{
            "id": new_id(), **here, "function": "care_coordinator", "description": "",
            "organisation_id": None, "phone": "", "known": True,
        }],
        "networks_presence": [{"id": new_id(), **here, "person_id": who.person}],
        "sharing_permission": permissions,
    })  # fmt: skip


def test_the_coordinator_finds_in_one_list_what_is_new_in_all_her_networks(
    cast: Cast, site: Site, browse: Any
) -> None:
    more = [gather(cast.owner) for _ in range(NETWORKS - 1)]
    for one in more:
        takes_part(one, cast.hanneke)
    daughter, page = browse(more[2].marijke), browse(cast.hanneke, viewport=DESK)
    with site.worker():
        daughter.goto(f"{site.address}/n/{more[2].network}/schrijven/")
        write(daughter, "Mama sliep slecht.", subject="Dagelijks leven")
        post(daughter)
        page.goto(f"{site.address}/")
        assert page.url == f"{site.address}/voor-mij/"
        wait_until(lambda: _there(page), seconds=45, what="the news")
    assert on_screen(page.get_by_text("Mama sliep slecht.").first)
    page.get_by_role("link", name="Netwerken").click()
    page.wait_for_load_state()
    assert page.locator("main ul.sheet > li").count() == NETWORKS
    assert page.locator("main ul.sheet > li").first.get_by_text("1 nieuw").is_visible()
    page.locator("main ul.sheet > li").first.get_by_role("link").click()
    assert str(more[2].network) in page.url
    page.get_by_role("link", name="Ander netwerk kiezen").click()
    page.get_by_role("link", name="Voor mij").click()
    page.get_by_role("button", name="Gezien: Jannie de Wit").click()
    page.wait_for_load_state()
    assert page.locator(".badge-in").count() == 0
    assert not page.get_by_text("Nieuw", exact=True).count()


def _there(page: Any) -> bool:
    page.wait_for_timeout(200)
    page.reload()
    return bool(page.get_by_text("Mama sliep slecht.").count())


def test_somebody_with_one_network_is_brought_there_at_once(
    cast: Cast, site: Site, browse: Any
) -> None:
    cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.fatima)
    page = browse(cast.marijke)
    page.goto(f"{site.address}/")
    assert page.url == f"{site.address}/n/{cast.network}/"
    assert not page.get_by_text("Ander netwerk kiezen").count()
