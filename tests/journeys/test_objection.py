"""The client objects to one reader of one message, reads first what it may mean, and takes it back;
and lets the neighbour read also what stands there already."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.cast import Cast
from tests.running import Site
from zorgverband.sharing.subjects import Subject

from .walking import PHONE, inside

pytestmark = pytest.mark.browser
Browse = Callable[..., Page]


def test_the_client_objects_with_the_consequence_told_and_withdraws_it(
    site: Site, browse: Browse, cast: Cast
) -> None:
    cast.item(about=cast.jannie, subject=Subject.RESULTS, author=cast.anouk,
              title="Bloeddruk", body="135 over 80.")  # fmt: skip
    page = browse(cast.jannie, viewport=PHONE)
    page.goto(inside(site, cast) + "nieuws/")
    page.get_by_role("link", name="Bloeddruk", exact=True).click()
    page.get_by_role("link", name="Lezers veranderen").click()
    page.get_by_role("link", name="Bezwaar maken: Fatima El Amrani").click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("leest dan niet meer wat er gemeten is, zoals de bloeddruk")
    expect(main).to_contain_text("2 mensen lezen dit niet meer")
    page.get_by_role("button", name="Bezwaar maken").click()
    expect(main).to_contain_text("leest dit bericht niet meer.")
    nurse = browse(cast.fatima)
    nurse.goto(inside(site, cast) + "nieuws/")
    assert "Bloeddruk" not in nurse.inner_text("main")
    page.get_by_role("link", name="Bezwaar intrekken: Fatima El Amrani").click()
    page.get_by_role("button", name="Bezwaar intrekken").click()
    expect(main).to_contain_text("is ingetrokken")
    nurse.reload()
    assert "Bloeddruk" in nurse.inner_text("main")


def test_the_neighbour_is_let_into_the_past_by_the_client(
    site: Site, browse: Browse, cast: Cast
) -> None:
    for number in range(3):
        cast.item(
            about=cast.jannie, subject=Subject.DAY, author=cast.marijke, body=f"Dag {number}."
        )
    page = browse(cast.jannie, viewport=PHONE)
    page.goto(inside(site, cast) + "wie-ziet-wat/")
    page.get_by_role("link", name="Per persoon").click()
    page.get_by_role("link", name="Veranderen: Ria Bos").click()
    page.get_by_role("link", name="Veranderen: Dagelijks leven").click()
    page.get_by_label("Alles, ook wat er al staat").check()
    page.get_by_role("button", name="Bekijk wat er verandert").click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("3 eerdere berichten worden zichtbaar voor Ria Bos.")
    neighbour = browse(cast.ria)
    neighbour.goto(inside(site, cast) + "nieuws/")
    assert "Dag 1." not in neighbour.inner_text("main")
    page.get_by_role("button", name="Veranderen").click()
    expect(main).to_contain_text("Leest dit, ook wat er al stond.")
    neighbour.reload()
    assert "Dag 1." in neighbour.inner_text("main")
    page.goto(inside(site, cast) + "wie-ziet-wat/veranderd/")
    expect(page.get_by_role("main")).to_contain_text("Ria Bos: Lezen en schrijven over")


def test_the_steps_of_these_walks_are_found_only_by_who_decides(
    site: Site, browse: Browse, cast: Cast
) -> None:
    # The refusal beside: the daughter sees who reads, and no button to change it.
    page: Any = browse(cast.marijke)
    page.goto(inside(site, cast) + "wie-ziet-wat/")
    page.get_by_role("link", name="Per persoon").click()
    page.get_by_role("link", name="Bekijk: Ria Bos").click()
    page.wait_for_load_state()
    assert page.get_by_role("link", name="Veranderen").count() == 0
