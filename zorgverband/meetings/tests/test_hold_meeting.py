"""Holding a meeting: where it is, who is there and what is written; a medical part is not there for the
social side, in no byte."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.cast import Cast, Somebody
from tests.visitor import inside, text
from zorgverband.base import clock
from zorgverband.base.refusals import NotHere, NotYours
from zorgverband.meetings.actions import hold_meeting as acts
from zorgverband.meetings.actions.hold_meeting import NotHeldNow, NotInvited
from zorgverband.meetings.models import Meeting, Note, NoteKind, Presence
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import full_date

from .calling import brought, called, noted, page, post


def act(cast: Cast, who: Somebody, verb: Any, **parts: Any) -> Any:
    """Do one thing of a meeting as this person."""
    with inside(who.person, (cast.network,)) as viewer:
        return verb(seat=viewer.seat(cast.network), person=who.person, **parts)


@pytest.fixture
def held(cast: Cast) -> tuple[UUID, UUID, UUID]:
    """(meeting, a point about the home, a medical one): called by Hanneke, and begun."""
    meeting = called(
        cast, cast.hanneke, invited=(cast.jannie, cast.marijke, cast.anouk, cast.linda)
    )
    lift = brought(cast, cast.linda, meeting, "Traplift", Subject.HOME, minutes=10)
    wound = brought(cast, cast.anouk, meeting, "Kraanlek aan de wond", Subject.HEALTH)
    act(cast, cast.hanneke, acts.begin_meeting, meeting=meeting)
    act(cast, cast.hanneke, acts.go_to_point, meeting=meeting, point=lift)
    return meeting, lift, wound


@pytest.mark.slow
def test_the_page_shows_where_it_is_and_what_was_noted_by_whom(
    cast: Cast, client_of: Any, held: Any
) -> None:
    meeting, lift, _wound = held
    here = page("meeting_now", cast, meeting_id=meeting)
    linda, jannie = client_of(cast.linda), client_of(cast.jannie)
    assert "Ik ben er" in text(linda.get(here))
    assert post(linda, here + "ik-ben-er/").status_code == 302
    write = page("note_live", cast, meeting_id=meeting, point_id=lift)
    assert post(linda, write, kind="decision", words="De lift komt er.").status_code == 302
    quote = {"kind": "said", "words": "Ik wil niet verhuizen.", "said_by": cast.jannie.member}
    assert post(linda, write, **quote).status_code == 302
    shown = text(jannie.get(here))
    for words in ("De lift komt er.", "Linda Kok", "„Ik wil niet verhuizen.”", "Iemand zei: Jannie",
                  "van 10 minuten", "medisch deel"):  # fmt: skip
        assert words in shown, words
    # Nobody's words are lost: an empty or speakerless note comes back, and nothing is written.
    assert post(linda, write, kind="worry", words=" ").status_code == 422
    back = post(linda, write, kind="said", words="Wie was dit?")
    assert (back.status_code, "Wie was dit?" in text(back)) == (422, True)
    assert Note.objects.using("owner").filter(point_id=lift).count() == 2


def test_one_that_began_without_a_date_stands_in_the_list_with_the_day_it_was_held(
    cast: Cast, client_of: Any, held: Any
) -> None:
    shown = text(client_of(cast.linda).get(page("meetings", cast)))
    assert full_date(clock.today()) in shown
    assert "Nog geen datum" not in shown


def test_what_is_sent_twice_after_a_dropped_connection_is_there_once(
    cast: Cast, client_of: Any, held: Any
) -> None:
    meeting, lift, _wound = held
    write = page("note_live", cast, meeting_id=meeting, point_id=lift)
    headers = {"X-Requested-With": "fetch", "Idempotency-Key": uuid4().hex}
    for who in (cast.marijke, cast.linda):
        for _again in range(2):
            words = {"kind": "worry", "words": f"Van {who.name}"}
            assert client_of(who).post(write, words, headers=headers).status_code == 204
    assert Note.objects.using("owner").filter(point_id=lift).count() == 2
    # Who may not write about this is told so, and the page does not offer it.
    assert client_of(cast.anouk).post(write, words, headers=headers).status_code == 403
    shown = text(client_of(cast.anouk).get(page("meeting_now", cast, meeting_id=meeting)))
    assert "schrijft op wat u zegt" in shown


def test_the_social_side_stays_at_the_last_point_it_may_read_to_the_byte(
    cast: Cast, client_of: Any, held: Any
) -> None:
    meeting, lift, wound = held
    here, linda = page("meeting_now", cast, meeting_id=meeting), client_of(cast.linda)
    linda.get(here)
    before = linda.get(here).content
    act(cast, cast.hanneke, acts.go_to_point, meeting=meeting, point=wound)
    act(cast, cast.anouk, acts.come, meeting=meeting)
    noted(cast, cast.anouk, wound, "Antibiotica", NoteKind.DECISION)
    assert linda.get(here).content == before
    assert "Antibiotica" in text(client_of(cast.jannie).get(here))
    there = Presence.objects.using("owner").get(member=cast.anouk.member)
    assert there.item_id == wound
    # The control: who came at the medical part is among all again at the next point.
    act(cast, cast.hanneke, acts.go_to_point, meeting=meeting, point=lift)
    assert linda.get(here).content != before
    with pytest.raises(NotHere):
        act(cast, cast.linda, acts.go_to_point, meeting=meeting, point=wound)
    asked = uuid4()
    never, absent = (text(linda.get(here + f"?punt={one}")) for one in (wound, asked))
    assert never.replace(str(wound), str(asked)) == absent


def test_who_does_not_lead_moves_nothing_and_who_was_not_asked_is_not_there(
    cast: Cast, held: Any
) -> None:
    meeting, _lift, wound = held
    with pytest.raises(NotYours):
        act(cast, cast.linda, acts.close_meeting, meeting=meeting)
    with pytest.raises(NotYours):
        act(cast, cast.marijke, acts.come, meeting=meeting, member=cast.jannie.member)
    with pytest.raises(NotInvited):
        act(cast, cast.hanneke, acts.come, meeting=meeting, member=cast.peter.member)
    # Who may write about health leads the medical part, where the chair is of the social side.
    act(cast, cast.anouk, acts.go_to_point, meeting=meeting, point=wound)
    act(cast, cast.hanneke, acts.come, meeting=meeting, member=cast.marijke.member)
    act(cast, cast.marijke, acts.go_away, meeting=meeting)
    act(cast, cast.hanneke, acts.close_meeting, meeting=meeting)
    for verb in (acts.come, acts.close_meeting, acts.begin_meeting):
        with pytest.raises(NotHeldNow):
            act(cast, cast.hanneke, verb, meeting=meeting)
    assert Meeting.objects.using("owner").get(item_id=meeting).closed_at
    assert not Presence.objects.using("owner").filter(network_id=cast.network, until_at=None)
