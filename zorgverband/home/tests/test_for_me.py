"""'Voor mij': of much that was asked the first, and the rest when asked for."""

import re
from datetime import timedelta
from typing import Any

from django.urls import reverse

from tests.cast import Cast
from tests.visitor import text
from zorgverband.agreements.tests.asking import asked
from zorgverband.base import clock
from zorgverband.home.views.for_me import AGREEMENTS


def test_of_much_that_was_asked_the_first_is_shown_and_the_rest_when_asked_for(
    cast: Cast, client_of: Any
) -> None:
    soon = clock.today() + timedelta(days=3)
    made = [asked(cast, cast.peter, cast.peter, due_on=soon) for _turn in range(AGREEMENTS + 1)]
    wanted = asked(cast, cast.marijke, cast.peter)
    client = client_of(cast.peter)
    short = text(client.get(reverse("for_me")))
    shown = set(re.findall(r'class="agreement" data-item="([0-9a-f-]{36})"', short))
    # What waits for an answer is there, though it is due last.
    assert len(shown) == AGREEMENTS
    assert str(wanted) in shown
    assert "Nog 2 bekijken" in short
    whole = text(client.get(reverse("for_me"), {"alles": "1"}))
    assert all(str(one) in whole for one in (*made, wanted))
    assert "Nog 2 bekijken" not in whole
    assert 'hx-get="/voor-mij/?alles=1"' in whole
