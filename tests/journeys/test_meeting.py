"""A whole meeting with six people in six browsers and one who is not there: from an open bottleneck to
accepted agreements and minutes of which each reads their part. A connection that drops loses nothing."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.cast import Cast
from tests.running import Site
from tests.visitor import inside, signed_in
from zorgverband.agreements.actions import ask_agreement
from zorgverband.agreements.models import Agreement
from zorgverband.bottlenecks.models import Bottleneck
from zorgverband.meetings.models import Note, Point, Presence
from zorgverband.meetings.tests.calling import brought, called, page
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from .walking import DESK, PHONE, listening, requests_of

pytestmark = pytest.mark.browser
SIX = ("jannie", "marijke", "anouk", "fatima", "linda", "hanneke")
MONEY, WOUND = "Geld voor de lift", "Kraanlek aan de wond"
LATER = "Zij durft de trap niet meer op"


def note(screen: Any, words: str, kind: str) -> None:
    """Type it and tap what it is."""
    screen.get_by_label("Opschrijven bij punt").fill(words)
    screen.get_by_role("button", name=kind, exact=True).click()


def agree(screen: Any, what: str, who: str) -> None:
    """Make an agreement of a note: only who does it is asked."""
    screen.get_by_role("link", name=f"Een afspraak van maken: {what}").click()
    screen.get_by_label("Wie doet dit?").select_option(label=who)
    screen.get_by_role("button", name="Vragen").click()
    screen.wait_for_url("**/nu/**")


def everywhere(screens: dict[str, Any], words: str, but: tuple[str, ...] = ()) -> None:
    """Wait until it stands on every open page, without a page being loaded again by hand."""
    for key, screen in screens.items():
        if key not in but:
            screen.locator("#now").get_by_text(words).first.wait_for(timeout=20_000)


def in_minutes(cast: Cast, key: str, meeting: UUID) -> str:
    """What stands between the head and foot of somebody's minutes."""
    answer = signed_in(cast.people[key].person).get(page("minutes", cast, meeting_id=meeting))
    return str(answer.content.decode().split("<main")[1].split("</main")[0])


def open_bottleneck(cast: Cast) -> None:
    """Something was asked of the GP, and nobody answers."""
    with inside(cast.hanneke.person, (cast.network,)) as viewer:
        made = ask_agreement(
            seat=viewer.seat(cast.network), person=cast.hanneke.person, about=cast.jannie.member,
            subject=Subject.ARRANGEMENTS, executor=cast.anouk.member, what="Valrisico bekijken",
        )  # fmt: skip
    since = datetime.now(UTC) - timedelta(days=3)
    row = Bottleneck(
        network_id=cast.network, kind="agreement_unaccepted", key=str(made.item_id), digest="",
        about_id=cast.jannie.member, subject=int(Subject.ARRANGEMENTS), facts=[made.item_id],
        who_id=cast.anouk.member, since=since, opened_at=since, seriousness=5,
    )  # fmt: skip
    Bottleneck.objects.using("owner").bulk_create([row])


def on_the_agenda(screen: Any, cast: Cast, site: Site, meeting: UUID) -> Point:
    """The bottleneck becomes a point: ticked, not typed."""
    screen.goto(site.address + page("build_agenda", cast, meeting_id=meeting))
    screen.get_by_role("checkbox").first.check(force=True)
    screen.get_by_role("button", name="Op de lijst zetten").click()
    screen.get_by_text("Er staat 1 punt bij.").wait_for()
    return Point.objects.using("owner").get(meeting_id=meeting, origin="bottleneck")


@pytest.fixture
def planned(cast: Cast) -> dict[str, UUID]:
    """The meeting and its points: for all, about money, medical. Joost is asked too."""
    there = tuple(cast.people[key] for key in (*SIX, "joost"))
    meeting = called(cast, cast.hanneke, invited=there, reason="Veilig thuis wonen")
    open_bottleneck(cast)
    points = {
        "money": brought(cast, cast.linda, meeting, MONEY, Subject.MONEY),
        "wound": brought(cast, cast.fatima, meeting, WOUND, Subject.HEALTH),
    }
    return {"meeting": meeting} | points


