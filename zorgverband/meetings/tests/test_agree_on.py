"""What was decided becomes an agreement in one act, and goes out for acceptance."""

from typing import Any

import pytest

from tests.cast import Cast
from tests.visitor import inside, text
from zorgverband.agreements.actions.ask_agreement import CannotRead
from zorgverband.agreements.models import Agreement
from zorgverband.journal.models import Event
from zorgverband.meetings.actions import agree_on
from zorgverband.meetings.actions.agree_on import AgreedAlready, NotBinding
from zorgverband.meetings.models import Note, NoteKind
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from .calling import brought, called, noted, page, post

WORDS = "Traplift aanvragen bij de gemeente"


def agreed(cast: Cast, by: Any, note: Any, executor: Any) -> Any:
    with inside(by.person, (cast.network,)) as viewer:
        return agree_on(
            seat=viewer.seat(cast.network), person=by.person, note=note, executor=executor.member
        ).item_id


def test_a_decision_goes_out_for_acceptance_in_its_own_words(cast: Cast, client_of: Any) -> None:
    meeting = called(cast, cast.fatima, invited=(cast.jannie, cast.linda))
    point = brought(cast, cast.jannie, meeting, "Traplift")
    note = noted(cast, cast.fatima, point, WORDS, NoteKind.DECISION)
    nurse = client_of(cast.fatima)
    at = page("agree_on_note", cast, note_id=note)
    assert WORDS in text(nurse.get(at))
    assert post(nurse, at, executor="").status_code == 422
    assert post(nurse, at, executor=str(cast.linda.member), due_on="2199-01-01").status_code == 302
    made = Agreement.objects.using("owner").get(network_id=cast.network)
    item = Item.objects.using("owner").get(id=made.item_id)
    assert (item.title, item.subject, made.state) == (WORDS, Subject.ARRANGEMENTS, "asked")
    assert Note.objects.using("owner").get(item_id=note).agreement_id == made.item_id
    told = Event.objects.using("owner").filter(verb="agreement_asked", item_id=made.item_id)
    assert list(told.values_list("to_person_id", flat=True)) == [cast.linda.person]
    assert WORDS in text(client_of(cast.linda).get(page("today", cast)))
    assert "Hier is al een afspraak" in text(post(nurse, at, executor=str(cast.jannie.member)))
    assert "Naar de afspraak" in text(nurse.get(page("meeting_point", cast, point_id=point)))


def test_only_who_could_read_it_is_asked_and_only_once(cast: Cast) -> None:
    meeting = called(cast, cast.fatima, invited=(cast.jannie, cast.linda, cast.anouk))
    point = brought(cast, cast.fatima, meeting, "Wondzorg", Subject.HEALTH)
    note = noted(cast, cast.fatima, point, "Elke dag spoelen", NoteKind.ACTION)
    worry = noted(cast, cast.fatima, point, "Het is rood", NoteKind.WORRY)
    with pytest.raises(CannotRead):
        agreed(cast, cast.fatima, note, cast.linda)
    with pytest.raises(NotBinding):
        agreed(cast, cast.fatima, worry, cast.anouk)
    made = agreed(cast, cast.anouk, note, cast.fatima)
    assert Item.objects.using("owner").get(id=made).subject == Subject.HEALTH
    with pytest.raises(AgreedAlready):
        agreed(cast, cast.fatima, note, cast.anouk)
