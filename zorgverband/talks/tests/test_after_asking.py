"""What follows on a question: who hears of it, the reminder, and what is made out of the answer."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.visitor import inside, text
from zorgverband.base import clock
from zorgverband.journal.models import Event
from zorgverband.notifications.actions import deliver
from zorgverband.notifications.models import Notice
from zorgverband.sharing.models import Item, Origin
from zorgverband.sharing.subjects import Subject
from zorgverband.talks.jobs import send_reminders

from .asking import WHAT, asked, page, post, truth, typed


def told(cast: Cast) -> list[tuple[str, Any]]:
    """Deliver what happened; who was told of which kind, in order."""
    events = Event.objects.using("owner").filter(network_id=cast.network).order_by("at", "id")
    for event in events.values_list("id", flat=True):
        deliver(event=event)
    rows = Notice.objects.using("owner").filter(network_id=cast.network).order_by("at", "id")
    return list(rows.values_list("kind", "person_id"))


def hidden_fields(form: str) -> dict[str, str]:
    return dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))


def test_who_is_asked_hears_of_the_question_and_who_asked_of_the_answer(
    cast: Cast, client_of: Any, db: None
) -> None:
    question = asked(cast, cast.fatima, cast.anouk)
    assert told(cast) == [("asked", cast.anouk.person)]
    shown = text(client_of(cast.anouk).get("/voor-mij/"))
    assert WHAT in shown
    assert "Niemand wacht op u." not in shown
    # Of a team everybody hears; of one who was asked nobody else.
    other = asked(cast, cast.anouk, cast.fatima)
    assert {who for _kind, who in told(cast)} == {
        cast.anouk.person, cast.fatima.person, cast.sanne.person
    }  # fmt: skip
    post(client_of(cast.anouk), page("give_answer", cast, question), kind="yes", back="for_me")
    assert told(cast)[-1] == ("answered", cast.fatima.person)
    assert "Niemand wacht op u." in text(client_of(cast.anouk).get("/voor-mij/"))
    assert "Anouk Visser antwoordde op uw vraag" in text(client_of(cast.fatima).get("/voor-mij/"))
    assert truth(other).state == "open"


def test_a_question_passed_on_rings_at_the_next_and_no_more_at_the_first(
    cast: Cast, client_of: Any
) -> None:
    question = asked(cast, cast.fatima, cast.anouk)
    told(cast)
    post(client_of(cast.anouk), page("pass_question", cast, question), to=str(cast.joost.member))
    assert told(cast)[-1] == ("asked", cast.joost.person)
    assert "Niemand wacht op u." in text(client_of(cast.anouk).get("/voor-mij/"))
    assert WHAT in text(client_of(cast.joost).get("/voor-mij/"))


@pytest.mark.django_db
def test_without_an_answer_one_reminder_leaves_however_often_it_is_tried(cast: Cast) -> None:
    question = asked(cast, cast.fatima, cast.anouk)
    answered = asked(cast, cast.fatima, cast.joost)
    with inside(cast.joost.person, (cast.network,)) as viewer:
        from zorgverband.talks.actions import answer_question
        from zorgverband.talks.models import AnswerKind

        answer_question(seat=viewer.seat(cast.network), person=cast.joost.person,
                        question=answered, kind=AnswerKind.YES)  # fmt: skip
    send_reminders()
    assert truth(question).reminded_at is None
    with clock.at(datetime.now(UTC) + timedelta(days=6)):
        # Of other tests too, so many at a time.
        while send_reminders():
            pass
        assert send_reminders() == 0
    assert truth(question).reminded_at is not None
    reminded = Event.objects.using("owner").get(verb="question_reminder", network_id=cast.network)
    assert (reminded.item_id, reminded.to_person_id) == (question, cast.anouk.person)


@pytest.mark.slow
def test_an_answer_becomes_an_agreement_a_note_and_an_advice_without_typing_it_again(
    cast: Cast, client_of: Any
) -> None:
    question = asked(cast, cast.fatima, cast.anouk, what="Mag ze meer dan 1,5 liter drinken?")
    post(client_of(cast.anouk), page("give_answer", cast, question), kind="words",
         words="Ja, 1,5 tot 2 liter vocht per dag.")  # fmt: skip
    nurse = client_of(cast.fatima)
    shown = text(nurse.get(page("question", cast, question)))
    forms = re.findall(r"<form method=\"post\" action=\"([^\"]+)\">(.*?)</form>", shown, re.S)
    begins = {at: hidden_fields(form) for at, form in forms if 'name="look"' in form}
    assert len(begins) == 3
    for at, fields in begins.items():
        filled = text(post(nurse, at, **{k: v for k, v in fields.items() if k != "key"}))
        assert "1,5 tot 2 liter vocht per dag" in filled, at
        assert str(question) in filled
    chosen = {"about": str(cast.jannie.member), "subject": "1", "circle": "family_care"}
    made = {
        "ask_agreement": {"what": "Meten", "executor": str(cast.fatima.member)},
        "write": {"title": "Meer drinken", "body": "Ja."},
        "give_advice": {"topic": "fluid", "direction": "more", "message": str(question)},
    }
    for name, fields in made.items():
        at = reverse(name, kwargs={"network_id": cast.network})
        answer = post(nurse, at, source=str(question), **(chosen | fields))
        assert answer.status_code == 302, name
    kinds = (
        Origin.objects.using("owner")
        .filter(source_id=question)
        .values_list("item__kind", flat=True)
    )
    assert sorted(kinds) == ["advice", "agreement", "note"]
    again = text(nurse.get(page("question", cast, question)))
    assert "Hieruit gemaakt" in again
    note = Item.objects.using("owner").get(
        network_id=cast.network, kind="note", title="Meer drinken"
    )
    pointed = text(
        nurse.get(reverse("item", kwargs={"network_id": cast.network, "item_id": note.id}))
    )
    assert "Gemaakt uit:" in pointed
    # Who may read the note but not the question does not learn where it came from.
    cast.owner.execute("UPDATE sharing_item SET denied = %s WHERE id = %s",
                       [[cast.marijke.member], question])  # fmt: skip
    theirs = text(
        client_of(cast.marijke).get(
            reverse("item", kwargs={"network_id": cast.network, "item_id": note.id})
        )
    )
    assert "Meer drinken" in theirs
    assert "Gemaakt uit:" not in theirs


def test_a_question_out_of_a_message_begins_with_its_subject_and_points_back(
    cast: Cast, client_of: Any
) -> None:
    message = cast.item(
        about=cast.jannie, subject=Subject.RESULTS, author=cast.fatima, title="Bloed"
    )
    nurse = client_of(cast.fatima)
    at = page("ask_question", cast)
    form = text(nurse.get(at, {"source": str(message)}))
    assert f'<option value="{Subject.RESULTS.value}" selected' in form
    made = post(
        nurse, at, **typed(cast.anouk, source=str(message), subject=str(Subject.RESULTS.value))
    )
    shown = text(nurse.get(made["Location"]))
    assert "Gevraagd bij:" in shown
    assert "Bloed" in shown
    hidden = cast.item(about=cast.jannie, subject=Subject.RESULTS, author=cast.anouk,
                       denied=[cast.fatima.member])  # fmt: skip
    refused = post(nurse, at, **typed(cast.anouk, source=str(hidden)))
    assert refused.status_code == 404


@pytest.mark.slow
def test_a_medical_question_changes_no_byte_for_the_municipality(
    cast: Cast, client_of: Any
) -> None:
    linda = client_of(cast.linda)
    names = ("questions", "brief", "today", "agreements", "ask_question")
    pages = [reverse(name, kwargs={"network_id": cast.network}) for name in names]
    pages.append(reverse("for_me"))

    def seen() -> list[bytes]:
        return [linda.get(at).content for at in pages]

    seen()
    before = seen()
    question = asked(cast, cast.fatima, cast.anouk)
    post(client_of(cast.anouk), page("give_answer", cast, question), kind="call")
    asked(cast, cast.hanneke, cast.joost)
    told(cast)
    assert seen() == before
    # The control: what she may read she sees.
    asked(cast, cast.hanneke, cast.anouk, Subject.HOME)
    assert seen() != before


def test_the_words_of_an_answered_question_stand(cast: Cast, client_of: Any) -> None:
    question = asked(cast, cast.fatima, cast.anouk)
    fatima, edit = client_of(cast.fatima), page("edit", cast, question)
    assert fatima.get(edit).status_code == 200
    assert post(client_of(cast.anouk), page("give_answer", cast, question), kind="yes").status_code
    refused = post(fatima, edit, title="Mag zij naar huis?", body="", version=1)
    assert (refused.status_code, "Mag zij naar huis?" in text(refused)) == (409, True)
    assert post(fatima, page("take_back", cast, question)).status_code == 409
    assert Item.objects.using("owner").get(id=question).title == WHAT
    assert truth(question).state == "answered"
