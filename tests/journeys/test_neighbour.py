"""The neighbour saw something: she reports it, sees her own words, and reads nothing else."""

from typing import Any

import pytest

from tests.cast import Cast
from tests.running import Site
from zorgverband.sharing.subjects import Subject

from .walking import inside, post, write

pytestmark = pytest.mark.browser


def test_a_neighbour_who_may_write_and_not_read_reports_something_and_reads_only_that(
    cast: Cast, site: Site, browse: Any
) -> None:
    hidden = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke,
                       body="Mama was gisteren verdrietig.")  # fmt: skip
    ria, daughter = browse(cast.ria), browse(cast.marijke)
    ria.goto(inside(site, cast))
    ria.get_by_role("link", name="Iets schrijven").click()
    write(ria, "Het licht brandde vannacht om drie uur.", subject="Dagelijks leven")
    post(ria)
    assert ria.get_by_text("Het licht brandde vannacht om drie uur.").first.is_visible()
    assert "verdrietig" not in ria.content()
    assert ria.locator("[data-item]").count() == 1
    answer = ria.goto(inside(site, cast, f"bericht/{hidden}/"))
    assert answer.status == 404
    assert "verdrietig" not in ria.content()
    ria.goto(inside(site, cast, "zoeken/?q=verdrietig"))
    assert ria.get_by_text("Niets gevonden").is_visible()

    daughter.goto(inside(site, cast, "nieuws/"))
    assert daughter.get_by_text("Het licht brandde vannacht").first.is_visible()
    assert daughter.get_by_text("verdrietig").first.is_visible()
