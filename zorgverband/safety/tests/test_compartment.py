"""Safety compartments: who makes one, who reads in it, and that it is not there for anybody else."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import Error
from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.doors.world import add
from zorgverband.base import clock
from zorgverband.journal.models import Event, Look
from zorgverband.networks.models import Member
from zorgverband.people.models import Organisation, Team, TeamPerson
from zorgverband.safety.models import Opening
from zorgverband.sharing.models import Compartment, CompartmentMember, Item
from zorgverband.sharing.subjects import Subject

Client = Callable[..., Any]
SUSPICION = "Blauwe plekken, en mevrouw durft niets te zeggen."


def at(cast: Cast, name: str, **parts: Any) -> str:
    return reverse(name, kwargs={"network_id": cast.network, **parts})


def send(browser: Any, address: str, **words: Any) -> Any:
    return browser.post(address, {"key": uuid4().hex, **words})


def made(cast: Cast, client_of: Client, *named: Somebody) -> tuple[Any, UUID]:
    """The GP makes one, with these named: her browser, and its id."""
    anouk = client_of(cast.anouk)
    answer = send(anouk, at(cast, "make_compartment"), about=str(cast.jannie.member),
                  title="Zorgen", member=[str(one.member) for one in named])  # fmt: skip
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    row = Compartment.objects.using("owner").get(network_id=cast.network)
    return anouk, row.id


def written(cast: Cast, browser: Any, compartment: UUID, subject: Subject = Subject.DAY) -> UUID:
    answer = send(browser, at(cast, "write_inside", compartment_id=compartment), body=SUSPICION,
                  subject=subject.value)  # fmt: skip
    assert answer.status_code == 302
    items = Item.objects.using("owner").filter(compartment_id=compartment)
    return items.latest("created_at").id


@pytest.mark.slow
def test_the_named_read_write_and_answer_and_nobody_else_finds_anything(
    cast: Cast, client_of: Client
) -> None:
    anouk, one = made(cast, client_of, cast.fatima)
    item = written(cast, anouk, one)
    fatima = client_of(cast.fatima)
    page = fatima.get(at(cast, "compartment", compartment_id=one))
    assert SUSPICION in page.content.decode()
    assert send(fatima, at(cast, "reply", item_id=item), body="Gezien.").status_code == 302
    assert SUSPICION in fatima.get(at(cast, "search") + "?q=plekken").content.decode()
    for who in ("jannie", "marijke", "peter", "ria", "hanneke", "linda", "joost"):
        browser = client_of(cast.people[who])
        assert browser.get(at(cast, "compartment", compartment_id=one)).status_code == 404
        assert browser.get(at(cast, "item", item_id=item)).status_code == 404
        assert SUSPICION not in browser.get(at(cast, "search") + "?q=plekken").content.decode()
        assert SUSPICION not in browser.get(at(cast, "news")).content.decode()


def test_it_does_not_stand_among_the_news_of_who_is_named_either(
    cast: Cast, client_of: Client
) -> None:
    anouk, one = made(cast, client_of, cast.fatima)
    written(cast, anouk, one)
    assert SUSPICION not in client_of(cast.fatima).get(at(cast, "news")).content.decode()


def test_the_social_side_reads_nothing_medical_in_it(cast: Cast, client_of: Client) -> None:
    anouk, one = made(cast, client_of, cast.linda)
    written(cast, anouk, one, Subject.HEALTH)
    linda = client_of(cast.linda)
    page = linda.get(at(cast, "compartment", compartment_id=one)).content.decode()
    assert "Zorgen" in page
    assert SUSPICION not in page
    written(cast, anouk, one, Subject.DAY)
    page = linda.get(at(cast, "compartment", compartment_id=one)).content.decode()
    assert page.count(SUSPICION) == 1


@pytest.mark.parametrize("who", ["jannie", "marijke", "ria"])
def test_client_and_family_make_none_and_have_no_page_for_it(
    cast: Cast, client_of: Client, who: str
) -> None:
    browser = client_of(cast.people[who])
    assert browser.get(at(cast, "compartments")).status_code == 404
    answer = send(browser, at(cast, "make_compartment"), about=str(cast.jannie.member), title="X")
    assert answer.status_code == 404
    assert "Afgeschermde ruimte" not in browser.get(at(cast, "more")).content.decode()
    assert not Compartment.objects.using("owner").filter(network_id=cast.network).exists()


def test_making_one_asks_who_it_is_again(cast: Cast) -> None:
    from tests.visitor import signed_in

    stale = signed_in(cast.anouk.person, proven=601)
    assert stale.get(at(cast, "make_compartment")).status_code == 302
    assert signed_in(cast.anouk.person).get(at(cast, "make_compartment")).status_code == 200


def test_only_who_is_there_for_their_work_is_named(cast: Cast, client_of: Client) -> None:
    anouk = client_of(cast.anouk)
    answer = send(anouk, at(cast, "make_compartment"), about=str(cast.jannie.member),
                  title="Zorgen", member=[str(cast.marijke.member)])  # fmt: skip
    assert answer.status_code == 422
    anouk, one = made(cast, client_of)
    answer = send(anouk, at(cast, "widen_compartment", compartment_id=one),
                  member=str(cast.marijke.member))  # fmt: skip
    assert answer.status_code == 422
    answer = send(anouk, at(cast, "widen_compartment", compartment_id=one),
                  member=str(cast.hanneke.member))  # fmt: skip
    assert answer.status_code == 302
    assert CompartmentMember.objects.using("owner").filter(compartment_id=one).count() == 2


def test_who_is_named_hears_of_it_and_nobody_else(cast: Cast, client_of: Client) -> None:
    anouk, one = made(cast, client_of, cast.fatima)
    item = written(cast, anouk, one)
    events = Event.objects.using("owner").filter(network_id=cast.network)
    named = events.filter(verb="compartment_named").values_list("to_person_id", flat=True)
    assert set(named) == {cast.fatima.person, cast.sanne.person}
    assert set(events.values_list("item_id", flat=True)) == {None, item}


def veilig_thuis() -> tuple[UUID, UUID]:
    """A team nobody here works with, and somebody in it."""
    from tests.cast import gather  # noqa: F401
    from zorgverband.base.ids import new_id
    from zorgverband.people.models import Account, Person

    organisation = add(Organisation(id=new_id(), name="Veilig Thuis", kind="welfare"))
    team = add(Team(id=new_id(), organisation_id=organisation, name=f"VT {new_id().hex[-6:]}"))
    person = add(Person(id=new_id(), given_name="Ilse", family_name="Zomer"))
    add(Account(id=new_id(), person_id=person, email=f"ilse.{person.hex[-9:]}@voorbeeld.test",
                password="!", is_active=True))  # fmt: skip
    add(TeamPerson(id=new_id(), team_id=team, person_id=person, function="social_worker",
                   starts_at=datetime.now(UTC) - timedelta(days=3)))  # fmt: skip
    return team, person


def joined_inside(cast: Cast, client_of: Client) -> tuple[Any, UUID, UUID, UUID]:
    """The GP's browser, the compartment, the team and its person."""
    team, ilse = veilig_thuis()
    anouk, one = made(cast, client_of)
    answer = send(anouk, at(cast, "admit_inside", compartment_id=one, team_id=team),
                  function="social_worker")  # fmt: skip
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    return anouk, one, team, ilse


