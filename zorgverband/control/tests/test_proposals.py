"""A helper prepares and the client says yes; a household and a child of thirteen decide together."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError

from tests.cast import Cast
from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.control.models import Proposal
from zorgverband.sharing.actions import change_audience
from zorgverband.sharing.actions.together import NotAlone
from zorgverband.sharing.models import Item, Permission
from zorgverband.sharing.subjects import Subject

from .doing import at, born, confirm, reads, seen, send, words

Browser = Callable[..., Any]
Entered = Callable[..., Any]


def proposed(cast: Cast) -> Proposal:
    return Proposal.objects.using("owner").filter(network_id=cast.network).latest("created_at")


def propose(client: Any, cast: Cast, about: UUID, subject: Subject, reading: str = "past") -> None:
    """Through the page where reading is chosen, which says that another must agree."""
    address = at("change_permission", cast, about_id=about, member_id=cast.ria.member,
                 subject=subject.value)  # fmt: skip
    chosen = client.get(address, {"read": reading, "write": ""})
    assert chosen.status_code == 302, words(chosen)
    shown = client.get(chosen.headers["Location"])
    assert "Dit voorstellen?" in words(shown)
    sent = send(client, chosen.headers["Location"].split("?")[0], read=reading, write="")
    assert sent.status_code == 302, words(sent)


def test_a_helper_prepares_and_the_client_says_yes(cast: Cast, client_of: Browser) -> None:
    cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke, body="Taart gebakken.")
    jannie, marijke = client_of(cast.jannie), client_of(cast.marijke)
    confirm(
        jannie, at("support", cast, client_id=cast.jannie.member), helper=str(cast.marijke.member)
    )
    assert "Marijke de Wit helpt u daarbij" in words(jannie.get(at("who_decides", cast)))
    propose(marijke, cast, cast.jannie.member, Subject.DAY)
    assert not reads(client_of(cast.ria), cast, "Taart gebakken.")
    place = at("proposal", cast, proposal_id=proposed(cast).id)
    page = words(jannie.get(place))
    assert "Marijke de Wit stelt iets voor" in page
    assert "Ria Bos leest over: Dagelijks leven, ook wat er al staat." in page
    assert "1 eerder bericht wordt zichtbaar voor Ria Bos." in page
    confirm(jannie, place)
    assert reads(client_of(cast.ria), cast, "Taart gebakken.")


def test_who_left_helps_nobody(cast: Cast, client_of: Browser) -> None:
    jannie = client_of(cast.jannie)
    confirm(
        jannie, at("support", cast, client_id=cast.jannie.member), helper=str(cast.marijke.member)
    )
    cast.end(cast.marijke)
    for name in ("who_decides", "today"):
        shown = words(jannie.get(at(name, cast)))
        assert "helpt u daarbij" not in shown
    assert "U beslist zelf." in words(jannie.get(at("who_decides", cast)))


def test_after_a_no_nothing_changes(cast: Cast, client_of: Browser) -> None:
    cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke, body="Taart gebakken.")
    jannie = client_of(cast.jannie)
    confirm(
        jannie, at("support", cast, client_id=cast.jannie.member), helper=str(cast.marijke.member)
    )
    propose(client_of(cast.marijke), cast, cast.jannie.member, Subject.DAY)
    send(jannie, at("decline_proposal", cast, proposal_id=proposed(cast).id))
    assert not reads(client_of(cast.ria), cast, "Taart gebakken.")


def test_what_is_about_somebody_who_left_can_still_get_a_no(cast: Cast, client_of: Browser) -> None:
    jannie = client_of(cast.jannie)
    confirm(
        jannie, at("support", cast, client_id=cast.jannie.member), helper=str(cast.marijke.member)
    )
    propose(client_of(cast.marijke), cast, cast.jannie.member, Subject.DAY)
    cast.end(cast.ria)
    place = at("proposal", cast, proposal_id=proposed(cast).id)
    shown = jannie.get(place)
    assert shown.status_code == 200
    assert "Dit kan niet" in words(shown)
    assert send(jannie, place, seen="0" * 32).status_code == 404
    assert proposed(cast).state == "open"
    declined = at("decline_proposal", cast, proposal_id=proposed(cast).id)
    assert declined in shown.content.decode()
    assert send(jannie, declined).status_code == 302
    assert proposed(cast).state == "declined"


def test_who_does_not_help_cannot_propose(cast: Cast, client_of: Browser) -> None:
    address = at("propose_permission", cast, about_id=cast.jannie.member,
                 member_id=cast.ria.member, subject=6)  # fmt: skip
    for who in (cast.marijke, cast.linda, cast.ria):
        assert send(client_of(who), address, read="past").status_code == 404


def test_a_helper_withdraws_a_proposal(cast: Cast, client_of: Browser) -> None:
    jannie, marijke = client_of(cast.jannie), client_of(cast.marijke)
    confirm(
        jannie, at("support", cast, client_id=cast.jannie.member), helper=str(cast.marijke.member)
    )
    propose(marijke, cast, cast.jannie.member, Subject.DAY)
    place = at("withdraw_proposal", cast, proposal_id=proposed(cast).id)
    assert send(jannie, place).status_code == 404
    assert send(marijke, place).status_code == 302
    answer = send(jannie, at("decline_proposal", cast, proposal_id=proposed(cast).id))
    assert answer.status_code == 409


def test_a_world_that_changed_is_shown_anew_before_a_yes(cast: Cast, client_of: Browser) -> None:
    jannie = client_of(cast.jannie)
    confirm(
        jannie, at("support", cast, client_id=cast.jannie.member), helper=str(cast.marijke.member)
    )
    propose(client_of(cast.marijke), cast, cast.jannie.member, Subject.DAY)
    place = at("proposal", cast, proposal_id=proposed(cast).id)
    mark = seen(jannie.get(place))
    cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke, body="Nog iets.")
    answer = send(jannie, place, seen=mark)
    assert answer.status_code == 409
    assert proposed(cast).state == "open"


@pytest.fixture
def couple(cast: Cast) -> Cast:
    """Peter is a client too: two adults decide on the household."""
    cast.owner.execute(
        "UPDATE networks_member SET side = 'client' WHERE id = %s", [cast.peter.member]
    )
    return cast


def test_a_household_opens_only_with_both(
    couple: Cast, client_of: Browser, entered: Entered
) -> None:
    cast = couple
    cast.item(about=cast.network, subject=Subject.HOME, author=cast.jannie, body="Het dak lekt.")
    with pytest.raises(DatabaseError), entered(cast.jannie):
        Permission.objects.filter(
            member_id=cast.ria.member, about_id=cast.network, subject=Subject.HOME
        ).update(can_read=True, past=True)
    propose(client_of(cast.jannie), cast, cast.network, Subject.HOME)
    assert not reads(client_of(cast.ria), cast, "Het dak lekt.")
    confirm(client_of(cast.peter), at("proposal", cast, proposal_id=proposed(cast).id))
    assert reads(client_of(cast.ria), cast, "Het dak lekt.")


def test_one_of_a_household_closes_alone(
    couple: Cast, client_of: Browser, entered: Entered
) -> None:
    cast = couple
    cast.permit(cast.ria, Subject.HOME, about=cast.network, read=True, past=True)
    cast.item(about=cast.network, subject=Subject.HOME, author=cast.peter, body="Het dak lekt.")
    assert reads(client_of(cast.ria), cast, "Het dak lekt.")
    address = at("change_permission", cast, about_id=cast.network, member_id=cast.ria.member,
                 subject=Subject.HOME.value)  # fmt: skip
    shown = client_of(cast.jannie).get(address, {"read": "none", "write": ""})
    assert shown.status_code == 200, words(shown)
    send(client_of(cast.jannie), address, read="none", write="", seen=seen(shown))
    assert not reads(client_of(cast.ria), cast, "Het dak lekt.")


@pytest.fixture
def thirteen(cast: Cast) -> Cast:
    """Jannie is thirteen, and Marijke has authority over her."""
    born(cast, cast.jannie, clock.today() - timedelta(days=13 * 366))
    cast.owner.execute(
        "INSERT INTO networks_authority (id, network_id, child_id, parent_id, starts_at) "
        "VALUES (%s, %s, %s, %s, now() - interval '1 year')",
        [new_id(), cast.network, cast.jannie.member, cast.marijke.member],
    )
    return cast


@pytest.mark.parametrize(("first", "second"), [("jannie", "marijke"), ("marijke", "jannie")])
def test_what_is_medical_of_a_child_of_thirteen_opens_with_child_and_parent(
    thirteen: Cast, client_of: Browser, first: str, second: str
) -> None:
    cast = thirteen
    cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.anouk, body="Hoofdpijn.")
    propose(client_of(cast.people[first]), cast, cast.jannie.member, Subject.HEALTH)
    assert not reads(client_of(cast.ria), cast, "Hoofdpijn.")
    confirm(client_of(cast.people[second]), at("proposal", cast, proposal_id=proposed(cast).id))
    assert reads(client_of(cast.ria), cast, "Hoofdpijn.")


def test_what_is_not_medical_a_child_of_thirteen_opens_alone(
    thirteen: Cast, client_of: Browser
) -> None:
    address = at("change_permission", thirteen, about_id=thirteen.jannie.member,
                 member_id=thirteen.ria.member, subject=Subject.DAY.value)  # fmt: skip
    assert client_of(thirteen.jannie).get(address, {"read": "past", "write": ""}).status_code == 200


def test_one_message_opens_with_both_too(thirteen: Cast, client_of: Browser) -> None:
    cast = thirteen
    item = cast.item(
        about=cast.jannie, subject=Subject.HEALTH, author=cast.anouk, body="Hoofdpijn."
    )
    jannie = client_of(cast.jannie)
    asked = jannie.get(at("share_with", cast, item_id=item, member_id=cast.ria.member))
    assert asked.status_code == 302
    send(jannie, asked.headers["Location"])
    confirm(client_of(cast.marijke), at("proposal", cast, proposal_id=proposed(cast).id))
    assert reads(client_of(cast.ria), cast, "Hoofdpijn.")


def test_the_social_side_never_sees_a_medical_proposal(
    thirteen: Cast, client_of: Browser, entered: Entered
) -> None:
    cast = thirteen
    cast.owner.execute(
        "UPDATE networks_member SET coordinator = true WHERE id = %s", [cast.linda.member]
    )
    propose(client_of(cast.jannie), cast, cast.jannie.member, Subject.HEALTH)
    propose_id = proposed(cast).id
    assert (
        client_of(cast.linda).get(at("proposal", cast, proposal_id=propose_id)).status_code == 404
    )
    with entered(cast.linda):
        assert not Proposal.objects.exists()
    with entered(cast.marijke):
        assert Proposal.objects.exists()


def test_more_readers_of_one_message_need_both_and_fewer_need_nobody(
    thirteen: Cast, client_of: Browser, entered: Entered
) -> None:
    cast = thirteen
    cast.permit(cast.ria, Subject.HEALTH, about=cast.jannie, read=True, past=True)
    item = cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.anouk, body="Hoofdpijn.",
                     audience=[cast.jannie.member, cast.marijke.member])  # fmt: skip
    jannie = client_of(cast.jannie)
    wider = [cast.jannie.member, cast.marijke.member, cast.ria.member]
    with pytest.raises(DatabaseError), entered(cast.jannie):
        Item.objects.filter(id=item).update(audience=wider)
    with pytest.raises(DatabaseError), entered(cast.jannie):
        Item.objects.filter(id=item).update(audience=None)
    with pytest.raises(NotAlone), entered(cast.jannie) as viewer:
        change_audience(seat=viewer.seat(cast.network), person=cast.jannie.person, item=item,
                        audience=wider, circle="own")  # fmt: skip
    # Through the page, which says that another must agree.
    chosen = {"circle": "own", "member": [str(one) for one in wider]}
    asked = jannie.get(at("choose_readers", cast, item_id=item), chosen)
    assert asked.status_code == 302, words(asked)
    page = words(jannie.get(asked.headers["Location"]))
    assert "Dit voorstellen?" in page
    assert "Ria Bos" in page
    place = at("propose_audience", cast, item_id=item)
    assert send(jannie, place, **chosen).status_code == 302
    assert not reads(client_of(cast.ria), cast, "Hoofdpijn.")
    confirm(client_of(cast.marijke), at("proposal", cast, proposal_id=proposed(cast).id))
    assert reads(client_of(cast.ria), cast, "Hoofdpijn.")
    # The control: fewer is for one alone.
    with entered(cast.jannie):
        assert Item.objects.filter(id=item).update(audience=wider[:2]) == 1


def test_an_objection_is_withdrawn_with_both_and_made_alone(
    thirteen: Cast, client_of: Browser, entered: Entered
) -> None:
    cast = thirteen
    cast.permit(cast.ria, Subject.HEALTH, about=cast.jannie, read=True, past=True)
    item = cast.item(
        about=cast.jannie, subject=Subject.HEALTH, author=cast.anouk, body="Hoofdpijn."
    )
    jannie, there = client_of(cast.jannie), {"item_id": item, "member_id": cast.ria.member}
    address = at("object_to", cast, **there)
    shown = jannie.get(address)
    send(jannie, address, seen=seen(shown))
    assert not reads(client_of(cast.ria), cast, "Hoofdpijn.")
    with pytest.raises(DatabaseError), entered(cast.jannie):
        Item.objects.filter(id=item).update(denied=[])
    asked = jannie.get(at("withdraw_objection", cast, **there))
    assert asked.status_code == 302
    assert "Het bezwaar tegen Ria Bos bij dit bericht stopt." in words(
        jannie.get(asked.headers["Location"])
    )
    send(jannie, asked.headers["Location"].split("?")[0], end="1")
    marijke = client_of(cast.marijke)
    place = at("proposal", cast, proposal_id=proposed(cast).id)
    assert "Het bezwaar tegen Ria Bos bij één bericht stopt." in words(marijke.get(place))
    confirm(marijke, place)
    assert reads(client_of(cast.ria), cast, "Hoofdpijn.")


def test_of_who_decides_alone_an_objection_is_withdrawn_alone(
    cast: Cast, client_of: Browser
) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke, body="Taart.",
                     denied=[cast.ria.member])  # fmt: skip
    address = at("withdraw_objection", cast, item_id=item, member_id=cast.ria.member)
    assert client_of(cast.jannie).get(address).status_code == 200
