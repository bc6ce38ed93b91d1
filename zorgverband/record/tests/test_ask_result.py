"""The stop on the page, and asking who decides for an earlier result one cannot read."""

from datetime import timedelta
from typing import Any

from tests.cast import Cast
from tests.visitor import text
from zorgverband.base import clock
from zorgverband.record.actions import record_examination
from zorgverband.record.models import Examination, ResultQuestion
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from .dossier import act, page, post

REASON = "Waarom moet het toch nog een keer?"


def done(cast: Cast, kind: str) -> Any:
    """An examination by the GP, of three days ago."""
    on = clock.today() - timedelta(days=3)
    return act(cast, cast.anouk, record_examination, kind=kind, on=on, by="Ziekenhuis")


def test_the_page_stops_and_goes_on_with_a_reason(cast: Cast, client_of: Any) -> None:
    item = done(cast, "ecg")
    fatima, at = client_of(cast.fatima), page("plan_examination", cast)
    assert REASON not in text(fatima.get(at))
    stopped = post(fatima, at, examination="ecg", note="Graag snel.")
    assert stopped.status_code == 422
    for words in (REASON, "Dit onderzoek is er al", "Ziekenhuis", str(item.id), "Graag snel."):
        assert words in text(stopped)
    assert not Examination.objects.using("owner").filter(
        network_id=cast.network, state="planned"
    ).exists()  # fmt: skip
    answer = post(fatima, at, examination="ecg", again_because="Nieuwe klachten.")
    assert answer.status_code == 302
    assert "nog een keer, want: Nieuwe klachten." in text(fatima.get(page("examinations", cast)))


def test_who_cannot_read_it_asks_and_who_decides_releases_it(cast: Cast, client_of: Any) -> None:
    item = done(cast, "ecg")
    joost, jannie = client_of(cast.joost), client_of(cast.jannie)
    ask = page("ask_result", cast) + "?examination=ecg"
    assert joost.get(ask).status_code == 404
    cast.permit(cast.joost, Subject.RESULTS, about=cast.jannie, read=True, write=True)
    stopped = text(post(joost, page("plan_examination", cast), examination="ecg"))
    assert "U kunt het niet lezen" in stopped
    assert str(item.id) not in stopped
    assert "Ziekenhuis" not in stopped
    assert joost.get(ask).status_code == 200
    assert joost.get(page("ask_result", cast) + "?examination=hba1c").status_code == 404
    assert (
        post(joost, ask, examination="ecg", words="Dan hoeft het niet opnieuw.").status_code == 302
    )
    question = ResultQuestion.objects.using("owner").get(network_id=cast.network)
    at = page("result_question", cast, item_id=question.item_id)
    assert client_of(cast.fatima).get(at).status_code == 404
    assert str(item.id) not in text(joost.get(at))
    seen = text(jannie.get(at))
    share = page("share_with", cast, item_id=item.id, member_id=cast.joost.member)
    assert share in seen
    assert "Dan hoeft het niet opnieuw." in seen
    confirm = text(jannie.get(share))
    digest = confirm.split('name="seen" value="')[1].split('"')[0]
    assert post(jannie, share, seen=digest).status_code == 302
    assert Item.objects.using("owner").get(id=item.id).allowed == [cast.joost.member]
    assert share not in text(jannie.get(at))
    # Now it is read, the page stops with what stands there, and there is nothing left to ask.
    assert str(item.id) in text(post(joost, page("plan_examination", cast), examination="ecg"))
    assert joost.get(ask).status_code == 404


def test_who_reads_an_older_one_can_ask_for_the_newer_that_stands_in_the_way(
    cast: Cast, client_of: Any
) -> None:
    cast.permit(cast.joost, Subject.RESULTS, about=cast.jannie, read=True, write=True)
    today = clock.today()
    act(cast, cast.joost, record_examination, kind="ecg", on=today - timedelta(days=170))
    item = done(cast, "ecg")
    # Put there before Joost read results: he knows of it, and does not read it.
    cast.owner.execute(
        "UPDATE sharing_item SET created_at = created_at - interval '9 days' WHERE id = %s",
        [item.id],
    )
    joost, ask = client_of(cast.joost), page("ask_result", cast) + "?examination=ecg"
    on = (today + timedelta(days=30)).isoformat()
    stopped = text(post(joost, page("plan_examination", cast), examination="ecg", on=on))
    assert "U kunt het niet lezen" in stopped
    assert joost.get(ask).status_code == 200
    assert post(joost, ask, examination="ecg", words="Graag.").status_code == 302


def test_a_result_can_be_chosen_and_only_one_that_is_readable(cast: Cast, client_of: Any) -> None:
    letter = cast.item(about=cast.jannie, subject=Subject.RESULTS, author=cast.anouk,
                       kind="document", title="Brief cardioloog")  # fmt: skip
    hidden = cast.item(about=cast.jannie, subject=Subject.MIND, author=cast.anouk, kind="document")
    fatima, at = client_of(cast.fatima), page("record_examination", cast)
    form = text(fatima.get(at))
    assert "Brief cardioloog" in form
    today = clock.today().isoformat()
    typed = {"examination": "ecg", "on": today}
    assert post(fatima, at, **typed, result=hidden).status_code == 404
    assert post(fatima, at, **typed, result="x").status_code == 404
    assert post(fatima, at, **typed, result=letter).status_code == 302
    assert Examination.objects.using("owner").get(network_id=cast.network).result_id == letter
    listed, link = page("examinations", cast), page("item", cast, item_id=letter)
    assert link in text(fatima.get(listed))
    # Who may not read the result sees no way to it.
    cast.owner.execute(
        "UPDATE sharing_item SET denied = %s WHERE id = %s", [[cast.marijke.member], letter]
    )
    shown = text(client_of(cast.marijke).get(listed))
    assert "Hartfilmpje" in shown
    assert str(letter) not in shown