def test_a_team_joins_inside_reads_only_that_and_only_the_named_see_it(
    cast: Cast, client_of: Client
) -> None:
    anouk, one, _team, ilse = joined_inside(cast, client_of)
    home = cast.item(about=cast.jannie, subject=Subject.HOME, author=cast.fatima, body="Dakgoot.")
    item = written(cast, anouk, one)
    browser = client_of(ilse)
    assert SUSPICION in browser.get(at(cast, "compartment", compartment_id=one)).content.decode()
    assert browser.get(at(cast, "item", item_id=item)).status_code == 200
    assert browser.get(at(cast, "item", item_id=home)).status_code == 404
    written(cast, browser, one)
    assert "VT " in anouk.get(at(cast, "people")).content.decode()
    for who in ("jannie", "marijke", "hanneke", "linda", "fatima"):
        text = client_of(cast.people[who]).get(at(cast, "people")).content.decode()
        assert "VT " not in text
        assert "Ilse" not in text


def test_who_takes_part_inside_writes_nowhere_else_and_does_not_look_in_need(
    cast: Cast, client_of: Client, entered: Any
) -> None:
    from zorgverband.sharing.actions import share
    from zorgverband.sharing.actions.share import MayNotWrite

    _anouk, _one, _team, ilse = joined_inside(cast, client_of)
    said: dict[str, Any] = {
        "about": cast.jannie.member, "subject": Subject.DAY, "kind": "note", "body": "Open.",
    }  # fmt: skip
    with pytest.raises(MayNotWrite), entered(ilse, cast.network) as viewer:
        share(seat=viewer.seat(cast.network), person=ilse, **said)
    # Past the action, the lock says the same.
    with pytest.raises(Error), entered(ilse, cast.network) as viewer:
        share(seat=replace(viewer.seat(cast.network), inside=False), person=ilse, **said)
    told = {"about": str(cast.jannie.member), "subject": str(Subject.DAY.value), "body": "Open."}
    assert send(client_of(ilse), at(cast, "write"), circle="everyone", **told).status_code == 403
    answer = send(client_of(ilse), at(cast, "open_emergency", about_id=cast.jannie.member),
                  reason="Ik wil het graag weten.")  # fmt: skip
    assert answer.status_code == 404  # the social side; and of care:
    Member.objects.using("owner").filter(network_id=cast.network, team__isnull=False).exclude(
        id=cast.fatima.member
    ).update(side="care")
    answer = send(client_of(ilse), at(cast, "open_emergency", about_id=cast.jannie.member),
                  reason="Ik wil het graag weten.")  # fmt: skip
    assert answer.status_code == 403


