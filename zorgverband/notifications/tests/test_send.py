"""Sending: once, at the right hour, after asking the rule again, and in words that say nothing."""

import smtplib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import Any
from unittest.mock import patch
from uuid import UUID

import pytest
from django.db import connections
from django.test import override_settings
from procrastinate.contrib.django import app

from tests.cast import Cast, Somebody
from zorgverband.base import clock
from zorgverband.base.clock import HOME
from zorgverband.notifications import sending
from zorgverband.notifications.actions import deliver, set_preferences
from zorgverband.notifications.jobs import DIGESTS, SEND
from zorgverband.notifications.jobs import send as send_task
from zorgverband.notifications.kinds import Kind, Pace
from zorgverband.notifications.models import Delivery
from zorgverband.notifications.sending import ABANDONED, send_due
from zorgverband.sharing.subjects import Subject

from .test_deliver import happened

TEA_TIME = datetime(2026, 11, 19, 15, 0, tzinfo=HOME)
EVENING, NIGHT, MORNING = (TEA_TIME + timedelta(hours=hours) for hours in (2.5, 9, 17.5))


@pytest.fixture(autouse=True)
def mailbox(tmp_path: Path, db: None) -> Iterator[Path]:
    """A sink of our own; what other tests left to be sent is none of our business."""
    Delivery.objects.using("owner").filter(sent_at=None).update(dropped_at=TEA_TIME)
    sink = "zorgverband.notifications.sink.Sink"
    with override_settings(MAIL_SINK=tmp_path / "mail", EMAIL_BACKEND=sink):
        yield tmp_path / "mail"


def mails(mailbox: Path, to: Somebody) -> list[Message]:
    """What this person found in their mail."""
    found = [message_from_bytes(path.read_bytes()) for path in sorted(mailbox.glob("*.eml"))]
    return [mail for mail in found if mail["To"] == to.email]


def words(mail: Message) -> str:
    """What a mail says."""
    return bytes(mail.get_payload(decode=True)).decode()


def wants(entered: Any, who: Somebody, pace: Pace, **rest: Any) -> None:
    """Let somebody choose how soon they hear of anything."""
    rest = {"quiet": True, "quiet_from": 22, "quiet_until": 7, "work_hours": True} | rest
    with entered(who):
        set_preferences(person=who.person, paces=dict.fromkeys(Kind, pace), **rest)


def write(cast: Cast, at: datetime, **columns: Any) -> UUID:
    """The daughter writes about the day; who may know of it is told."""
    subject = columns.pop("subject", Subject.DAY)
    author = columns.pop("author", cast.marijke)
    with clock.at(at):
        item = cast.item(about=cast.jannie, subject=subject, author=author, **columns)
        deliver(event=happened(cast, author, item, at=at))
    return item


def send(at: datetime) -> int:
    """Let the worker send what is due at this moment."""
    with clock.at(at):
        return send_due()


def test_a_mail_goes_out_at_once_for_who_wants_that_and_once(
    cast: Cast, entered: Any, mailbox: Path
) -> None:
    wants(entered, cast.peter, Pace.AT_ONCE)
    write(cast, TEA_TIME)
    send(TEA_TIME)
    send(TEA_TIME + ABANDONED * 2)
    assert len(mails(mailbox, cast.peter)) == 1
    assert not mails(mailbox, cast.marijke)
    assert not mails(mailbox, cast.ria)


def test_in_quiet_hours_nothing_goes_out_and_in_the_morning_one_mail(
    cast: Cast, entered: Any, mailbox: Path
) -> None:
    wants(entered, cast.peter, Pace.AT_ONCE)
    write(cast, NIGHT)
    write(cast, NIGHT + timedelta(hours=1))
    send(NIGHT + timedelta(hours=2))
    assert not mails(mailbox, cast.peter)
    send(MORNING)
    (mail,) = mails(mailbox, cast.peter)
    assert "2 nieuwe berichten" in words(mail)


def test_a_professional_is_left_in_peace_outside_working_hours_unless_they_chose_otherwise(
    cast: Cast, entered: Any, mailbox: Path
) -> None:
    saturday = TEA_TIME + timedelta(days=2)
    wants(entered, cast.anouk, Pace.AT_ONCE)
    wants(entered, cast.hanneke, Pace.AT_ONCE, work_hours=False)
    write(cast, saturday)
    send(saturday)
    assert not mails(mailbox, cast.anouk)
    assert len(mails(mailbox, cast.hanneke)) == 1
    send(saturday + timedelta(days=2))
    assert len(mails(mailbox, cast.anouk)) == 1


