"""Conversations through the front door: who reads them, what is new, who is mentioned, how they end."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from tests.interference.medical import picture
from tests.visitor import inside
from zorgverband.base.refusals import NotHere
from zorgverband.base.telling import inbox
from zorgverband.notifications.actions import deliver
from zorgverband.sharing.models import Attachment
from zorgverband.sharing.subjects import Subject
from zorgverband.talks.actions.say import ClosedAlready, NotAReader
from zorgverband.talks.models import Conversation, Message, ReadingMark

from .talking import begun, page, said, sent

ClientOf = Callable[..., Any]


def test_a_conversation_begins_at_a_message_with_its_readers_and_words_are_not_typed_again(
    cast: Cast, client_of: ClientOf
) -> None:
    message = cast.item(about=cast.jannie, subject=Subject.HOME, author=cast.marijke,
                        title="De trap", audience=[cast.jannie.member, cast.hanneke.member])  # fmt: skip
    marijke = client_of(cast.marijke)
    at = page(cast, "begin_conversation")
    shown = marijke.get(f"{at}?item={message}").content.decode()
    assert 'value="De trap"' in shown
    assert "Wie het bericht leest" in shown
    answer = sent(marijke, at, {"item": str(message), "title": "De trap", "body": "Wat nu?"})
    assert answer.status_code == 302
    row = Conversation.objects.using("owner").get(network_id=cast.network)
    assert row.source_id == message
    assert set(row.item.audience or ()) == {cast.jannie.member, cast.hanneke.member}
    # Who does not read the message finds no conversation, and can begin none at it.
    assert (
        client_of(cast.linda).get(page(cast, "conversation", item_id=row.item_id)).status_code
        == 404
    )
    assert client_of(cast.linda).get(f"{at}?item={message}").status_code == 404
    assert sent(marijke, at, {"subject": str(Subject.HOME.value), "title": ""}).status_code == 422


def test_messages_are_read_by_who_reads_the_conversation_and_by_nobody_else(
    cast: Cast, client_of: ClientOf
) -> None:
    item = begun(cast, cast.anouk, subject=Subject.HEALTH, topic="De wond")
    said(cast, cast.fatima, item, "Ik zie roodheid.")
    at = page(cast, "conversation", item_id=item)
    for who in (cast.jannie, cast.marijke, cast.anouk, cast.sanne):
        assert "Ik zie roodheid." in client_of(who).get(at).content.decode()
    for who in (cast.linda, cast.ria):
        assert client_of(who).get(at).status_code == 404
        with inside(who.person, [cast.network]):
            assert not Message.objects.filter(item_id=item).exists()
        with pytest.raises(NotHere):
            said(cast, who, item, "Mag ik ook?")
        assert "De wond" not in client_of(who).get(page(cast, "conversations")).content.decode()


def test_saying_something_twice_by_one_form_says_it_once(cast: Cast, client_of: ClientOf) -> None:
    item = begun(cast, cast.marijke)
    at, client = page(cast, "say", item_id=item), client_of(cast.marijke)
    words = {"key": "een", "body": "Zaterdag kan ik."}
    assert [client.post(at, words).status_code for _time in range(2)] == [302, 302]
    assert Message.objects.using("owner").filter(item_id=item).count() == 1
    assert sent(client, at, {"body": "  "}).status_code == 422


def test_what_is_new_is_counted_marked_and_read_where_one_read_on_to(
    cast: Cast, client_of: ClientOf
) -> None:
    item = begun(cast, cast.marijke)
    hanneke, listed = client_of(cast.hanneke), page(cast, "conversations")
    assert "1 nieuw" in hanneke.get(listed).content.decode()
    sent(hanneke, page(cast, "conversation_seen", item_id=item), {"until": "0"})
    assert "badge-new" not in hanneke.get(listed).content.decode()
    said(cast, cast.marijke, item, "Een.")
    said(cast, cast.hanneke, item, "Twee.")
    for number in range(3):
        said(cast, cast.marijke, item, f"En nog {number}.")
    assert "5 nieuw" in hanneke.get(listed).content.decode()
    shown = hanneke.get(page(cast, "conversation", item_id=item)).content.decode()
    assert 'id="nieuw"' in shown
    sent(hanneke, page(cast, "conversation_seen", item_id=item), {"until": "99"})
    assert ReadingMark.objects.using("owner").get(person_id=cast.hanneke.person).seen == 5
    sent(hanneke, page(cast, "conversation_seen", item_id=item), {"until": "2"})
    assert ReadingMark.objects.using("owner").get(person_id=cast.hanneke.person).seen == 5
    assert (
        'id="nieuw"' not in hanneke.get(page(cast, "conversation", item_id=item)).content.decode()
    )


@pytest.mark.slow
def test_a_long_conversation_shows_its_newest_fifty_and_never_marks_what_was_not_shown(
    cast: Cast, client_of: ClientOf
) -> None:
    item = begun(cast, cast.marijke)
    for number in range(1, 121):
        said(cast, cast.marijke, item, f"Woord nummer {number}.")
    hanneke, at = client_of(cast.hanneke), page(cast, "conversation", item_id=item)
    newest = hanneke.get(at).content.decode()
    assert "nummer 120." in newest
    assert "nummer 71." in newest
    assert "nummer 70." not in newest
    assert "hx-post" not in newest.split('id="messages"')[1]
    assert "?after=0" in newest
    first = hanneke.get(f"{at}?after=0").content.decode()
    assert "nummer 1." in first
    assert "nummer 50." in first
    assert "nummer 51." not in first
    assert 'name="until" value="50"' in first
    older = hanneke.get(f"{at}?before=71").content.decode()
    assert "nummer 70." in older
    assert "nummer 21." in older
    assert 'name="until"' not in older
    part = hanneke.get(at, HTTP_HX_REQUEST="true", HTTP_HX_TARGET="messages").content.decode()
    assert "nummer 120." in part
    assert "<html" not in part
    hanneke.get(at)
    with CaptureQueriesContext(connection) as asked:
        hanneke.get(at)
    one = begun(cast, cast.marijke, topic="Kort")
    said(cast, cast.marijke, one, "Kort.")
    with CaptureQueriesContext(connection) as little:
        hanneke.get(page(cast, "conversation", item_id=one))
    assert len(asked) == len(little)


def test_who_is_mentioned_is_asked_and_nobody_outside_the_readers_can_be(
    cast: Cast, client_of: ClientOf, owner: Any
) -> None:
    item = begun(cast, cast.anouk, subject=Subject.HEALTH, topic="De wond")
    anouk, at = client_of(cast.anouk), page(cast, "say", item_id=item)
    # By ticking, and by '@' with a given name.
    sent(anouk, at, {"body": "Wat denkt u, @Fatima?", "mention": str(cast.marijke.person)})
    message = Message.objects.using("owner").get(item_id=item)
    assert set(message.mentioned) == {cast.fatima.person, cast.marijke.person}
    assert kinds(owner, item, cast.marijke.person) == ["news", "asked"]
    assert kinds(owner, item, cast.jannie.person) == ["news"]
    # A mention is new until one read on to it.
    waiting = page(cast, "conversation_seen", item_id=item)
    with inside(cast.marijke.person, [cast.network]):
        assert {one.item for one in inbox(limit=9, unread=True)} == {item}
    sent(client_of(cast.marijke), waiting, {"until": "1"})
    with inside(cast.marijke.person, [cast.network]):
        assert not inbox(limit=9, unread=True)
    # The municipality and the neighbour do not read it.
    refused = sent(anouk, at, {"body": "En @Linda?"})
    assert refused.status_code == 422
    assert "Linda Kok leest dit gesprek niet" in refused.content.decode()
    assert "En @Linda?" in refused.content.decode()
    with pytest.raises(NotAReader):
        said(cast, cast.anouk, item, "En Ria?", cast.ria)
    shown = anouk.get(page(cast, "conversation", item_id=item)).content.decode()
    assert "Fatima El Amrani" in shown
    assert f'value="{cast.linda.person}"' not in shown
    assert Message.objects.using("owner").filter(item_id=item).count() == 1


def kinds(owner: Any, item: UUID, person: UUID) -> list[str]:
    """Hand out what happened to this item, and tell of which kind the notices of somebody are."""
    events = owner.execute(
        "SELECT id FROM journal_event WHERE item_id = %s ORDER BY at, id", [item]
    ).fetchall()
    for (event,) in events:
        deliver(event=event)
    rows = owner.execute(
        "SELECT kind FROM notifications_notice WHERE item_id = %s AND person_id = %s ORDER BY at, id",
        [item, person],
    )
    return [row[0] for row in rows.fetchall()]


def test_files_have_the_readers_of_the_conversation_and_go_with_what_is_taken_back(
    cast: Cast, client_of: ClientOf
) -> None:
    item = begun(cast, cast.anouk, subject=Subject.HEALTH, topic="De wond")
    anouk, conversation = client_of(cast.anouk), page(cast, "conversation", item_id=item)
    sent(anouk, page(cast, "say", item_id=item), {"body": "Kijk.", "upload": picture()})
    file = Attachment.objects.using("owner").get(item_id=item)
    at = page(cast, "file", file_id=file.id)
    given = client_of(cast.fatima).get(at)
    given.close()
    assert given.status_code == 200
    assert client_of(cast.linda).get(at).status_code == 404
    assert "wond.jpg" in client_of(cast.fatima).get(conversation).content.decode()
    message = Message.objects.using("owner").get(item_id=item)
    back = page(cast, "take_back_message", item_id=item, message_id=message.id)
    assert sent(client_of(cast.fatima), back).status_code == 422
    assert sent(anouk, back).status_code == 302
    shown = client_of(cast.fatima).get(conversation).content.decode()
    assert "teruggehaald" in shown
    assert "Kijk." not in shown
    assert client_of(cast.fatima).get(at).status_code == 404
    assert sent(anouk, back).status_code == 422


def test_an_old_message_cannot_be_taken_back(cast: Cast, client_of: ClientOf, owner: Any) -> None:
    item = begun(cast, cast.anouk, subject=Subject.HEALTH)
    message = said(cast, cast.anouk, item, "Dit blijft.")
    long_ago = "UPDATE talks_message SET created_at = now() - interval '6 minutes' WHERE id = %s"
    owner.execute(long_ago, [message])
    back = page(cast, "take_back_message", item_id=item, message_id=message)
    refused = sent(client_of(cast.anouk), back)
    assert refused.status_code == 422
    assert "Dit blijft." in refused.content.decode()
    assert (
        "Terughalen"
        not in client_of(cast.anouk).get(page(cast, "conversation", item_id=item)).content.decode()
    )


def test_a_conclusion_becomes_a_message_of_which_an_advice_or_agreement_is_made(
    cast: Cast, client_of: ClientOf
) -> None:
    item = begun(
        cast, cast.hanneke, topic="De trap", audience=[cast.jannie.member, cast.marijke.member]
    )
    client, close = client_of(cast.hanneke), page(cast, "close_conversation", item_id=item)
    assert "Marijke de Wit" in client.get(close).content.decode()
    assert sent(client, close, {"conclusion": "Er komt een leuning."}).status_code == 302
    row = Conversation.objects.using("owner").get(item_id=item)
    note = row.conclusion
    assert note is not None
    assert (note.kind, note.title, note.body) == ("note", "De trap", "Er komt een leuning.")
    assert set(note.audience or ()) == {cast.jannie.member, cast.marijke.member}
    with pytest.raises(ClosedAlready):
        said(cast, cast.marijke, item, "Nog iets.")
    closed = client.get(page(cast, "conversation", item_id=item)).content.decode()
    assert 'name="what" value="De trap"' in closed
    words = {"look": "1", "source": str(note.id), "about": str(cast.jannie.member), "circle": "own",
             "subject": str(note.subject), "what": note.title, "more": note.body}  # fmt: skip
    agreement = sent(client, page(cast, "ask_agreement"), words).content.decode()
    assert "Er komt een leuning." in agreement
    advice = client.get(page(cast, "give_advice") + f"?message={note.id}").content.decode()
    assert "Er komt een leuning." in advice
    assert (
        sent(client_of(cast.linda), page(cast, "reopen_conversation", item_id=item)).status_code
        == 404
    )
    assert sent(client, close, {"conclusion": "Weer."}).status_code == 409
    assert sent(client, page(cast, "reopen_conversation", item_id=item)).status_code == 302
    said(cast, cast.marijke, item, "Toch nog iets.")


def test_somebody_is_let_in_by_who_decides_after_seeing_what_changes_and_never_the_social_side(
    cast: Cast, client_of: ClientOf
) -> None:
    item = begun(cast, cast.anouk, subject=Subject.HEALTH, topic="De wond",
                 audience=[cast.jannie.member, cast.fatima.member])  # fmt: skip
    said(cast, cast.fatima, item, "Ik zie roodheid.")
    at = page(cast, "conversation", item_id=item)
    assert client_of(cast.joost).get(at).status_code == 404
    jannie = client_of(cast.jannie)
    assert "Iemand erbij" in jannie.get(at).content.decode()
    assert "Iemand erbij" not in client_of(cast.fatima).get(at).content.decode()
    let_in = page(cast, "share_with", item_id=item, member_id=cast.joost.member)
    shown = jannie.get(let_in).content.decode()
    assert "Joost van Dam" in shown
    mark = shown.split('name="seen" value="')[1].split('"')[0]
    assert sent(jannie, let_in, {"seen": mark}).status_code == 302
    assert "roodheid" in client_of(cast.joost).get(at).content.decode()
    linda = page(cast, "share_with", item_id=item, member_id=cast.linda.member)
    assert "Dat kan niemand veranderen" in jannie.get(linda).content.decode()
    assert client_of(cast.linda).get(at).status_code == 404


def test_somebody_who_joins_later_reads_what_the_rule_gives(
    cast: Cast, client_of: ClientOf
) -> None:
    item = begun(cast, cast.marijke)
    cast.permit(cast.linda, Subject.HOME, about=cast.jannie, read=True, write=True)
    said(cast, cast.marijke, item, "Dit is van na die tijd.")
    # What was begun before stays closed, with all that is said in it.
    assert client_of(cast.linda).get(page(cast, "conversation", item_id=item)).status_code == 404
    later = begun(cast, cast.marijke, topic="Nieuw")
    assert client_of(cast.linda).get(page(cast, "conversation", item_id=later)).status_code == 200


def test_who_reads_only_what_is_new_reads_no_conversation_about_what_was_before(
    cast: Cast, client_of: ClientOf
) -> None:
    at = page(cast, "begin_conversation")
    old = cast.item(about=cast.jannie, subject=Subject.HOME, author=cast.marijke,
                    title="De ruzie om de trap")  # fmt: skip
    cast.permit(cast.linda, Subject.HOME, about=cast.jannie, read=True, write=True)
    marijke = client_of(cast.marijke)
    shown = marijke.get(f"{at}?item={old}").content.decode()
    assert "Linda" not in shown.split("readers")[1].split("Niet:")[0]
    assert sent(marijke, at, {"item": str(old), "title": "De ruzie om de trap"}).status_code == 302
    row = Conversation.objects.using("owner").get(network_id=cast.network)
    one = page(cast, "conversation", item_id=row.item_id)
    assert client_of(cast.linda).get(one).status_code == 404
    assert client_of(cast.hanneke).get(one).status_code == 200
    # The control: what nobody came after keeps its readers as they are.
    new = cast.item(about=cast.jannie, subject=Subject.HOME, author=cast.marijke, title="De trap")
    assert sent(marijke, at, {"item": str(new), "title": "De trap"}).status_code == 302
    made = Conversation.objects.using("owner").get(source_id=new)
    assert made.item.audience is None


def test_of_two_with_one_name_the_one_is_meant_who_reads_it(
    cast: Cast, client_of: ClientOf, owner: Any
) -> None:
    owner.execute(
        "UPDATE people_person SET given_name = 'Peter' WHERE id = %s", [cast.joost.person]
    )
    cast.end(cast.joost)
    item = begun(cast, cast.marijke)
    client, at = client_of(cast.marijke), page(cast, "say", item_id=item)
    assert sent(client, at, {"body": "Kun jij, @Peter?"}).status_code == 302
    message = Message.objects.using("owner").get(item_id=item)
    assert message.mentioned == [cast.peter.person]