def test_who_leads_adds_the_same_team_openly_without_noticing_and_it_stays_named(
    cast: Cast, client_of: Client
) -> None:
    anouk, one, team, ilse = joined_inside(cast, client_of)
    written(cast, anouk, one)
    hanneke = client_of(cast.hanneke)
    form = at(cast, "add_team", team_id=team)
    shown = hanneke.get(form + "?function=social_worker").content.decode()
    (seen,) = re.findall(r'name="seen" value="(\w+)"', shown)
    answer = hanneke.post(form, {"function": "social_worker", "seen": seen, "key": "k"})
    assert answer.status_code == 302
    told = Event.objects.using("owner").filter(network_id=cast.network, verb="new_kind")
    assert told.exists()
    browser = client_of(ilse)
    assert SUSPICION in browser.get(at(cast, "compartment", compartment_id=one)).content.decode()
    home = cast.item(about=cast.jannie, subject=Subject.HOME, author=cast.fatima)
    assert browser.get(at(cast, "item", item_id=home)).status_code == 200


def looked_inside(cast: Cast, client_of: Client) -> tuple[Any, UUID, UUID]:
    anouk, one = made(cast, client_of, cast.fatima)
    item = written(cast, anouk, one)
    client_of(cast.fatima).get(at(cast, "compartment", compartment_id=one))
    return anouk, one, item


def lines(cast: Cast, entered: Any, who: Somebody, item: UUID) -> int:
    with entered(who):
        return Look.objects.filter(items__contains=[item]).count()


