"""Minutes: one record of which each reads their part, found right or corrected within a term; who was not
there reads what concerns them."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.cast import Cast
from tests.paper import words_on
from tests.visitor import text
from zorgverband.agreements.actions import ask_agreement
from zorgverband.agreements.models import Agreement
from zorgverband.base import clock
from zorgverband.journal.models import Event
from zorgverband.meetings.actions import hold_meeting, settle_minutes
from zorgverband.meetings.actions.settle_minutes import TermOver
from zorgverband.meetings.minutes import TERM
from zorgverband.meetings.models import Approval, Meeting, Note, NoteKind, Participant
from zorgverband.sharing.subjects import Subject

from .calling import brought, called, noted, page, post
from .test_hold_meeting import act

MEDICAL, PLAIN = "Antibiotica tot vrijdag", "De traplift wordt aangevraagd"


@pytest.fixture
def closed(cast: Cast) -> tuple[UUID, UUID, UUID]:
    """(meeting, a point about the home, a medical one): held without the GP and closed."""
    meeting = called(
        cast, cast.hanneke, invited=(cast.jannie, cast.marijke, cast.anouk, cast.linda)
    )
    lift = brought(cast, cast.linda, meeting, "Traplift", Subject.HOME)
    wound = brought(cast, cast.hanneke, meeting, "De wond", Subject.HEALTH)
    act(cast, cast.hanneke, hold_meeting.begin_meeting, meeting=meeting)
    for who in (cast.jannie, cast.marijke, cast.linda):
        act(cast, who, hold_meeting.come, meeting=meeting)
    noted(cast, cast.linda, lift, PLAIN, NoteKind.DECISION)
    agreed = noted(cast, cast.hanneke, wound, MEDICAL, NoteKind.AGREEMENT)
    made = act(cast, cast.hanneke, ask_agreement, about=cast.jannie.member, what="Recept schrijven",
               subject=Subject.HEALTH, executor=cast.anouk.member)  # fmt: skip
    Note.objects.using("owner").filter(item_id=agreed).update(agreement_id=made.item_id)
    act(cast, cast.hanneke, hold_meeting.close_meeting, meeting=meeting)
    return meeting, lift, wound


def test_each_reads_their_part_on_screen_and_on_paper(
    cast: Cast, client_of: Any, closed: Any
) -> None:
    meeting, _lift, _wound = closed
    address = page("minutes", cast, meeting_id=meeting)
    for who, medical in ((cast.jannie, True), (cast.anouk, True), (cast.linda, False)):
        client = client_of(who)
        shown = text(client.get(address))
        paper = client.get(page("minutes_on_paper", cast, meeting_id=meeting))
        assert paper["Content-Type"] == "application/pdf"
        for words in (shown, words_on(paper.content)):
            assert PLAIN in words
            assert ("Antibiotica" in words, "De wond" in words) == (medical, medical), who.name
    # Nobody who may not read the meeting finds minutes of it.
    assert client_of(cast.ria).get(address).status_code == 404
    assert client_of(cast.ria).get(address + "afdrukken/").status_code == 404


def test_who_was_not_there_hears_it_reads_what_concerns_them_and_says_so(
    cast: Cast, client_of: Any, closed: Any
) -> None:
    meeting, _lift, _wound = closed
    told = Event.objects.using("owner").filter(network_id=cast.network, verb="meeting_missed")
    assert {one.to_person_id for one in told} == {cast.anouk.person}
    anouk, address = client_of(cast.anouk), page("minutes", cast, meeting_id=meeting)
    shown = text(anouk.get(address))
    part = shown.split('id="gemist"')[1].split("</section>")[0]
    assert "Recept schrijven" in part
    assert PLAIN in part
    assert "gemist" not in text(client_of(cast.linda).get(address))
    assert post(anouk, page("confirm_missed", cast, meeting_id=meeting)).status_code == 302
    assert "U las dit" in text(anouk.get(address))
    row = Participant.objects.using("owner").get(item_id=meeting, member_id=cast.anouk.member)
    assert row.confirmed_at is not None
    assert Agreement.objects.using("owner").filter(executor_id=cast.anouk.member).exists()


def test_within_the_term_one_approves_or_corrects_and_nothing_is_overwritten(
    cast: Cast, client_of: Any, closed: Any
) -> None:
    meeting, lift, wound = closed
    linda, address = client_of(cast.linda), page("minutes", cast, meeting_id=meeting)
    correct = page("correct_minutes", cast, meeting_id=meeting, point_id=lift)
    assert post(linda, correct, **{f"words-{lift}": " "}).status_code == 422
    assert post(linda, correct, **{f"words-{lift}": "Bij de gemeente, in mei."}).status_code == 302
    shown = text(client_of(cast.jannie).get(address))
    assert PLAIN in shown
    assert "Bij de gemeente, in mei." in shown
    not_theirs = page("correct_minutes", cast, meeting_id=meeting, point_id=wound)
    assert post(linda, not_theirs, **{f"words-{wound}": "Iets"}).status_code == 404
    for _again in range(2):
        assert post(linda, address + "klopt/").status_code == 302
    assert Approval.objects.using("owner").filter(item_id=meeting).count() == 1
    assert "U keurde het goed" in text(linda.get(address))
    late = clock.now() - TERM - timedelta(minutes=1)
    Meeting.objects.using("owner").filter(item_id=meeting).update(closed_at=late)
    with pytest.raises(TermOver):
        act(cast, cast.marijke, settle_minutes.approve_minutes, meeting=meeting)
    assert "is voorbij" in text(client_of(cast.marijke).get(address))
