"""'Agenda' over all networks: what one does oneself, at a constant cost."""

from datetime import time, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from tests.visitor import text
from zorgverband.agenda.actions.details import Details
from zorgverband.agenda.models import Kind
from zorgverband.agenda.tests.visits import daily, planned

PAGE = "/agenda/"


def test_one_sees_what_one_does_oneself_and_in_few_networks_everybody(
    cast: Cast, client_of: Any
) -> None:
    planned(cast, cast.marijke, who=cast.marijke, rule=daily(), what="Koken")
    planned(cast, cast.fatima, who=cast.fatima, starts=time(11), ends=time(12), what="Wassen")
    away = Details(kind=Kind.OUT, along=cast.peter.member)
    planned(cast, cast.marijke, what="Bril", details=away)
    marijke, peter = client_of(cast.marijke), client_of(cast.peter)
    own = text(marijke.get(PAGE))
    assert "Koken" in own
    assert "Jannie de Wit" in own
    assert "Wassen" not in own
    assert "Wassen" in text(marijke.get(PAGE + "?who=all"))
    assert "Bril" in text(peter.get(PAGE))
    assert "Koken" not in text(peter.get(PAGE))
    assert cast.other is not None
    assert "Koken" not in text(client_of(cast.other.sofie).get(PAGE + "?who=all"))
    for view in ("day", "week", "month", "soon"):
        assert marijke.get(f"{PAGE}?view={view}&day=2026-02-30").status_code == 200


@pytest.mark.slow
def test_it_costs_the_same_with_one_visit_and_with_twenty(cast: Cast, client_of: Any) -> None:
    client, counts = client_of(cast.fatima), []
    for _round in range(2):
        for _visit in range(1 + 19 * _round):
            planned(cast, cast.fatima, who=cast.fatima, rule=daily(), purpose="Wond")
        client.get(PAGE)
        with CaptureQueriesContext(connection) as asked:
            client.get(f"{PAGE}?view=month")
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert counts[1] <= 16


def test_medicines_do_not_stand_there_for_the_municipality(cast: Cast, client_of: Any) -> None:
    linda = client_of(cast.linda)
    before = text(linda.get(PAGE + "?who=all"))
    details = Details(kind=Kind.MEDICINE)
    planned(cast, cast.fatima, who=cast.fatima, rule=daily(), what="Aanreiken", details=details)
    assert "Aanreiken" not in text(linda.get(PAGE + "?who=all"))
    assert "Bezoek" not in before
    soon = text(client_of(cast.fatima).get(f"{PAGE}?day={timedelta(0)}"))
    assert "Aanreiken" in soon
