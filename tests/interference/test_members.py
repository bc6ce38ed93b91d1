"""That a psychiatrist takes part is medical: to the social side that is just "zorgverlener"."""

import re
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from tests.cast import Somebody
from tests.doors.browsers import Browsers
from tests.doors.world import add
from tests.paper import words_on
from tests.rows import put
from zorgverband.agenda.models import Visit
from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.base.repeating import FOREVER, Repeat
from zorgverband.sharing.models import Reply
from zorgverband.sharing.subjects import Subject

from .scene import Scene, before
from .sight import Request, Sight, look, requests

TELLING = (
    "psychiat",
    "ggz",
    "zeezicht",
    "fact-team",
    "0655512399",
    "0301234567",
    "verpleegkundige psy",
)
# What one may choose from is the same in every network: it tells of nobody.
OPTIONS = re.compile(r"<option.*?</option>", re.DOTALL)
# Everybody may know which organisations and teams there are; not that one of them is here.
# Open by design: organisations and teams, and accounts, which sign-in needs before anybody is known.
# What programmes propose is the same for everybody, and tells of no client.
DIRECTORY = {
    "people_account", "people_organisation", "people_team", "programmes_programme",
    "programmes_programmeversion", "programmes_programmeline",
}  # fmt: skip


@pytest.fixture
def scene(owner: Any) -> Scene:
    """A psychiatrist and a psychiatric team take part, and write about what is not medical."""
    scene = before(owner)
    kees = newcomer(scene, "psychiatrist")
    fact = newcomer(scene, "mental_health_nurse", team="FACT-team Zeezicht")
    for one in (kees, fact):
        item = scene.cast.item(about=scene.cast.jannie, subject=Subject.HOME, author=one,
                               body="Het huis is opgeruimd.")  # fmt: skip
        add(Reply(network_id=scene.network, item_id=item, author_id=one.person,
                  author_member_id=one.member, created_at=clock.now(), body="Mooi."))  # fmt: skip
        visit(scene, one)
        owner.execute("UPDATE agreements_agreement SET executor_id = %s WHERE item_id = %s",
                      [one.member, scene.ids["agreement_home"]])  # fmt: skip
        scene.ids[f"member_{one.function}"] = one.member
    return scene


def visit(scene: Scene, who: Somebody) -> None:
    """Somebody comes every day."""
    item = scene.cast.item(about=scene.cast.jannie, subject=Subject.COMING, author=who,
                           kind="visit", title="Bezoek", in_news=False)  # fmt: skip
    add(Visit(item_id=item, network_id=scene.network, who_id=who.member, first_on=clock.today(),
              last_on=FOREVER, starts="11:00", repeat=Repeat.DAILY))  # fmt: skip


def newcomer(scene: Scene, function: str, team: str = "") -> Somebody:
    """A member of care whose function is not known by nature, or a team of them."""
    cast, now = scene.cast, clock.now()
    person, member, organisation = new_id(), new_id(), new_id()
    team_id = new_id() if team else None
    here = {"network_id": cast.network}
    rows: dict[str, list[dict[str, Any]]] = {
        "people_organisation": [{"id": organisation, "name": "GGZ Zeezicht",
                                 "kind": "mental_health", "phone": "0301234567"}],
        "people_person": [{"id": person, "given_name": "Kees", "infix": "",
                           "family_name": "Halsema", "salutation": "", "key": ""}],
        "networks_member": [{
            "id": member, **here, "person_id": None if team else person, "team_id": team_id,
            "side": "care", "coordinator": False, "first_contact": False, "joined_at": now,
            "left_at": None, "compartment": None,
        }],
        "networks_role": [{
            "id": new_id(), **here, "member_id": member, "function": function,
            "description": "sociaal-psychiatrisch behandelaar", "organisation_id": organisation,
            "phone": "0655512399", "known": False,
        }],
        "networks_presence": [{"id": new_id(), **here, "member_id": member, "person_id": person}],
    }  # fmt: skip
    if team:
        rows["people_team"] = [{"id": team_id, "organisation_id": organisation, "name": team,
                                "phone": "0301234567"}]  # fmt: skip
        rows["people_teamperson"] = [{
            "id": new_id(), "team_id": team_id, "person_id": person, "function": function,
            "starts_at": now, "ends_at": None,
        }]  # fmt: skip
    put(cast.owner, rows)
    return replace(cast.anouk, name="Kees Halsema", person=person, member=member,
                   function=function)  # fmt: skip


def told_about(sight: Sight) -> dict[str, set[str]]:
    """The telling words, by where they stand."""
    places: dict[str, str] = {
        str(name): OPTIONS.sub("", said(answer[3])) for name, answer in sight.answers.items()
    }
    places |= {f"table {name}": " ".join(rows) for name, rows in sight.tables.items()
               if name not in DIRECTORY}  # fmt: skip
    found = {place: {word for word in TELLING if word in text.casefold().replace("-5", "5")}
             for place, text in places.items()}  # fmt: skip
    return {place: words for place, words in found.items() if words}


def said(body: bytes) -> str:
    """The words of an answer; of paper those on it, for packed bytes hold three letters by chance."""
    return words_on(body) if body.startswith(b"%PDF") else body.decode(errors="replace")


def about_people(scene: Scene) -> list[Request]:
    """The pages on which people stand first of all."""
    parts = ("", "mensen/", "agenda/", "afspraken/", "nieuws/")
    members = [f"mensen/{id}/" for id in _ids(scene)]
    return [(f"/n/{scene.network}/{part}", ()) for part in (*parts, *members)]


def seen(scene: Scene, who: Somebody, asked: list[Request]) -> Sight:
    """What these pages show to somebody."""
    return look(who, Browsers().of(who), asked, at=clock.now())


def _ids(scene: Scene) -> list[UUID]:
    return [scene.ids["member_psychiatrist"], scene.ids["member_mental_health_nurse"]]


@pytest.mark.slow
def test_the_social_side_finds_no_word_of_what_a_psychiatrist_is(scene: Scene) -> None:
    sight = seen(scene, scene.cast.linda, requests(scene) + about_people(scene))
    assert told_about(sight) == {}
    news = next(answer for name, answer in sight.answers.items() if name[0].endswith("/mensen/"))
    assert "Kees Halsema" in news[3].decode()
    assert "zorgverlener" in news[3].decode()


@pytest.mark.slow
def test_family_and_care_do_find_those_words(scene: Scene) -> None:
    # The control.
    for who in (scene.cast.marijke, scene.cast.anouk):
        found = told_about(seen(scene, who, about_people(scene)))
        assert {"psychiat", "zeezicht", "fact-team", "0655512399"} <= set().union(*found.values())
        assert len(found) > 5


@pytest.mark.slow
def test_once_shown_by_who_decides_the_social_side_reads_them(scene: Scene, owner: Any) -> None:
    # The other control.
    owner.execute("UPDATE networks_role SET known = true WHERE member_id = %s",
                  [scene.ids["member_psychiatrist"]])  # fmt: skip
    assert told_about(seen(scene, scene.cast.linda, about_people(scene)))
