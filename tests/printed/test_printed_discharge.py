"""The printed list of a discharge says what who prints it may read, held against the rule written a
second time; whoever may not read the discharge gets no paper."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import transaction
from django.urls import reverse

from tests.cast import Cast
from tests.paper import words_on
from tests.rule.model import Rule
from zorgverband.demo.dump import network_facts
from zorgverband.handovers.tests.going_home import asked, line_of, on, opened
from zorgverband.journal.models import Look
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

EVERYBODY = ("jannie", "marijke", "peter", "ria", "fatima", "anouk", "hanneke", "linda")
LINES = ("wound", "medication", "household", "transport", "letter")


@pytest.mark.slow
def test_the_printed_list_holds_what_its_receiver_may_read(cast: Cast, client_of: Any) -> None:
    cast.permit(cast.peter, Subject.HEALTH, about=cast.jannie, read=True, past=True)
    for who, subject in ((cast.peter, Subject.TREATMENT), (cast.anouk, Subject.HOME)):
        cast.permit(who, subject, about=cast.jannie)
    item = opened(cast, cast.hanneke, day=on(3), lines=LINES)
    asked(cast, cast.hanneke, line_of(cast, "household"), cast.linda, (1,))
    here = Item.objects.using("owner").filter(network_id=cast.network)
    titles = dict(here.filter(kind="needed").values_list("id", "title"))
    kinds = ("discharge", "needed", "agreement")
    listed = {str(one) for one in here.filter(kind__in=kinds).values_list("id", flat=True)}
    with transaction.atomic(using="owner"):
        facts = network_facts(cast.network, using="owner")
    rule = Rule(facts, datetime.now(UTC))
    paper = reverse("print_discharge", kwargs={"network_id": cast.network, "discharge_id": item})
    seen = {}
    for key in EVERYBODY:
        who = cast.people[key]
        reads = {
            one["id"] for one in facts["items"]
            if one["id"] in listed and rule.may_read(str(who.person), one)
        }  # fmt: skip
        answer = client_of(who).get(paper)
        if str(item) not in reads:
            assert answer.status_code == 404, key
            continue
        words = words_on(answer.content)
        for need, title in titles.items():
            assert (title in words) == (str(need) in reads), (key, title)
        noted = Look.objects.using("owner").filter(
            network_id=cast.network, person_id=who.person, door="print_discharge"
        )
        assert {str(one) for row in noted for one in row.items} == reads, key
        seen[key] = len(reads)
    assert set(EVERYBODY) - set(seen) == {"ria", "linda"}
    # The control: not everybody gets the same paper.
    assert len(set(seen.values())) > 1