def test_the_log_of_it_opens_to_the_client_at_the_recorded_moment_and_to_nobody_who_represents(
    cast: Cast, client_of: Client, entered: Any, owner: Any
) -> None:
    from zorgverband.base.ids import new_id

    add_rows = {"client_id": cast.jannie.member, "ground": "authorisation", "document": ""}
    owner.execute(
        "INSERT INTO networks_representation (id, network_id, client_id, representative_id, ground,"
        " document, subjects, starts_at) VALUES (%s, %s, %s, %s, %s, '',"
        " '{1,2,3,4,5,6,7,8,9,10,11,12,13,14,15}', now() - interval '1 day')",
        [new_id(), cast.network, add_rows["client_id"], cast.marijke.member, "authorisation"],
    )
    anouk, one, item = looked_inside(cast, client_of)
    assert lines(cast, entered, cast.jannie, item) == lines(cast, entered, cast.marijke, item) == 0
    form = at(cast, "open_log", compartment_id=one)
    tomorrow = (clock.today() + timedelta(days=1)).isoformat()
    assert send(anouk, form, day="2020-01-01", note="Team").status_code == 422
    assert send(anouk, form, day=tomorrow, note="").status_code == 422
    assert send(anouk, form, day=tomorrow, note="Besluit van het team.").status_code == 302
    assert lines(cast, entered, cast.jannie, item) == 0
    opening = Opening.objects.using("owner").get(compartment_id=one)
    owner.execute("UPDATE safety_opening SET opens_at = now() WHERE id = %s", [opening.id])
    assert lines(cast, entered, cast.jannie, item) >= 2
    assert lines(cast, entered, cast.marijke, item) == 0
    back = at(cast, "withdraw_opening", compartment_id=one, opening_id=opening.id)
    assert send(anouk, back).status_code == 409
    # What was written stays closed, also then.
    assert client_of(cast.jannie).get(at(cast, "item", item_id=item)).status_code == 404


def test_an_opening_that_did_not_come_yet_can_be_taken_back(cast: Cast, client_of: Client) -> None:
    anouk, one = made(cast, client_of)
    day = (clock.today() + timedelta(days=9)).isoformat()
    send(anouk, at(cast, "open_log", compartment_id=one), day=day, note="Team.")
    opening = Opening.objects.using("owner").get(compartment_id=one)
    back = at(cast, "withdraw_opening", compartment_id=one, opening_id=opening.id)
    assert send(client_of(cast.hanneke), back).status_code == 404
    assert send(anouk, back).status_code == 302
    opening.refresh_from_db(using="owner")
    assert opening.withdrawn_at is not None


def test_once_closed_it_stays_readable_and_nothing_more_is_written(
    cast: Cast, client_of: Client, entered: Any
) -> None:
    from zorgverband.sharing.actions import share

    anouk, one = made(cast, client_of, cast.fatima)
    item = written(cast, anouk, one)
    form = at(cast, "close_compartment", compartment_id=one)
    assert send(client_of(cast.hanneke), form, note="Zomaar.").status_code == 404
    assert send(anouk, form, note="").status_code == 422
    assert send(anouk, form, note="Besproken en geregeld.").status_code == 302
    page = client_of(cast.fatima).get(at(cast, "compartment", compartment_id=one))
    assert SUSPICION in page.content.decode()
    answer = send(anouk, at(cast, "write_inside", compartment_id=one), body="Nog iets.",
                  subject=Subject.DAY.value)  # fmt: skip
    assert answer.status_code == 409
    answer = send(client_of(cast.fatima), at(cast, "reply", item_id=item), body="Nog iets.")
    assert answer.status_code == 409
    with pytest.raises(Error), entered(cast.anouk) as viewer:
        share(seat=viewer.seat(cast.network), person=cast.anouk.person, kind="note",
              about=cast.jannie.member, subject=Subject.DAY, body="Nog iets.",
              compartment=one)  # fmt: skip
