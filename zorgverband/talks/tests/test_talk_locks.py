"""The locks on talking themselves: nobody takes back the file of another, answers in another's name, or
lets words flow back to who passed something on."""

from io import BytesIO
from typing import Any

import pytest
from django.db import ProgrammingError

from tests.cast import Cast
from tests.visitor import inside
from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.sharing.subjects import Subject
from zorgverband.talks.actions.say import say
from zorgverband.talks.models import Conversation, Message, OutsideQuestion, Question, Report

from .asking import asked
from .talking import begun

REFUSED = pytest.raises(ProgrammingError)


def test_a_message_holds_no_file_of_another_message_or_item(cast: Cast) -> None:
    item = begun(cast, cast.marijke)
    with inside(cast.marijke.person, [cast.network]) as viewer:
        pdf = ("brief.pdf", BytesIO(b"%PDF-1.4"))
        first = say(seat=viewer.seat(cast.network), person=cast.marijke.person, item=item,
                    body="Kijk.", uploads=[pdf])  # fmt: skip
    mine: dict[str, Any] = {
        "network_id": cast.network, "item_id": item, "number": first.number + 1, "body": "Ik ook.",
        "author_id": cast.jannie.person, "author_member_id": cast.jannie.member,
        "created_at": clock.now(),
    }  # fmt: skip
    for files in (first.files, [new_id()]):
        with REFUSED, inside(cast.jannie.person, [cast.network]):
            Conversation.objects.filter(item_id=item).update(last_number=first.number + 1)
            Message.objects.bulk_create([Message(id=new_id(), files=files, **mine)])
    with inside(cast.jannie.person, [cast.network]):
        Conversation.objects.filter(item_id=item).update(last_number=first.number + 1)
        Message.objects.bulk_create([Message(id=new_id(), **mine)])


def test_no_conversation_begins_under_what_somebody_passed_on(cast: Cast) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.ria, kind="report")
    row = Conversation(item_id=item, network_id=cast.network, last_at=clock.now())
    with REFUSED, inside(cast.ria.person, [cast.network]):
        Conversation.objects.bulk_create([row])


def test_nobody_writes_down_that_another_moved_a_question(cast: Cast) -> None:
    rows = Question.objects.filter(item_id=asked(cast, cast.fatima, cast.anouk))
    for said in ({"state_by_id": cast.hanneke.person}, {"state_at": clock.now()}):
        with REFUSED, inside(cast.anouk.person, [cast.network]):
            rows.update(**said)
    with inside(cast.anouk.person, [cast.network]):
        assert rows.update(state="answered", state_by_id=cast.anouk.person, answer_kind="yes") == 1


def test_that_it_was_read_flows_back_and_no_word_more(cast: Cast) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.ria, kind="report",
                     audience=[cast.hanneke.member])  # fmt: skip
    row = Report(item_id=item, network_id=cast.network, noticed="food", since="today",
                 remind_on=clock.today())  # fmt: skip
    row.save(using="owner", force_insert=True)
    rows = Report.objects.filter(item_id=item)
    read = {"read_at": clock.now(), "read_by_id": cast.hanneke.person}
    with REFUSED, inside(cast.hanneke.person, [cast.network]):
        rows.update(**read, read_as="Jannie ligt in het ziekenhuis")
    with inside(cast.hanneke.person, [cast.network]):
        assert rows.update(**read, read_as="coordinator") == 1


def test_a_link_to_somebody_outside_that_was_ended_stays_ended(cast: Cast) -> None:
    now = clock.now()
    row = OutsideQuestion(
        network_id=cast.network, asker_id=cast.anouk.person, asker_member_id=cast.anouk.member,
        topic="Een wond", body="Wat doet u?", token_hash=new_id().hex, created_at=now,
        expires_at=now,
    )  # fmt: skip
    row.save(using="owner", force_insert=True)
    rows = OutsideQuestion.objects.filter(id=row.id)
    for withdrawn, changed in ((now, 1), (None, 0)):
        with inside(cast.anouk.person, [cast.network]):
            assert rows.update(withdrawn_at=withdrawn) == changed
