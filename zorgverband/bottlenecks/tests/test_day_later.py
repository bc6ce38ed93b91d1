"""A day later: who left, who died, who may not read it any more, what came back, two who act at once."""

from datetime import date, datetime, time, timedelta
from importlib import import_module
from json import loads
from typing import Any
from uuid import UUID

import pytest
from django.db import connections
from django.urls import reverse

from tests.cast import Cast
from tests.rows import put
from tests.visitor import inside
from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.bottlenecks import actions
from zorgverband.bottlenecks.actions.ask import AskedBefore
from zorgverband.bottlenecks.looking import look_after
from zorgverband.bottlenecks.models import Bottleneck, Lens, Reach
from zorgverband.bottlenecks.queries import handful
from zorgverband.bottlenecks.shown import show
from zorgverband.journal.models import Event
from zorgverband.networks.queries import faces
from zorgverband.sharing.subjects import Subject

from .test_desk import DESK, here, late
from .test_found import due, kinds, later, look_at

LATE = "agreement_overdue"


def told(cast: Cast, *verbs: str) -> list[tuple[Any, Any]]:
    """Who was told of what by these verbs."""
    rows = Event.objects.using("owner").filter(network_id=cast.network, verb__in=verbs)
    return sorted(rows.values_list("to_person_id", "item_id"))


def happens(cast: Cast, verb: str, *, member: UUID | None = None) -> Event:
    """Something happens there, as the journal keeps it."""
    row = Event(network_id=cast.network, verb=verb, person_id=cast.jannie.person, member_id=member,
                at=clock.now())  # fmt: skip
    row.save(using="owner", force_insert=True)
    return row


