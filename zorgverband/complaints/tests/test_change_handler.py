"""Another handles a question or complaint halfway: chosen by who wrote it, told to the new one."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import Cast
from zorgverband.journal.models import Event
from zorgverband.sharing.models import Item, Reply
from zorgverband.sharing.subjects import Subject

from ..actions.complain import ChooseHandler
from ..actions.going_on import EndedNow, NotYourWords
from ..models import Insight
from .asking import act, complain, readers, reads, stands, words

ClientOf = Callable[..., Any]


def test_who_wrote_it_chooses_another_who_reads_it_from_then_alone(
    cast: Cast, client_of: ClientOf
) -> None:
    one = complain(cast.jannie, handler=cast.hanneke, against=cast.fatima)
    money = cast.item(about=cast.jannie, subject=Subject.MONEY, author=cast.marijke)
    act(cast.hanneke, "receive_complaint", one)
    act(cast.jannie, "give_insight", one, about=cast.jannie.member, subjects=[Subject.MONEY],
        reads_from=None)  # fmt: skip
    assert reads(cast.hanneke, money)
    due = stands(one).answer_by
    at = reverse("change_handler", args=[cast.network, one])
    jannie = client_of(cast.jannie)
    form = jannie.get(at).content.decode()
    assert "Anouk Visser" in form
    # Never who it is against, and never by another than who wrote it.
    assert "Fatima El Amrani</" not in form
    for who, status in ((cast.hanneke, 403), (cast.linda, 404)):
        other = client_of(who).post(at, words(handler=str(cast.anouk.member)))
        assert other.status_code == status
    for wrong in (str(cast.fatima.member), str(cast.hanneke.member), "", "x"):
        assert jannie.post(at, words(handler=wrong)).status_code == 422
    assert readers(cast, one) == {"jannie", "hanneke"}
    assert jannie.post(at, words(handler=str(cast.anouk.member))).status_code == 302
    assert readers(cast, one) == {"jannie", "anouk"}
    assert not reads(cast.hanneke, money)
    row = stands(one)
    assert (row.handler_id, row.received_at, row.answer_by) == (cast.anouk.member, None, due)
    assert Insight.objects.using("owner").get(complaint_id=one).ends_at is not None
    said = Reply.objects.using("owner").get(item_id=one).body
    assert said == "Vanaf nu helpt Anouk Visser verder, in plaats van Hanneke Smit."
    assert said in jannie.get(reverse("complaint", args=[cast.network, one])).content.decode()
    told = Event.objects.using("owner").filter(item_id=one, verb="complained").count()
    assert told == 2
    act(cast.anouk, "receive_complaint", one)
    act(cast.anouk, "answer_complaint", one, outcome="Wij komen voortaan op tijd.")
    with pytest.raises(EndedNow):
        act(cast.jannie, "change_handler", one, handler=cast.hanneke.member)


def test_who_does_not_decide_chooses_among_those_who_read_about_it(cast: Cast) -> None:
    one = complain(cast.marijke, handler=cast.hanneke)
    allowed = Item.objects.using("owner").get(id=one).allowed
    with pytest.raises(NotYourWords):
        act(cast.hanneke, "change_handler", one, handler=cast.anouk.member)
    act(cast.marijke, "change_handler", one, handler=cast.anouk.member)
    assert readers(cast, one) == {"marijke", "anouk"}
    # As it was handed in: an exception to the rule only where who wrote it decides.
    assert bool(Item.objects.using("owner").get(id=one).allowed) == bool(allowed)
    with pytest.raises(ChooseHandler):
        act(cast.marijke, "change_handler", one, handler=cast.anouk.member)