def test_a_digest_counts_what_came_in_since_the_last_one(cast: Cast, mailbox: Path) -> None:
    for hours in range(3):
        write(cast, TEA_TIME - timedelta(hours=hours))
    send(TEA_TIME)
    assert not mails(mailbox, cast.peter)
    send(EVENING)
    (mail,) = mails(mailbox, cast.peter)
    assert "Er zijn 3 nieuwe berichten." in words(mail)


def test_what_is_to_leave_at_once_does_not_wait_for_the_digests_of_that_hour(
    cast: Cast, entered: Any, mailbox: Path
) -> None:
    write(cast, TEA_TIME)
    wants(entered, cast.hanneke, Pace.AT_ONCE, work_hours=False)
    write(cast, EVENING)
    with clock.at(EVENING):
        send_task()
    assert len(mails(mailbox, cast.hanneke)) == 1
    assert not mails(mailbox, cast.peter)
    send(EVENING)
    assert len(mails(mailbox, cast.hanneke)) == len(mails(mailbox, cast.peter)) == 1


def test_digests_take_one_place_of_the_worker_and_the_next_round_waits(cast: Cast) -> None:
    with cast.owner.transaction(force_rollback=True):
        cast.owner.execute("DELETE FROM procrastinate_jobs WHERE status IN ('todo', 'doing')")
        for name in (DIGESTS, DIGESTS, SEND, SEND):
            task = app.tasks[name]
            cast.owner.execute(
                "INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock)"
                " VALUES ('default', %s, %s, %s)", [name, task.priority, task.lock],
            )  # fmt: skip
        begun = [
            cast.owner.execute(
                "SELECT task_name FROM procrastinate_fetch_job_v2(NULL, NULL)"
            ).fetchone()
            for _place in range(4)
        ]
    assert begun == [(DIGESTS,), (SEND,), (SEND,), (None,)]


def test_a_digest_counts_only_what_may_still_be_read(cast: Cast, mailbox: Path) -> None:
    denied = write(cast, TEA_TIME)
    write(cast, TEA_TIME)
    cast.owner.execute(
        "UPDATE sharing_item SET denied = ARRAY[%s] WHERE id = %s", [cast.peter.member, denied]
    )
    send(EVENING)
    (mail,) = mails(mailbox, cast.peter)
    assert "Er is 1 nieuw bericht." in words(mail)


def test_a_mail_about_what_one_may_no_longer_read_is_not_sent(
    cast: Cast, entered: Any, mailbox: Path
) -> None:
    wants(entered, cast.peter, Pace.AT_ONCE)
    wants(entered, cast.sanne, Pace.AT_ONCE)
    item = write(cast, TEA_TIME)
    cast.owner.execute(
        "UPDATE sharing_item SET denied = ARRAY[%s] WHERE id = %s", [cast.peter.member, item]
    )
    send(TEA_TIME)
    assert not mails(mailbox, cast.peter)
    assert len(mails(mailbox, cast.sanne)) == 1


def test_who_left_between_the_event_and_the_mail_gets_none(cast: Cast, mailbox: Path) -> None:
    write(cast, TEA_TIME)
    cast.end(cast.peter)
    send(EVENING)
    assert not mails(mailbox, cast.peter)
    assert len(mails(mailbox, cast.jannie)) == 1


def test_who_was_taken_off_the_team_or_has_no_account_any_more_gets_none(
    cast: Cast, mailbox: Path
) -> None:
    write(cast, TEA_TIME)
    cast.owner.execute(
        "UPDATE people_teamperson SET ends_at = now() WHERE person_id = %s", [cast.sanne.person]
    )
    cast.owner.execute(
        "UPDATE people_account SET is_active = false WHERE id = %s", [cast.peter.account]
    )
    send(MORNING)
    assert not mails(mailbox, cast.sanne)
    assert not mails(mailbox, cast.peter)
    assert len(mails(mailbox, cast.fatima)) == 1


def test_who_chose_no_mail_meanwhile_gets_none(cast: Cast, entered: Any, mailbox: Path) -> None:
    write(cast, TEA_TIME)
    wants(entered, cast.peter, Pace.NEVER)
    send(EVENING)
    assert not mails(mailbox, cast.peter)


