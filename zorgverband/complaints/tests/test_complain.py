"""Handing in a question or complaint: who handles it, who reads it, and who never does."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import ProgrammingError, transaction
from django.urls import reverse

from tests.cast import Cast
from tests.visitor import inside
from zorgverband.base.clock import today
from zorgverband.base.workdays import is_workday, workdays_later
from zorgverband.sharing.subjects import Subject

from ..actions.complain import ChooseAbout, ChooseHandler, NothingSaid, TheyWouldRead
from ..actions.going_on import EndedNow, NotYourCase, NotYourWords, SayOutcome, SayWhy
from ..models import Complaint
from .asking import act, complain, place, readers, stands, words

ClientOf = Callable[..., Any]


def test_only_who_wrote_it_and_who_handles_it_read_a_complaint(cast: Cast) -> None:
    own = complain(cast.marijke, handler=cast.linda, against=cast.hanneke)
    assert readers(cast, own) == {"marijke", "linda"}
    clients = complain(cast.jannie, handler=cast.hanneke, against=cast.fatima)
    assert readers(cast, clients) == {"jannie", "hanneke"}
    # About the care of a client, the client reads it too; who asks does not decide, so who handles it
    # is somebody who may read about it already.
    about = place(cast.marijke, Subject.ARRANGEMENTS, cast.jannie.member)
    care = complain(cast.marijke, handler=cast.hanneke, against=cast.fatima, at=about)
    assert readers(cast, care) == {"jannie", "marijke", "hanneke"}
    with pytest.raises(ChooseHandler):
        complain(cast.marijke, handler=cast.ria, against=cast.fatima, at=about)
    # Who works here complains about the cooperation.
    work = place(cast.linda, Subject.ARRANGEMENTS, cast.network)
    assert "linda" in readers(cast, complain(cast.linda, handler=cast.hanneke, at=work))


def test_who_it_is_against_never_handles_nor_reads_it(cast: Cast) -> None:
    for handler, against in ((cast.hanneke, cast.hanneke), (cast.fatima, cast.fatima),
                             (cast.marijke, cast.joost)):  # fmt: skip
        with pytest.raises(ChooseHandler):
            complain(cast.jannie, handler=handler, against=against)
    # Of a team nobody handles it, by whatever seat.
    own_seat = _as_joost_in_the_team(cast)
    with pytest.raises(ChooseHandler):
        complain(cast.jannie, handler=cast.joost, against=own_seat)
    with pytest.raises(ChooseAbout):
        complain(cast.jannie, handler=cast.hanneke, at="elsewhere")
    with pytest.raises(NothingSaid):
        complain(cast.jannie, handler=cast.hanneke, body=" ")
    # Behind the wall nobody of the social side handles it.
    with pytest.raises(ChooseHandler):
        complain(cast.jannie, handler=cast.linda, at=place(cast.jannie, Subject.TREATMENT))
    # A representative reads what is about whom they represent, and would read this.
    _represent(cast)
    with pytest.raises(TheyWouldRead):
        complain(cast.jannie, handler=cast.hanneke, against=cast.peter)


def _as_joost_in_the_team(cast: Cast) -> Any:
    cast.owner.execute(
        "INSERT INTO people_teamperson (id, team_id, person_id, function, starts_at, substitute)"
        " VALUES (gen_random_uuid(), %s, %s, 'district_nurse', now() - interval '1 day', false)",
        [cast.fatima.team, cast.joost.person],
    )
    return cast.fatima


def _represent(cast: Cast) -> None:
    cast.owner.execute(
        "INSERT INTO networks_representation (id, network_id, client_id, representative_id, ground,"
        " document, subjects, starts_at) VALUES (gen_random_uuid(), %s, %s, %s, 'mentorship', '',"
        " '{14}', now() - interval '1 day')",
        [cast.network, cast.jannie.member, cast.peter.member],
    )


def test_the_lock_refuses_a_handler_it_is_against(cast: Cast) -> None:
    row = stands(complain(cast.jannie, handler=cast.hanneke, against=cast.fatima))
    row.item_id, row._state.adding = _item(cast), True
    _as_joost_in_the_team(cast)
    row.handler_id = cast.joost.member
    with pytest.raises(ProgrammingError), inside(cast.jannie.person, [cast.network]):
        Complaint.objects.bulk_create([row])


def _item(cast: Cast) -> UUID:
    return cast.item(about=cast.jannie, subject=Subject.ARRANGEMENTS, author=cast.jannie,
                     kind="complaint", audience=[cast.joost.member])  # fmt: skip


def test_it_is_received_extended_answered_and_judged_in_time(cast: Cast) -> None:
    one = complain(cast.jannie, handler=cast.hanneke, against=cast.fatima)
    row = stands(one)
    assert row.answer_by == today() + timedelta(weeks=6)
    assert row.receipt_by == workdays_later(today(), 5)
    for who, verb, said in ((cast.jannie, "receive_complaint", {}),
                            (cast.jannie, "answer_complaint", {"outcome": "Nee."})):  # fmt: skip
        with pytest.raises(NotYourCase):
            act(who, verb, one, **said)
    act(cast.hanneke, "receive_complaint", one)
    with pytest.raises(SayWhy):
        act(cast.hanneke, "extend_complaint", one, because="")
    act(cast.hanneke, "extend_complaint", one, because="Ziekte.")
    with pytest.raises(EndedNow):
        act(cast.hanneke, "extend_complaint", one, because="Nog eens.")
    assert stands(one).answer_by == row.answer_by + timedelta(weeks=4)
    act(cast.jannie, "say_more", one, body="Gisteren weer.")
    with pytest.raises(SayOutcome):
        act(cast.hanneke, "answer_complaint", one, outcome="")
    act(cast.hanneke, "answer_complaint", one, outcome="Zij komen voortaan om 9 uur.")
    with pytest.raises(NotYourWords):
        act(cast.hanneke, "end_complaint", one, satisfied=True)
    act(cast.jannie, "end_complaint", one, satisfied=False)
    assert stands(one).satisfied is False
    for who, verb, said in ((cast.jannie, "end_complaint", {}),
                            (cast.hanneke, "say_more", {"body": "Toch."})):  # fmt: skip
        with pytest.raises(EndedNow):
            act(who, verb, one, **said)


def test_the_lock_keeps_each_to_their_own_part(cast: Cast) -> None:
    one = complain(cast.jannie, handler=cast.hanneke)
    attempts: tuple[tuple[Any, dict[str, Any]], ...] = (
        (cast.hanneke, {"satisfied": True}), (cast.jannie, {"outcome": "Alles goed."}),
        (cast.hanneke, {"answer_by": today() + timedelta(days=900)}),
    )  # fmt: skip
    for who, columns in attempts:
        with pytest.raises(ProgrammingError), inside(who.person, [cast.network]):
            Complaint.objects.filter(item_id=one).update(**columns)
    with inside(cast.fatima.person, [cast.network]), transaction.atomic():
        assert not Complaint.objects.filter(item_id=one).update(outcome="Weg.")


def test_working_days_leave_out_weekends_and_holidays() -> None:
    assert workdays_later(date(2026, 4, 2), 2) == date(2026, 4, 8)
    assert not is_workday(date(2026, 5, 14))
    assert workdays_later(date(2026, 11, 20), 5) == date(2026, 11, 27)


@pytest.mark.slow
def test_in_the_browser_it_takes_two_pages_and_the_way_outward_is_on_all(
    cast: Cast, client_of: ClientOf
) -> None:
    jannie = client_of(cast.jannie)
    here = {"network_id": cast.network}
    new = reverse("complain", kwargs=here)
    where = {"place": place(cast.jannie, Subject.ARRANGEMENTS), "against": str(cast.fatima.member)}
    pages = [
        jannie.get(reverse("complaints", kwargs=here)),
        jannie.get(new),
        jannie.get(new, where),
    ]
    assert cast.hanneke.name in pages[-1].content.decode()
    said = where | {"kind": "complaint", "handler": str(cast.hanneke.member), "body": "Te laat."}
    pages.append(jannie.post(new, words(**said | {"body": ""})))
    assert pages[-1].status_code == 422
    answer = jannie.post(new, words(**said))
    assert answer.status_code == 302
    pages.append(jannie.get(answer["Location"]))
    for page in pages:
        assert "Landelijk Meldpunt Zorg" in page.content.decode()
    handler = client_of(cast.hanneke)
    one = answer["Location"]
    assert handler.post(one + "ontvangen/", words()).status_code == 302
    assert handler.post(one + "antwoord/", words(outcome="")).status_code == 422
    assert handler.post(one + "antwoord/", words(outcome="Beloofd.")).status_code == 302
    assert jannie.post(one + "klaar/", words(satisfied="yes")).status_code == 302
    assert "Beloofd." in jannie.get(one).content.decode()
    for stranger in (cast.fatima, cast.linda, cast.marijke):
        assert client_of(stranger).get(one).status_code == 404
        assert (
            "Te laat"
            not in client_of(stranger).get(reverse("complaints", kwargs=here)).content.decode()
        )


def test_what_was_answered_was_what_was_asked(cast: Cast, client_of: ClientOf) -> None:
    asked = complain(cast.jannie, handler=cast.hanneke)
    jannie = client_of(cast.jannie)
    edit = reverse("edit", kwargs={"network_id": cast.network, "item_id": asked})
    assert jannie.get(edit).status_code == 200
    act(cast.hanneke, "answer_complaint", asked, outcome="Wij komen voortaan om negen uur.")
    other = words(title="Te laat", body="Er is geld weg.", version=1)
    assert jannie.post(edit, other).status_code == 409
    assert jannie.get(edit).status_code == 409
