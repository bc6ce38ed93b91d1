"""Passing something on: signed in and by a personal link; who reads it, and how little goes back."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import ProgrammingError
from django.test import Client
from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.base.clock import now
from zorgverband.base.ids import new_id
from zorgverband.base.workdays import is_workday
from zorgverband.membership.tokens import token_of
from zorgverband.sharing.actions import move_item, reply_to
from zorgverband.sharing.actions.reply import NothingBack
from zorgverband.sharing.models import Item, Reply
from zorgverband.sharing.subjects import Subject

from ..actions.report import (
    ChooseNoticed,
    NobodyReads,
    NotLeading,
    OwnReport,
    SayWhat,
    read_report,
    report,
)
from ..actions.report_links import (
    AT_MOST_A_DAY,
    OnlyFamily,
    OnlyForLeaders,
    end_report_link,
    make_report_link,
)
from ..models import Report, ReportLink
from ..report_queries import report_links, reports

ClientOf = Callable[..., Any]


def passed_on(who: Somebody, noticed: str = "food", body: str = "Het brood lag er nog.") -> UUID:
    with inside(who.person, [who.network]) as viewer:
        row = report(seat=viewer.seat(who.network), person=who.person, about=None, noticed=noticed,
                     since="days", body=body)  # fmt: skip
    return row.item_id


def readers(cast: Cast, item: UUID) -> set[str]:
    found = set()
    for name, one in cast.people.items():
        with inside(one.person, [one.network]):
            if Item.objects.filter(id=item).exists():
                found.add(name)
    return found


def link_for(cast: Cast, maker: Somebody, whom: Somebody, *, leads: bool = True) -> UUID:
    with inside(maker.person, [cast.network]) as viewer:
        return make_report_link(seat=viewer.seat(cast.network), person=maker.person,
                                member=whom.member, leads=leads)  # fmt: skip


def test_a_client_passes_something_on_about_themselves(cast: Cast, client_of: ClientOf) -> None:
    browser = client_of(cast.jannie)
    assert "Iets doorgeven" in browser.get(reverse("reports", args=[cast.network])).content.decode()
    item = passed_on(cast.jannie, body="Ik at vandaag niet.")
    assert readers(cast, item) == {"jannie", "hanneke"}
    with pytest.raises(OwnReport), inside(cast.jannie.person, [cast.network]) as viewer:
        read_report(seat=viewer.seat(cast.network), person=cast.jannie.person, item=item)
    with inside(cast.jannie.person, [cast.network]):
        assert not Report.objects.filter(item_id=item).update(
            read_at=now(), read_by_id=cast.jannie.person, read_as="control"
        )
    with inside(cast.hanneke.person, [cast.network]) as viewer:
        read_report(seat=viewer.seat(cast.network), person=cast.hanneke.person, item=item)
    shown = browser.get(reverse("reports", args=[cast.network])).content.decode()
    assert "Wat u doorgaf" in shown
    # Who coordinates may not read about health: it is told to nobody under another name.
    cast.permit(cast.hanneke, Subject.HEALTH, about=cast.jannie)
    with pytest.raises(NobodyReads):
        passed_on(cast.jannie, "worse")


def test_who_leads_and_whom_it_is_about_read_it_and_nobody_else(cast: Cast) -> None:
    item = passed_on(cast.ria)
    assert readers(cast, item) == {"jannie", "hanneke", "ria"}
    row = Item.objects.using("owner").get(id=item)
    assert (row.subject, row.kind, row.in_news) == (Subject.DAY, "report", False)
    # What one may not write about is put under daily life; what one may, where it belongs.
    subjects = {
        noticed: Item.objects.using("owner").get(id=passed_on(cast.ria, noticed)).subject
        for noticed in ("worse", "fall", "alone", "home")
    }
    assert subjects == {"worse": Subject.DAY, "fall": Subject.DAY, "alone": Subject.PEOPLE,
                        "home": Subject.HOME}  # fmt: skip
    for refusal, noticed in ((ChooseNoticed, ""), (SayWhat, "other")):
        with pytest.raises(refusal):
            passed_on(cast.ria, noticed, "")
    due = Report.objects.using("owner").get(item_id=item).remind_on
    assert is_workday(due - timedelta(days=1))


def test_nothing_goes_back_but_that_it_was_read_and_as_what(
    cast: Cast, client_of: ClientOf
) -> None:
    item = passed_on(cast.ria)
    ria, list_at = client_of(cast.ria), reverse("reports", args=[cast.network])
    assert "gelezen door" not in ria.get(list_at).content.decode()
    for who in (cast.fatima, cast.ria):
        with pytest.raises(Exception) as refused, inside(who.person, [cast.network]) as viewer:
            read_report(seat=viewer.seat(cast.network), person=who.person, item=item)
        assert refused.type.__name__ in ("NotHere", NotLeading.__name__)
    with pytest.raises(NothingBack), inside(cast.hanneke.person, [cast.network]) as viewer:
        reply_to(
            seat=viewer.seat(cast.network), person=cast.hanneke.person, item=item, body="Dank."
        )
    answer = Reply(network_id=cast.network, item_id=item, author_id=cast.hanneke.person,
                   author_member_id=cast.hanneke.member, created_at=now(), body="Dank.")  # fmt: skip
    with pytest.raises(ProgrammingError), inside(cast.hanneke.person, [cast.network]):
        Reply.objects.bulk_create([answer])
    hanneke = client_of(cast.hanneke)
    assert "Het brood lag er nog." in hanneke.get(list_at).content.decode()
    at = reverse("read_report", args=[cast.network, item])
    for _time in range(2):
        assert hanneke.post(at, {"key": new_id().hex}).status_code == 302
    told = ria.get(list_at).content.decode()
    assert "Ontvangen, gelezen door de coördinator" in told
    assert cast.hanneke.name not in told
    # The client, who decides, can put it under another subject; words of another it stays.
    with inside(cast.jannie.person, [cast.network]) as viewer:
        move_item(seat=viewer.seat(cast.network), person=cast.jannie.person, item=item,
                  subject=Subject.HOME)  # fmt: skip
    assert readers(cast, item) == {"jannie", "hanneke", "ria"}


@pytest.mark.slow
def test_a_link_passes_on_without_an_account_and_opens_nothing(cast: Cast) -> None:
    for refusal, maker, whom, leads in (
        (OnlyForLeaders, cast.ria, cast.ria, False), (OnlyFamily, cast.hanneke, cast.fatima, True)
    ):  # fmt: skip
        with pytest.raises(refusal):
            link_for(cast, maker, whom, leads=leads)
    with pytest.raises(ProgrammingError):
        link_for(cast, cast.ria, cast.ria)
    link = link_for(cast, cast.hanneke, cast.ria)
    at, anybody = reverse("report_by_link", args=[token_of(link)]), Client()
    page = anybody.get(at).content.decode()
    assert "Iets doorgeven over Jannie" in page
    assert "de Wit" not in page
    said = {"noticed": "fall", "since": "today", "body": "Zij viel bijna.", "key": "a"}
    assert anybody.post(at, said | {"noticed": ""}).status_code == 422
    for _time in range(2):
        assert anybody.post(at, said).status_code == 302
    (row,) = Report.objects.using("owner").filter(link_id=link)
    assert readers(cast, row.item_id) == {"jannie", "hanneke", "ria"}
    with inside(cast.hanneke.person, [cast.network]) as viewer:
        read_report(seat=viewer.seat(cast.network), person=cast.hanneke.person, item=row.item_id)
    page = anybody.get(at).content.decode()
    assert "gelezen door de coördinator" in page
    for secret in ("Zij viel bijna", "Hanneke", "data-item"):
        assert secret not in page
    # At most so often a day; what was refused does not use up its key.
    for count in range(AT_MOST_A_DAY - 1):
        assert anybody.post(at, said | {"key": f"b{count}"}).status_code == 302
    for _time in range(2):
        assert anybody.post(at, said | {"key": "c"}).status_code == 429


def test_a_link_that_ended_expired_or_never_was_is_the_same(cast: Cast) -> None:
    dead = [link_for(cast, cast.hanneke, cast.ria)]
    dead.append(link_for(cast, cast.jannie, cast.ria))
    with inside(cast.ria.person, [cast.network]) as viewer:
        end_report_link(seat=viewer.seat(cast.network), link=dead[1])
    dead.append(link_for(cast, cast.jannie, cast.ria))
    ReportLink.objects.using("owner").filter(id=dead[2]).update(expires_at=now())
    dead.append(link_for(cast, cast.jannie, cast.peter))
    assert Client().get(reverse("report_by_link", args=[token_of(dead[3])])).status_code == 200
    cast.end(cast.peter)
    answers = set()
    for token in (*(token_of(one) for one in dead), "bestaatniet"):
        for answer in (Client().get(reverse("report_by_link", args=[token])),
                       Client().post(reverse("report_by_link", args=[token]), {"key": "a"})):  # fmt: skip
            answers.add((answer.status_code, answer.content))
    assert len({content for _status, content in answers}) == 1
    assert {status for status, _content in answers} == {404}
    # Who leads sees the links that work, and no others.
    with inside(cast.hanneke.person, [cast.network]):
        assert report_links(cast.network) == []
    again = link_for(cast, cast.hanneke, cast.ria)
    with inside(cast.hanneke.person, [cast.network]):
        assert [one["id"] for one in report_links(cast.network)] == [again]


def test_in_the_browser_it_is_one_form_and_leaders_manage_the_links(
    cast: Cast, client_of: ClientOf
) -> None:
    ria, at = client_of(cast.ria), reverse("report", args=[cast.network])
    assert ria.get(at).status_code == 200
    assert ria.post(at, {"key": "x"}).status_code == 422
    assert ria.post(at, {"key": "y", "noticed": "good", "since": "today"}).status_code == 302
    links = reverse("report_links", args=[cast.network])
    hanneke = client_of(cast.hanneke)
    assert hanneke.post(links, {"key": "z", "member": "niemand"}).status_code == 422
    assert hanneke.post(links, {"key": "q", "member": str(cast.ria.member)}).status_code == 302
    assert "/doorgeven/" in hanneke.get(links).content.decode()
    assert "/doorgeven/" not in client_of(cast.jannie).get(links).content.decode()
    (link,) = ReportLink.objects.using("owner").filter(network_id=cast.network)
    end = reverse("end_report_link", args=[cast.network, link.id])
    assert client_of(cast.marijke).post(end, {"key": "e"}).status_code == 404
    assert ria.post(end, {"key": "e"}).status_code == 302
    assert client_of(cast.fatima).get(links).status_code == 403


def test_what_nobody_read_yet_never_falls_off_the_page(cast: Cast, monkeypatch: Any) -> None:
    first = passed_on(cast.ria)
    later = [passed_on(cast.ria, body=f"Nummer {number}") for number in range(3)]
    with inside(cast.hanneke.person, [cast.network]) as viewer:
        for item in later:
            read_report(seat=viewer.seat(cast.network), person=cast.hanneke.person, item=item)
    monkeypatch.setattr("zorgverband.talks.report_queries.MOST", 2)
    with inside(cast.hanneke.person, [cast.network]):
        assert [row["item_id"] for row in reports(cast.network)] == [first, later[-1]]