def test_a_mail_holds_nothing_of_the_network(cast: Cast, entered: Any, mailbox: Path) -> None:
    wants(entered, cast.peter, Pace.AT_ONCE)
    wants(entered, cast.jannie, Pace.DAILY)
    write(cast, TEA_TIME, title="Gevallen in de keuken", body="Het bloedde behoorlijk.")
    send(TEA_TIME)
    send(EVENING)
    send(MORNING)
    texts = [path.read_text() for path in mailbox.glob("*.eml")]
    assert len(texts) > 4
    secret = {word for one in cast.people.values() for word in one.name.split() if len(word) > 3}
    secret |= {"Gevallen", "keuken", "bloedde", "Duinrijk", "Brug", str(cast.network)}
    for text in texts:
        told = "\n".join(line for line in text.splitlines() if not line.startswith("To: "))
        assert not [word for word in secret if word in told]
    # The words looked for would be found if they were there.
    assert "Marijke" in secret


def test_a_mail_is_in_the_language_of_its_reader(cast: Cast, entered: Any, mailbox: Path) -> None:
    wants(entered, cast.peter, Pace.AT_ONCE)
    write(cast, TEA_TIME)
    with patch("zorgverband.notifications.letters.translation.override") as override:
        cast.owner.execute(
            "UPDATE people_account SET language = 'en' WHERE id = %s", [cast.peter.account]
        )
        send(TEA_TIME)
    override.assert_called_with("en")


def test_the_social_side_gets_the_same_mail_with_and_without_medical_news(
    cast: Cast, entered: Any, mailbox: Path
) -> None:
    wants(entered, cast.linda, Pace.AT_ONCE)
    write(cast, TEA_TIME, subject=Subject.HEALTH, author=cast.fatima)
    send(TEA_TIME)
    assert not mails(mailbox, cast.linda)
    assert not Delivery.objects.using("owner").filter(person=cast.linda.person).exists()
    cast.permit(cast.linda, Subject.ARRANGEMENTS, about=cast.jannie, read=True)
    write(cast, TEA_TIME + timedelta(days=366 * 2), subject=Subject.ARRANGEMENTS)
    send(TEA_TIME + timedelta(days=366 * 2 + 4))
    assert len(mails(mailbox, cast.linda)) == 1


def test_two_workers_at_the_same_moment_send_once(cast: Cast, mailbox: Path) -> None:
    write(cast, TEA_TIME)
    planned = Delivery.objects.using("owner").filter(sent_at=None, dropped_at=None).count()

    def work(_: int) -> int:
        try:
            return send(EVENING)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        family = sum(pool.map(work, range(4)))
    assert 0 < family < planned
    assert family == len(list(mailbox.glob("*.eml")))


def test_a_worker_that_dies_before_noting_that_it_sent_leads_to_the_same_message_once_more(
    cast: Cast, mailbox: Path
) -> None:
    write(cast, TEA_TIME)
    with (
        patch.object(sending, "note", side_effect=KeyboardInterrupt),
        pytest.raises(KeyboardInterrupt),
    ):
        send(EVENING)
    before = {path.name for path in mailbox.glob("*.eml")}
    assert send(EVENING + ABANDONED / 2) == 0
    send(EVENING + ABANDONED * 1.1)
    after = {path.name for path in mailbox.glob("*.eml")}
    assert len(before) == 1
    assert before < after
    assert len(mails(mailbox, cast.peter)) == 1


class _Away:
    """A mail server that is not there."""

    def open(self) -> None:
        raise ConnectionRefusedError

    def close(self) -> None:
        return None


class _Choosy(_Away):
    """A mail server that refuses every address."""

    def open(self) -> None:
        return None

    def send_messages(self, messages: object) -> None:
        raise smtplib.SMTPRecipientsRefused({})


@pytest.mark.parametrize("server", [_Away, _Choosy])
def test_what_the_mail_server_did_not_take_is_sent_later(
    cast: Cast, mailbox: Path, server: type[_Away]
) -> None:
    write(cast, TEA_TIME)
    with patch.object(sending, "get_connection", server):
        assert send(EVENING) == 0
    assert not mailbox.exists()
    assert send(EVENING + timedelta(minutes=10)) > 0
    assert len(mails(mailbox, cast.peter)) == 1