def test_six_people_meet_at_once_and_each_has_minutes_of_their_own(
    cast: Cast, site: Site, browse: Callable[..., Any], planned: dict[str, UUID]
) -> None:
    meeting = planned["meeting"]
    point = on_the_agenda(browse(cast.hanneke, viewport=DESK), cast, site, meeting)
    fall = re.escape(point.item.title)
    here = site.address + page("meeting_now", cast, meeting_id=meeting)
    screens = {
        key: browse(cast.people[key], viewport=DESK if key in ("hanneke", "linda") else PHONE)
        for key in SIX
    }
    for screen in screens.values():
        screen.set_default_timeout(10_000)
        listening(screen, here)
    chair, linda, daughter = (screens[key] for key in ("hanneke", "linda", "marijke"))

    chair.get_by_role("button", name="Nu beginnen").click()
    for key, screen in screens.items():
        if key != "hanneke":
            screen.get_by_role("button", name="Ik ben er").click()
    chair.get_by_role("button", name=re.compile("Naar punt .* " + fall)).click()
    everywhere(screens, "minuten bezig")

    # Two write at once; the connection of one drops and comes back.
    daughter.context.set_offline(True)
    note(daughter, LATER, "Zorg")
    daughter.get_by_text("Nog niet verstuurd: 1.").wait_for()
    note(linda, "Een traplift aanvragen", "Besluit")
    everywhere(screens, "Een traplift aanvragen", but=("marijke",))
    daughter.get_by_label("Opschrijven bij punt").fill("En ook de badkamer")
    daughter.context.set_offline(False)
    everywhere(screens, LATER)
    everywhere({"marijke": daughter}, "Een traplift aanvragen")
    assert daughter.get_by_label("Opschrijven bij punt").input_value() == "En ook de badkamer"
    daughter.reload()
    assert daughter.get_by_label("Opschrijven bij punt").input_value() == "En ook de badkamer"
    # She signed in again elsewhere: the token of this page is of before. Nothing is lost of that either.
    daughter.context.clear_cookies(name="csrftoken")
    note(daughter, "En ook de badkamer", "Actie")
    daughter.get_by_text("wat u schreef, staat er dan nog").wait_for()
    daughter.reload()
    everywhere(screens, "En ook de badkamer")
    assert Item.objects.using("owner").filter(network_id=cast.network, body=LATER).count() == 1

    # A medical part: on the page of the municipality nothing happens, and nothing is asked.
    asked, before = requests_of(linda), linda.content()
    chair.get_by_role("button", name=re.compile("Naar punt .* " + WOUND)).click()
    everywhere(screens, "Medisch deel.", but=("linda",))
    note(screens["anouk"], "Antibiotica tot vrijdag", "Besluit")
    note(screens["fatima"], "Oefenen met lopen", "Actie")
    everywhere(screens, "Oefenen met lopen", but=("linda",))
    linda.wait_for_timeout(1200)
    assert (asked, linda.content()) == ([], before)

    # Decisions become agreements; who does it is chosen, nothing is typed again.
    agree(chair, "Antibiotica tot vrijdag", "Anouk Visser")
    agree(chair, "Oefenen met lopen", "Joost van Dam")
    chair.get_by_role("button", name=re.compile("Naar punt .* " + fall)).click()
    chair.wait_for_load_state()
    agree(chair, "Een traplift aanvragen", "Linda Kok")
    chair.get_by_text("Het overleg afsluiten").click()
    chair.get_by_role("button", name="Overleg afsluiten").click()
    chair.wait_for_url("**/verslag/")
    accepted(cast, site, browse, screens, meeting)
    minutes_are_theirs(cast, meeting, point)


def accepted(cast: Cast, site: Site, browse: Any, screens: dict[str, Any], meeting: UUID) -> None:
    """From the open page to the minutes, and yes to what was asked; who was not there confirms."""
    for key in ("linda", "anouk"):
        screens[key].get_by_role("link", name="Naar het verslag").click()
        screens[key].get_by_role("button", name=re.compile("Ja, dat doe ik")).first.click()
        screens[key].wait_for_load_state()
    absent = browse(cast.joost, viewport=PHONE)
    absent.goto(site.address + page("minutes", cast, meeting_id=meeting))
    part = absent.locator("#gemist")
    assert part.get_by_text("Een traplift aanvragen").first.is_visible()
    part.get_by_role("button", name="Ik heb dit gelezen").click()
    absent.locator("#gemist").get_by_role("button", name=re.compile("Ja, dat doe ik")).click()
    absent.wait_for_load_state()
    made = Note.objects.using("owner").filter(network_id=cast.network).exclude(agreement_id=None)
    ids = [one.agreement_id for one in made if one.agreement_id]
    states = Agreement.objects.using("owner").filter(item_id__in=ids)
    assert [one.state for one in states] == ["accepted"] * 3


def minutes_are_theirs(cast: Cast, meeting: UUID, point: Point) -> None:
    """Six different minutes; on the social side nothing of what is medical."""
    read = {key: in_minutes(cast, key, meeting) for key in SIX}
    assert len(set(read.values())) == len(SIX)
    for key, text in read.items():
        assert (WOUND in text, "Antibiotica" in text) == (key != "linda", key != "linda"), key
        assert "Een traplift aanvragen" in text
    assert "medisch" not in read["linda"].lower()
    assert Note.objects.using("owner").filter(point=point).count() == 3
    came = Presence.objects.using("owner").filter(network_id=cast.network, until_at=None)
    assert not came.exists()
