"""From hospital to home in real browsers: the hospital opens it, the day changes once, home care takes
the weekdays, who takes the weekend withdraws, the gap is found and another takes it, the care is handed
over and the hospital reads nothing any more; the day after those at home say whether all is there."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from tests.cast import Cast, Somebody, gather
from tests.rows import put
from tests.running import Site
from tests.visitor import inside
from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.bottlenecks.looking import look
from zorgverband.handovers.actions import send_handover
from zorgverband.handovers.jobs import send_questions
from zorgverband.handovers.models import ArrivalAsk, Discharge, Needed
from zorgverband.handovers.tests.handing import announced, doing, stated
from zorgverband.membership.actions import Newcomer, admit
from zorgverband.networks.models import Member
from zorgverband.people.models import Organisation

from .household import Household
from .story import START, Story
from .walking import DESK

pytestmark = pytest.mark.browser
NEW = {"bea": ("Bea", "Duin", "transfer_nurse", "Duinziekenhuis"),
       "els": ("Els", "Zondag", "home_carer", "Thuiszorg Zondag"),
       "noor": ("Noor", "Zee", "home_carer", "Zeezorg")}  # fmt: skip


@dataclass
class Going:
    """The cast with a hospital nurse and two who can come in the weekend, and its browsers."""

    cast: Cast
    story: Story

    def open(self, key: str, name: str, **parts: Any) -> Any:
        """The page of somebody, opened; the clock stands where the story is."""
        page = self.story.page(key, DESK)
        page.goto(self.story.site.address + self.story.address(name, **parts))
        return page

    def find(self) -> None:
        """Let the detector look at this moment."""
        with clock.at(self.story.now):
            look(networks=[self.cast.network])

    def desk(self) -> str:
        """What the coordinator's desk says."""
        self.find()
        page = self.story.page("hanneke", DESK)
        page.goto(f"{self.story.site.address}/netwerken/aandacht/")
        return str(page.locator("main").inner_text())


@pytest.fixture
def going(clocked: tuple[Site, Path], owner: Any, chromium: Any, settings: Any) -> Iterator[Going]:
    from tests.clocked import LONG

    site, folder = clocked
    settings.ADDRESS, settings.SESSION_COOKIE_AGE = site.address, LONG
    cast = gather(owner)
    people = dict(cast.people) | {key: joins(cast, key) for key in NEW}
    story = Story(Household(cast.network, people, owner), site, folder, chromium)
    yield Going(replace(cast, people=people), story)
    for page in story.pages.values():
        page.context.close()


def joins(cast: Cast, key: str) -> Somebody:
    """Somebody who joins the network, let in by Jannie."""
    given, family, function, works = NEW[key]
    person, account, organisation = new_id(), new_id(), new_id()
    email = f"{key}.{person.hex[-12:]}@voorbeeld.test"
    put(cast.owner, {
        "people_organisation": [{"id": organisation, "name": works, "kind": "care_other",
                                 "phone": ""}],
        "people_person": [{"id": person, "given_name": given, "infix": "", "family_name": family,
                           "salutation": "", "key": ""}],
        "people_account": [{"id": account, "person_id": person, "email": email, "is_active": True,
                            "password": "!", "last_login": None, "letters": "normal",
                            "theme": "device", "language": "nl"}],
    })  # fmt: skip
    new = Newcomer(side="care", function=function, person=person,
                   organisation=Organisation.objects.using("owner").get(id=organisation).id)  # fmt: skip
    with inside(cast.jannie.person, [cast.network]) as viewer:
        admit(seat=viewer.seat(cast.network), person=cast.jannie.person, newcomer=new)
    member = Member.objects.using("owner").get(network_id=cast.network, person_id=person).id
    return Somebody(f"{given} {family}", person, account, email, cast.network, member, "care",
                    function)  # fmt: skip


def press(page: Any, words: str) -> None:
    """Press a button and wait for what follows."""
    with page.expect_navigation():
        page.get_by_role("button", name=words).first.click()


def asks(page: Any, who: str, days: tuple[str, ...] = ()) -> None:
    """On the page of something needed: ask somebody, on these days (else as it was filled in)."""
    choice = page.get_by_label("Aan wie vraagt u dit?")
    label = choice.locator("option", has_text=who).first.inner_text()
    choice.select_option(label=label)
    if days:
        for box in page.locator("[name=weekday]").all():
            box.set_checked(False, force=True)
        for day in days:
            page.get_by_role("checkbox", name=day, exact=True).check(force=True)
    press(page, "Vragen")


