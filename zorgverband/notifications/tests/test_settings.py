"""'Meldingen': what was chosen is kept, what was typed wrongly stays, and the counts are real."""

import re
from datetime import datetime, time, timedelta
from typing import Any

from django.urls import reverse

from tests.cast import Cast
from tests.visitor import inside
from tests.waiting import held
from zorgverband.base import clock
from zorgverband.base.clock import HOME
from zorgverband.notifications.actions import deliver, set_preferences
from zorgverband.notifications.kinds import Kind, Pace
from zorgverband.notifications.models import Preference, Rest
from zorgverband.notifications.queries import wishes
from zorgverband.sharing.subjects import Subject

from .test_deliver import happened

HERE = "notification_settings"


def filled(page: str, **changes: str) -> dict[str, str]:
    """The form as a browser would send it, with these changes; an empty change leaves one out."""
    key = re.search(r'name="key" value="(\w+)"', page)
    assert key
    sent = {"key": key[1], "quiet": "1", "quiet_from": "22", "quiet_until": "7", "work_hours": "1"}
    for card in re.finditer(r'name="(pace_\w+)" value="(\w+)" checked', page):
        sent[card[1]] = card[2]
    sent |= changes
    return {name: value for name, value in sent.items() if value}


def page_of(client: Any) -> str:
    """The page as this browser gets it."""
    return str(client.get(reverse(HERE)).content.decode())


def test_the_defaults_are_those_of_family_and_of_who_works_in_care(
    cast: Cast, client_of: Any
) -> None:
    family, care = page_of(client_of(cast.marijke)), page_of(client_of(cast.anouk))
    for page in (family, care):
        sent = filled(page)
        assert [sent[f"pace_{kind}"] for kind in Kind] == [
            "at_once", "at_once", "at_once", "daily", "daily", "daily", "weekly",
        ]  # fmt: skip
    assert "In een mail om 17.00 uur" in family
    assert "op vrijdag om 17.00 uur" in family
    assert "Alleen als ik werk" not in family
    assert "In een mail om 8.00 uur" in care
    assert "op maandag om 8.00 uur" in care
    assert "Alleen als ik werk" in care


def test_what_was_chosen_is_kept(cast: Cast, client_of: Any, entered: Any) -> None:
    client = client_of(cast.anouk)
    sent = filled(page_of(client), pace_news="weekly", quiet="", work_hours="", quiet_from="21")
    assert client.post(reverse(HERE), sent).status_code == 302
    page = page_of(client)
    assert "Bewaard." in page
    assert filled(page)["pace_news"] == "weekly"
    with entered(cast.anouk):
        now = wishes(cast.anouk.person)
    assert (now.peace.quiet, now.peace.quiet_from, now.peace.work_hours) == (False, 21, False)
    with entered(cast.marijke):
        assert not Preference.objects.exists()
        assert not Rest.objects.exists()


def test_the_same_form_twice_changes_nothing_more(cast: Cast, client_of: Any) -> None:
    client = client_of(cast.anouk)
    sent = filled(page_of(client), pace_news="weekly")
    for _ in range(2):
        assert client.post(reverse(HERE), sent).status_code == 302
    kept = Preference.objects.using("owner").filter(person=cast.anouk.person)
    assert [(one.kind, one.pace) for one in kept] == [("news", "weekly")]


def test_a_wrong_choice_is_refused_and_the_rest_stays_as_typed(cast: Cast, client_of: Any) -> None:
    client = client_of(cast.anouk)
    sent = filled(page_of(client), pace_news="hourly", pace_people="never", quiet="")
    answer = client.post(reverse(HERE), sent)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Kies bij elke soort hoe vaak u het wilt horen." in page
    assert filled(page)["pace_people"] == "never"
    assert not Preference.objects.using("owner").filter(person=cast.anouk.person).exists()
    assert client.post(reverse(HERE), filled(page, quiet_until="24")).status_code == 422


def test_the_page_counts_how_often_it_was_last_week(cast: Cast, client_of: Any) -> None:
    today = clock.today()
    monday = datetime.combine(today - timedelta(days=today.weekday()), time(), tzinfo=HOME)
    for days in (-8, -1, 0, 3, 6, 7):
        item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke)
        moment = monday + timedelta(days=days, hours=12)
        deliver(event=happened(cast, cast.marijke, item, at=moment))
    with clock.at(monday + timedelta(days=9)):
        page = page_of(client_of(cast.peter))
    assert page.count("Vorige week was dat 3 keer") == 1


def test_every_kind_can_be_chosen_so_that_the_form_can_be_sent(cast: Any, client_of: Any) -> None:
    page = client_of(cast.jannie).get(reverse(HERE)).content.decode()
    assert all(f'name="pace_{kind}"' in page for kind in Kind)


def test_of_two_who_save_for_the_first_time_at_once_the_last_one_counts(
    cast: Cast, entered: Any
) -> None:
    who = cast.marijke.person
    rest: dict[str, Any] = {"quiet": True, "quiet_until": 7, "work_hours": False}

    def save() -> None:
        with inside(who, ()):
            paces = {Kind.NEWS: Pace.WEEKLY, Kind.ASKED: Pace.DAILY}
            set_preferences(person=who, paces=paces, quiet_from=21, **rest)

    with held(save) as raised:
        one = Preference(person_id=who, kind=Kind.NEWS, pace=Pace.NEVER)
        Preference.objects.using("owner").bulk_create([one])
        Rest.objects.using("owner").bulk_create([Rest(person_id=who, quiet_from=20, **rest)])
    assert raised == []
    with entered(cast.marijke):
        assert Rest.objects.get(person_id=who).quiet_from == 21
        kept = dict(Preference.objects.values_list("kind", "pace"))
    assert kept == {Kind.NEWS: Pace.WEEKLY, Kind.ASKED: Pace.DAILY}