def found(cast: Cast, kind: str, moment: datetime) -> list[dict[str, Any]]:
    """What stands in the detail of what a rule finds there at that moment."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            f"SELECT detail::text FROM privacy.find_{kind}(%s, %s, %s, false)",
            [[cast.network], moment, moment.astimezone(clock.HOME).date()],
        )
        return [loads(row[0]) for row in cursor.fetchall()]


def test_who_left_is_not_reminded_and_no_button_says_so(cast: Cast, client_of: Any) -> None:
    one, client = late(cast), client_of(cast.hanneke)
    cast.end(cast.joost)
    page = client.get(DESK).content.decode()
    assert here(cast, "bottleneck", one) in page
    assert f"Herinner {cast.joost.name}" not in page
    assert here(cast, "ask_about_bottleneck", one) not in page
    refused = client.post(here(cast, "ask_about_bottleneck", one), {"key": "a"})
    assert refused.status_code == 422
    assert "Hier is niemand die u dit zo kunt vragen." in refused.content.decode()
    assert told(cast, "reminded") == []


def test_who_left_is_called_by_name_in_what_is_ones_own(cast: Cast, client_of: Any) -> None:
    due(cast)
    cast.end(cast.joost)
    look_at(cast, 1)
    for address in (reverse("for_me"), reverse("today", args=[cast.network])):
        page = client_of(cast.marijke).get(address).content.decode()
        assert f"{cast.joost.name} doet niet meer mee." in page


def test_of_two_only_who_takes_part_still_is_asked(cast: Cast, client_of: Any) -> None:
    one = late(cast)
    theirs = {
        who.person: cast.item(about=cast.jannie, subject=Subject.COMING, author=who)
        for who in (cast.joost, cast.fatima)
    }
    Bottleneck.objects.using("owner").filter(id=one.id).update(
        kind="visits_colliding", facts=list(theirs.values())
    )
    cast.end(cast.joost)
    asked = client_of(cast.hanneke).post(here(cast, "ask_about_bottleneck", one), {"key": "a"})
    assert asked.status_code == 302
    assert told(cast, "look_again") == [(cast.fatima.person, theirs[cast.fatima.person])]


def test_of_two_who_ask_at_once_the_second_asks_nobody_again(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    asking = import_module("zorgverband.bottlenecks.actions.ask")
    one, reads = late(cast), asking.readable
    first: list[Any] = []

    def meanwhile(**which: Any) -> Any:
        """What the second read before the first was ready."""
        row = reads(**which)
        if not first:
            first.append(row)
            Bottleneck.objects.using("owner").filter(id=one.id).update(
                snoozed_until=later(3), snoozed_by=cast.marijke.person
            )
        return row

    monkeypatch.setattr(asking, "readable", meanwhile)
    with inside(cast.hanneke.person, [cast.network]) as viewer, pytest.raises(AskedBefore):
        actions.ask(seat=viewer.seat(cast.network), person=cast.hanneke.person, bottleneck=one.id)
    assert told(cast, "reminded") == []


def test_what_is_over_and_comes_back_was_not_put_aside(cast: Cast, client_of: Any) -> None:
    one, state = late(cast), "UPDATE agreements_agreement SET state = %s WHERE item_id = %s"
    until = (clock.today() + timedelta(days=40)).isoformat()
    client_of(cast.hanneke).post(here(cast, "snooze_bottleneck", one), {"key": "a", "until": until})
    look_at(cast, 3)
    assert LATE not in kinds(cast, cast.hanneke)
    cast.owner.execute(state, ["on_hold", one.facts[0]])
    look_at(cast, 4)
    cast.owner.execute(state, ["running", one.facts[0]])
    look_at(cast, 4.5)
    # Back within a day it is the same one still.
    assert LATE not in kinds(cast, cast.hanneke)
    cast.owner.execute(state, ["on_hold", one.facts[0]])
    look_at(cast, 5)
    cast.owner.execute(state, ["running", one.facts[0]])
    look_at(cast, 10)
    assert LATE in kinds(cast, cast.hanneke)


def test_who_may_not_read_it_any_more_looks_at_it_no_longer(cast: Cast) -> None:
    one = late(cast)
    look_at(cast, 9)
    one.refresh_from_db(using="owner")
    assert one.owner_id == cast.hanneke.member
    cast.owner.execute("UPDATE sharing_item SET denied = ARRAY[%s]::uuid[] WHERE id = %s",
                       [cast.hanneke.member, one.facts[0]])  # fmt: skip
    with clock.at(later(9.1)):
        look_after(happens(cast, "reading_changed").id)
    one.refresh_from_db(using="owner")
    assert one.owner_id == cast.marijke.member


def test_about_who_died_nothing_asks_attention(cast: Cast) -> None:
    one = late(cast)
    look_at(cast, 40)
    rows = Bottleneck.objects.using("owner").filter(network=cast.network, resolved_at=None)
    assert {one.kind, "network_silent"} <= set(rows.values_list("kind", flat=True))
    now = clock.now()
    put(cast.owner, {"networks_death": [
        {"id": new_id(), "network_id": cast.network, "client_id": cast.jannie.member,
         "died_on": clock.today(), "entered_by_id": cast.hanneke.person, "starts_at": now,
         "ends_at": None}]})  # fmt: skip
    died = happens(cast, "died", member=cast.jannie.member)
    with clock.at(later(41)):
        look_after(died.id)
    assert list(rows.values_list("kind", flat=True)) == []
    cast.owner.execute("UPDATE networks_death SET ends_at = now() WHERE network_id = %s",
                       [cast.network])  # fmt: skip
    with clock.at(later(41.1)):
        look_after(happens(cast, "not_died", member=cast.jannie.member).id)
    assert one.kind in set(rows.values_list("kind", flat=True))


def test_a_day_is_that_of_where_the_client_lives(cast: Cast) -> None:
    day = clock.today() - timedelta(days=40)
    night = datetime.combine(day, time(0, 20), tzinfo=clock.HOME)
    cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.ria, at=night)
    cast.owner.execute("UPDATE networks_network SET created_at = %s WHERE id = %s",
                       [night - timedelta(days=9), cast.network])  # fmt: skip
    assert [one["date"] for one in found(cast, "network_silent", clock.now())] == [day.isoformat()]


def test_when_the_coordinator_did_something_is_told_however_long_ago(cast: Cast) -> None:
    day = clock.today() - timedelta(days=45)
    put(cast.owner, {"journal_event": [
        {"id": new_id(), "network_id": cast.network, "verb": "shared", "item_id": None,
         "member_id": None, "person_id": cast.hanneke.person, "to_person_id": None,
         "at": datetime.combine(day, time(12), tzinfo=clock.HOME)}]})  # fmt: skip
    details = found(cast, "coordinator_silent", clock.now())
    assert [date.fromisoformat(one["date"]) for one in details] == [day]


def test_of_another_client_a_client_does_not_read_that_it_is_they(cast: Cast) -> None:
    _waiting(cast, "birthday")
    with inside(cast.jannie.person, [cast.network]) as viewer:
        (row,) = [one for one in handful(cast.network) if one["kind"] == "birthday"]
        seat, people = viewer.seat(cast.network), faces(cast.network)
    row |= {"detail": {"date": "2026-11-30", "age": 12}, "about_id": cast.jannie.member}
    (own,) = show([row], seat=seat, people=people)
    assert own.why.startswith("U wordt 12 op")
    (other,) = show([row | {"about_id": cast.peter.member}], seat=seat, people=people)
    assert other.why.startswith("Peter wordt 12 op")


def _waiting(cast: Cast, *kinds_: str) -> None:
    """These wait in the network of the cast, the first the most serious."""
    now = clock.now()
    Bottleneck.objects.using("owner").bulk_create(
        Bottleneck(
            network_id=cast.network, kind=kind, lens=Lens.WHOLE, key="1", reach=Reach.LEADS,
            about_id=cast.network, subject=Subject.ARRANGEMENTS, since=now, opened_at=now,
            digest="", seriousness=9 - place, detail={"date": now.date().isoformat()},
        )
        for place, kind in enumerate(kinds_)
    )  # fmt: skip


def test_the_desk_shows_what_was_chosen_and_counts_what_stands_behind_a_link(
    cast: Cast, client_of: Any
) -> None:
    _waiting(cast, "no_first_contact", "no_coordinator", "plan_stale", "network_silent",
             "consent_review", "representation_review", "interim_ending")  # fmt: skip
    client = client_of(cast.hanneke)
    page = client.get(DESK).content.decode()
    # Its page shows five, of which three stand here.
    assert "Nog 2 bekijken" in page
    shown = client.get(f"/n/{cast.network}/aandacht/").content.decode()
    assert shown.count('<section class="panel"') == 5
    chosen = client.get(f"{DESK}?soort=interim_ending").content.decode()
    assert "Tijdelijk beslissen loopt af</span>" in chosen
    assert "Tijdelijk beslissen loopt af</span>" not in page
    assert chosen.count('class="desk-signal"') == 3
    assert "Nog 3 bekijken" in chosen


def test_calling_the_doctor_leads_to_where_the_numbers_are(cast: Cast, client_of: Any) -> None:
    one = late(cast)
    rows = Bottleneck.objects.using("owner").filter(id=one.id)
    rows.update(kind="medication_against_allergy", who=None, facts=[*one.facts, *one.facts])
    page = client_of(cast.hanneke).get(DESK).content.decode()
    button = next(part for part in page.split("<a ") if "Bel de huisarts of apotheek" in part)
    assert reverse("people", args=[cast.network]) in button


def test_all_networks_are_counted_of_all_networks(cast: Cast, client_of: Any) -> None:
    late(cast)
    other = cast.other
    assert other is not None
    row = cast.owner.execute("SELECT * FROM networks_member WHERE id = %s", [other.sofie.member])
    names = [column.name for column in row.description or ()]
    member = dict(zip(names, row.fetchone() or (), strict=True))
    member |= {"id": new_id(), "person_id": cast.hanneke.person, "first_contact": False}
    put(cast.owner, {"networks_member": [member]})
    client = client_of(cast.hanneke)
    page = client.get(DESK).content.decode()
    assert "1 van de 1 vragen om aandacht" in page
    assert "Alle (2)" in page