def says_yes(going: Going, key: str) -> None:
    """With one tap, on Vandaag."""
    page = going.open(key, "today")
    press(page, "Ja, dat doe ik")


WEEK = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")


def test_from_hospital_to_home(going: Going) -> None:
    cast, story = going.cast, going.story
    story.at(0, 9)
    bea = going.open("bea", "discharges")
    bea.get_by_role("link", name="Iemand gaat naar huis").click()
    bea.get_by_label("Op welke dag, naar verwachting?").fill(_day(5))
    bea.get_by_label("Afdeling").fill("Orthopedie")
    for line in ("Hulp bij wassen", "Nieuwe medicijnlijst", "Brief naar", "Iemand komt", "Vervoer"):
        bea.get_by_role("checkbox", name=line).uncheck(force=True)
    press(bea, "Klaarzetten")
    item = Discharge.objects.using("owner").get(network_id=cast.network).item_id
    bea.get_by_role("link", name="Wondzorg").first.click()
    wound = bea.url
    asks(bea, "Team Duinrijk-Noord", WEEK)
    # What is left is filled in: the weekend.
    asks(bea, "Els Zondag")
    medicines = Needed.objects.using("owner").get(network_id=cast.network, line="medication")
    bea.goto(wound.replace(wound.split("/")[-2], str(medicines.item_id)))
    asks(bea, "Anouk Visser")
    for key in ("fatima", "els", "anouk"):
        says_yes(going, key)
    bea = going.open("bea", "discharge", discharge_id=item)
    assert "Nog te regelen: 0" in bea.locator("main").inner_text()

    story.at(1, 9)
    bea.get_by_text("De dag verandert").click()
    bea.get_by_label("Nieuwe dag").fill(_day(6))
    press(bea, "Dag veranderen")
    assert "opnieuw gevraagd, want de dag is veranderd" in bea.locator("main").inner_text()
    assert "Zorg thuis niet geregeld" in going.desk()
    for key in ("fatima", "els", "anouk"):
        says_yes(going, key)
    assert "Zorg thuis niet geregeld" not in going.desk()

    els = going.open("els", "today")
    els.goto(story.site.address + _agreement(els))
    els.get_by_label("Het lukt niet, want").fill("Ik ben ziek")
    press(els, "Zeggen dat het niet lukt")
    desk = going.desk()
    assert "Zorg thuis niet geregeld" in desk
    assert "Wondzorg" in desk
    hanneke = story.pages["hanneke"]
    hanneke.get_by_role("link", name="Vraag iemand").first.click()
    hanneke.wait_for_load_state()
    assert "Nog niemand op zaterdag en zondag." in hanneke.locator("main").inner_text()
    asks(hanneke, "Noor Zee")
    says_yes(going, "noor")
    assert "Zorg thuis niet geregeld" not in going.desk()

    handed_over(going, item)
    story.at(7, 9)
    with clock.at(story.now):
        send_questions()
    assert ArrivalAsk.objects.using("owner").filter(network_id=cast.network).count() == 2
    jannie = going.open("jannie", "today")
    card = jannie.locator(".arrivals")
    assert "Is alles er?" in card.inner_text()
    press(jannie, "Medicijnen in huis: Het is er niet")
    assert "Medicijnen" not in jannie.locator(".arrivals").inner_text()
    assert "Het is er niet" in going.desk()


def handed_over(going: Going, item: UUID) -> None:
    """The hospital hands over; until home care takes it over it reads on, and then no more."""
    cast, story = going.cast, going.story
    bea = cast.people["bea"]
    with clock.at(story.now):
        handover = announced(cast, bea, cast.fatima)
        stated(cast, bea, handover, reason="Gebroken heup, geopereerd.")
        doing(cast, bea, send_handover, handover=handover)
    page = going.open("bea", "discharge", discharge_id=item)
    assert "Wondzorg" in page.locator("main").inner_text()
    fatima = going.open("fatima", "handover", handover_id=handover)
    fatima.goto(fatima.url + "overnemen/")
    press(fatima, "Overnemen")
    answer = story.page("bea").goto(
        story.site.address + story.address("discharge", discharge_id=item)
    )
    assert answer.status == 404


def _day(days: int) -> str:
    return (START + timedelta(days=days)).isoformat()


def _agreement(page: Any) -> str:
    """The address of the one thing that is asked of who looks."""
    return str(page.locator(".agreement a").first.get_attribute("href"))
