"""However many questions there are, their pages cost the same number of statements."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import Cast
from tests.visitor import text

from .asking import asked, page, post

MOST = 12


@pytest.mark.slow
def test_the_pages_cost_at_most_twelve_statements_however_many_questions(
    cast: Cast, client_of: Any
) -> None:
    question = asked(cast, cast.fatima, cast.anouk)
    gp, nurse = client_of(cast.anouk), client_of(cast.fatima)
    pages = [
        (gp, page("questions", cast)), (gp, page("question", cast, question)),
        (nurse, page("question", cast, question)), (nurse, page("ask_question", cast)),
        (gp, page("brief", cast)), (gp, page("pass_question", cast, question)),
    ]  # fmt: skip
    seen = reverse("seen", kwargs={"network_id": cast.network})
    assert post(gp, seen, until=datetime.now(UTC).isoformat()).status_code == 302
    for client, at in pages:
        client.get(at)
    few = {at: cost(client, at) for client, at in pages}
    for _ in range(20):
        asked(cast, cast.fatima, cast.anouk)
    many = {at: cost(client, at) for client, at in pages}
    assert many == few
    assert max(few.values()) <= MOST, few


def cost(client: Any, at: str) -> int:
    with CaptureQueriesContext(connection) as asked_for:
        assert text(client.get(at))
    return sum(one["sql"] not in ("BEGIN", "COMMIT") for one in asked_for)
