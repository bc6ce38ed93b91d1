"""Nobody goes away while nobody else decides, or keeps the dossier: not even for one subject; and where
it cannot be refused, somebody takes over and all see that."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.base import clock, deciding
from zorgverband.control.models import Change
from zorgverband.journal.models import Event
from zorgverband.membership.actions import leave_network, remove
from zorgverband.membership.actions.remove import NobodyDecides, NobodyKeeps, PartUndecided
from zorgverband.networks.models import Role
from zorgverband.organisations.actions import leave_organisation
from zorgverband.organisations.actions.leave_organisation import KeepsDossier
from zorgverband.organisations.tests.working import employ
from zorgverband.people.models import Account
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from .doing import at, before, confirm, reads, send, words

Browser = Callable[..., Any]
Entered = Callable[..., Any]
ALL = tuple(Subject.values)
MEDICAL = tuple(one.value for one in Subject if one.medical)
REST = tuple(one.value for one in Subject if not one.medical)


def represented(cast: Cast, **by: Iterable[int]) -> None:
    """These of the cast decide for Jannie, each on these subjects."""
    cast.owner.execute(
        "INSERT INTO networks_control (id, network_id, client_id, state, ground, starts_at) "
        "VALUES (gen_random_uuid(), %s, %s, 'represented', '', now() - interval '1 day')",
        [cast.network, cast.jannie.member],
    )
    for name, subjects in by.items():
        cast.owner.execute(
            "INSERT INTO networks_representation (id, network_id, client_id, representative_id, "
            "ground, document, subjects, starts_at) VALUES (gen_random_uuid(), %s, %s, %s, "
            "'mentorship', '', %s, now() - interval '1 day')",
            [cast.network, cast.jannie.member, cast.people[name].member, list(subjects)],
        )


def leave(cast: Cast, who: Somebody) -> None:
    with inside(who.person, [cast.network]) as viewer:
        leave_network(seat=viewer.seat(cast.network), person=who.person)


def died(cast: Cast, client_of: Browser, keeper: Somebody) -> None:
    confirm(
        client_of(cast.hanneke), at("record_death", cast, client_id=cast.jannie.member),
        died_on=clock.today().isoformat(), keeper=str(keeper.member),
    )  # fmt: skip


def test_who_decides_alone_on_some_subjects_cannot_leave_while_others_stay(
    cast: Cast, client_of: Browser
) -> None:
    represented(cast, marijke=MEDICAL, peter=REST)
    for who in (cast.marijke, cast.peter):
        with pytest.raises(PartUndecided):
            leave(cast, who)
    answer = send(client_of(cast.marijke), at("leave_network", cast), seen="x")
    assert answer.status_code == 422
    assert "over een deel van de onderwerpen niemand meer" in words(answer)
    with pytest.raises(PartUndecided), inside(cast.hanneke.person, [cast.network]) as viewer:
        remove(seat=viewer.seat(cast.network), person=cast.hanneke.person,
               member=cast.peter.member)  # fmt: skip


def test_who_decides_on_nothing_that_others_do_not_may_leave(cast: Cast) -> None:
    represented(cast, marijke=MEDICAL, peter=ALL)
    with pytest.raises(PartUndecided):
        leave(cast, cast.peter)
    leave(cast, cast.marijke)
    with pytest.raises(NobodyDecides):
        leave(cast, cast.peter)


def test_the_same_during_the_days_in_which_the_coordinator_decides(
    cast: Cast, client_of: Browser
) -> None:
    represented(cast, marijke=MEDICAL, peter=REST)
    confirm(
        client_of(cast.hanneke), at("take_interim", cast, client_id=cast.jannie.member),
        ground="cannot", reason="Niemand is nu te bereiken.", days="3",
    )  # fmt: skip
    for who in (cast.marijke, cast.peter):
        with pytest.raises(PartUndecided):
            leave(cast, who)


def test_of_two_who_decide_and_leave_at_once_one_stays(cast: Cast) -> None:
    represented(cast, marijke=ALL, peter=ALL)
    with inside(cast.peter.person, [cast.network]) as viewer:
        before(cast, cast.marijke, lambda who, seat: leave_network(seat=seat, person=who.person))
        with pytest.raises(NobodyDecides):
            leave_network(seat=viewer.seat(cast.network), person=cast.peter.person)


def test_who_decides_alone_on_some_subjects_does_not_stop_doing_so(
    cast: Cast, client_of: Browser
) -> None:
    represented(cast, marijke=MEDICAL, peter=REST)
    row = cast.owner.execute(
        "SELECT id FROM networks_representation WHERE representative_id = %s", [cast.marijke.member]
    ).fetchone()
    assert row is not None
    place = at("stop_representing", cast, client_id=cast.jannie.member, representation_id=row[0])
    answer = send(client_of(cast.marijke), place, seen="x")
    assert answer.status_code == 422
    assert "over een deel van de onderwerpen niemand meer" in words(answer)
    cast.owner.execute(
        "UPDATE networks_representation SET subjects = %s WHERE representative_id = %s",
        [list(ALL), cast.peter.member],
    )
    confirm(client_of(cast.marijke), place)


def test_a_paper_that_says_medical_gives_the_social_side_no_say_in_it(cast: Cast) -> None:
    represented(cast, marijke=MEDICAL, linda=ALL)
    with pytest.raises(PartUndecided):
        leave(cast, cast.marijke)


def practice_of(cast: Cast, who: Somebody) -> Any:
    return Role.objects.using("owner").get(member_id=who.member).organisation_id


def test_who_leaves_the_organisation_hands_back_and_all_see_it(
    cast: Cast, entered: Entered, client_of: Browser
) -> None:
    represented(cast, anouk=ALL)
    practice = practice_of(cast, cast.anouk)
    employ(cast, practice, cast.anouk)
    with entered(cast.anouk):
        leave_organisation(organisation=practice, person=cast.anouk.person)
    with entered(cast.jannie):
        (one,) = deciding.standings(cast.network)
        assert (one.state, list(one.deciders)) == ("self", [cast.jannie.member])
    changed = Change.objects.using("owner").filter(network_id=cast.network, what="stopped")
    assert [one.member_id for one in changed] == [cast.anouk.member]
    told = Event.objects.using("owner").filter(network_id=cast.network, verb="control_stopped")
    assert {one.to_person_id for one in told} == {cast.jannie.person, cast.hanneke.person}
    page = words(client_of(cast.jannie).get(at("who_decides", cast)))
    assert "U beslist zelf." in page
    assert "Anouk Visser beslist niet meer voor de cliënt." in page


def test_a_coordinator_who_leaves_the_organisation_decides_for_no_days_more(
    cast: Cast, entered: Entered, client_of: Browser
) -> None:
    confirm(
        client_of(cast.hanneke), at("take_interim", cast, client_id=cast.jannie.member),
        ground="cannot", reason="Niemand is nu te bereiken.", days="3",
    )  # fmt: skip
    practice = practice_of(cast, cast.hanneke)
    employ(cast, practice, cast.hanneke)
    with entered(cast.hanneke):
        leave_organisation(organisation=practice, person=cast.hanneke.person)
    with entered(cast.jannie):
        (one,) = deciding.standings(cast.network)
        assert (one.state, list(one.deciders)) == ("self", [cast.jannie.member])


def test_who_keeps_the_dossier_alone_goes_by_no_way(
    cast: Cast, entered: Entered, client_of: Browser
) -> None:
    practice = practice_of(cast, cast.anouk)
    employ(cast, practice, cast.anouk)
    died(cast, client_of, cast.anouk)
    with pytest.raises(NobodyKeeps):
        leave(cast, cast.anouk)
    answer = send(client_of(cast.anouk), at("leave_network", cast), seen="x")
    assert "bewaart niemand meer het dossier" in words(answer)
    with entered(cast.anouk), pytest.raises(KeepsDossier):
        leave_organisation(organisation=practice, person=cast.anouk.person)
    stopped = send(client_of(cast.anouk), reverse("stop_account"), meant="1")
    assert stopped.status_code == 422
    assert Account.objects.get(person_id=cast.anouk.person).is_active


def test_the_keeper_gives_the_dossier_to_another_and_may_go(cast: Cast, client_of: Browser) -> None:
    cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke, body="Laatste foto.")
    died(cast, client_of, cast.anouk)
    place = at("keep_access", cast, client_id=cast.jannie.member)
    anouk = client_of(cast.anouk)
    for wrong in (cast.ria, cast.anouk):
        refused = send(anouk, place, member=str(wrong.member), ground="keeper")
        assert "Kies voor het bewaren iemand anders van de zorg" in words(refused)
    confirm(anouk, place, member=str(cast.hanneke.member), ground="keeper")
    hanneke = client_of(cast.hanneke)
    assert reads(hanneke, cast, "Laatste foto.")
    assert "Hanneke Smit bewaart nu het dossier." in words(hanneke.get(at("who_decides", cast)))
    assert anouk.get(at("news", cast)).status_code == 404
    with inside(cast.hanneke.person, [cast.network]):
        assert deciding.keeps(cast.jannie.member)
        assert Item.objects.filter(body="Laatste foto.").exists()


def test_who_decides_alone_for_another_does_not_stop_their_account(
    cast: Cast, client_of: Browser
) -> None:
    represented(cast, peter=ALL)
    peter, stop = client_of(cast.peter), reverse("stop_account")
    answer = send(peter, stop, meant="1")
    assert answer.status_code == 422
    assert "U beslist als enige voor iemand anders" in words(answer)
    assert Account.objects.get(person_id=cast.peter.person).is_active
    cast.owner.execute(
        "UPDATE networks_control SET ends_at = now() WHERE network_id = %s", [cast.network]
    )
    assert send(peter, stop, meant="1").status_code == 302
    assert not Account.objects.get(person_id=cast.peter.person).is_active
