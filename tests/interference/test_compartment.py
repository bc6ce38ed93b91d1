"""Two worlds that differ only by a safety compartment, with everything in it, are to the byte the
same for everybody who is not named in it: the client, who decides for her, family, and the others
of care and municipality."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.urls import reverse

from tests import database
from tests.cast import Somebody
from tests.doors.browsers import Browsers
from tests.rows import put
from tests.visitor import inside
from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.config.cluster import Cluster
from zorgverband.sharing.models import Compartment, Item
from zorgverband.sharing.subjects import Subject

from .medical import Care
from .scene import Scene, before
from .scratch import broken, without
from .sight import Request, Sight, look, requests
from .test_interference import find, same

WATCHERS = ("jannie", "marijke", "ria", "hanneke", "linda")


class Confiding(Care):
    """The GP and the nurses at work in a compartment, with a team from outside that is known."""

    leaking = False

    def __init__(self, world: Scene, owner: Any) -> None:
        super().__init__(world, owner)
        self.ilse = newcomer(world, owner)
        self.browsers.of(self.ilse)

    def everything(self) -> list[UUID]:
        """Made, widened, written in, answered, looked for, read, opened later on, and closed."""
        known = self.ids()
        before_it = set(self._compartments())
        anouk, fatima, about = self.cast.anouk, self.cast.fatima, self.cast.jannie.member
        self.send(anouk, "make_compartment", {
            "about": str(about), "title": "Zorgen om een wond", "member": [str(fatima.member)],
        })  # fmt: skip
        (one,) = set(self._compartments()) - before_it
        here = {"compartment_id": one}
        self.team_inside(one)
        for who, subject in ((anouk, Subject.HEALTH), (fatima, Subject.DAY)):
            words = {"body": "Iets over de wond en de dakgoot.", "subject": str(subject.value)}
            self.send(who, "write_inside", words, **here)
            item = self.newest("compartment_note")
            self.send(fatima, "reply", {"body": "Ik zag de wond ook."}, item_id=item)
            self.send(who, "edit", {"title": "Wond", "body": "Toch iets anders.", "version": "1"},
                      item_id=item)  # fmt: skip
        self.send(anouk, "write_inside", {"body": "Vergissing.", "subject": "6"}, **here)
        self.send(anouk, "take_back", {}, item_id=self.newest("compartment_note"))
        self.run_jobs()
        self.read(one)
        self.send(anouk, "open_log", {"day": "2199-01-01", "note": "Besluit."}, **here)
        self.send(anouk, "close_compartment", {"note": "Besproken."}, **here)
        self.run_jobs()
        return sorted(self.ids() - known)

    def _compartments(self) -> list[UUID]:
        rows = Compartment.objects.using("owner").filter(network_id=self.world.network)
        return list(rows.values_list("id", flat=True))

    def team_inside(self, one: UUID) -> None:
        """A team nobody here worked with joins, and writes."""
        team = {"compartment_id": one, "team_id": self.ilse.team}
        self.send(self.cast.anouk, "admit_inside", {"function": "home_care_team"}, **team)
        words = {"body": "Wij kijken mee naar de wond.", "subject": "1"}
        self.send(self.ilse, "write_inside", words, compartment_id=one)

    def read(self, one: UUID) -> None:
        """Everybody named looks, and searches."""
        parts = {"network_id": self.world.network}
        for who in (self.cast.anouk, self.cast.fatima, self.ilse):
            browser = self.browsers.of(who)
            answers = [
                browser.get(reverse("compartment", kwargs=parts | {"compartment_id": one})),
                browser.get(reverse("search", kwargs=parts) + "?q=vergissing"),
            ]
            for item in Item.objects.using("owner").filter(compartment_id=one, withdrawn_at=None):
                answers.append(browser.get(reverse("item", kwargs=parts | {"item_id": item.id})))
            assert self.leaking or {answer.status_code for answer in answers} == {200}


def newcomer(scene: Scene, owner: Any) -> Somebody:
    """Somebody of a care team that takes part nowhere yet, of an organisation known to all."""
    from dataclasses import replace

    person, account, team, organisation = (new_id() for _ in range(4))
    email = f"ilse.{person.hex[-12:]}@voorbeeld.test"
    put(owner, {
        "people_organisation": [{"id": organisation, "name": "Buurtzorg Duin", "kind": "home_care",
                                 "phone": "0301112222"}],
        "people_team": [{"id": team, "organisation_id": organisation, "name": "Team Duin",
                         "phone": "0301112222"}],
        "people_person": [{"id": person, "given_name": "Ilse", "infix": "",
                           "family_name": "Zomer", "salutation": "", "key": ""}],
        "people_account": [{
            "id": account, "person_id": person, "email": email, "is_active": True,
            "password": "!", "last_login": None, "letters": "normal", "theme": "device",
            "language": "nl",
        }],
        "people_teamperson": [{
            "id": new_id(), "team_id": team, "person_id": person, "function": "district_nurse",
            "starts_at": datetime.now(UTC) - timedelta(days=1), "ends_at": None,
        }],
    })  # fmt: skip
    return replace(scene.cast.fatima, name="Ilse Zomer", person=person, account=account,
                   email=email, team=team)  # fmt: skip


def deciding(scene: Scene, owner: Any) -> None:
    """The daughter represents the client for every subject, and decides for her."""
    cast, here = scene.cast, {"network_id": scene.network}
    since = {"starts_at": datetime.now(UTC) - timedelta(days=5), "ends_at": None}
    acting = {"client_id": cast.jannie.member, "representative_id": cast.marijke.member,
              "document": "", "ground": "mentorship", "subjects": list(range(1, 16)),
              "review_on": None}  # fmt: skip
    control = {"client_id": cast.jannie.member, "state": "represented",
               "holder_id": cast.marijke.member, "ground": "ziek"}  # fmt: skip
    put(owner, {
        "networks_representation": [{"id": new_id(), **here, **acting, **since}],
        "networks_control": [{"id": new_id(), **here, **control, **since}],
    })  # fmt: skip


@pytest.fixture
def scene(owner: Any, settings: Any, tmp_path: Path) -> Scene:
    settings.EMAIL_BACKEND = "zorgverband.notifications.sink.Sink"
    settings.MAIL_SINK = tmp_path
    found = before(owner)
    deciding(found, owner)
    return found


def seen(*what: Any, **how: Any) -> Sight:
    """What is seen, without the sessions, which looking itself changes."""
    sight = look(*what, **how)
    sight.tables.pop("people_session", None)
    return sight


def asked_of(scene: Scene, browser: Any, at: datetime) -> list[Request]:
    """Every page, except those that are never twice the same: keys drawn by chance, and an archive
    with the moment it was made. The first visit greets."""
    with clock.at(at):
        browser.get(f"/n/{scene.network}/")
    never = ("/meenemen/", "/veilig/")
    return [one for one in requests(scene) if not any(part in one[0] for part in never)]


@pytest.mark.slow
@pytest.mark.parametrize("who", [
    "jannie", "marijke", *(pytest.param(one, marks=pytest.mark.slow) for one in WATCHERS[2:]),
])  # fmt: skip
def test_whatever_happens_in_a_compartment_changes_nothing_for_who_is_not_named(
    scene: Scene, owner: Any, who: str
) -> None:
    watcher = scene.cast.people[who]
    work = Confiding(scene, owner)
    client, at = Browsers().of(watcher), clock.now()
    asked = asked_of(scene, client, at)
    find(work, at)
    first = seen(watcher, client, asked, at=at, seed=1)
    same(first, seen(watcher, client, asked, at=at, seed=2))
    made = work.everything()
    assert len(made) == 4
    find(work, at)
    same(first, seen(watcher, client, asked, at=at, seed=3))
    not_told(scene, owner, watcher, made)


def not_told(scene: Scene, owner: Any, watcher: Somebody, made: list[UUID]) -> None:
    """Of no event of the compartment this person hears, nor does an open page of theirs stir."""
    events = [row[0] for row in owner.execute(
        "SELECT id FROM journal_event WHERE network_id = %s AND (item_id = ANY (%s)"
        " OR verb LIKE 'compartment%%')", [scene.network, made])]  # fmt: skip
    assert len(events) > 6
    with inside(watcher.person, [scene.network]), connection.cursor() as cursor:
        cursor.execute("SELECT people FROM privacy.stirred(%s)", [events])
        for (people,) in cursor.fetchall():
            assert watcher.person not in people


@pytest.mark.slow
def test_the_same_words_outside_a_compartment_are_seen(scene: Scene, owner: Any) -> None:
    # The control: for chosen readers only, without a compartment.
    watcher = scene.cast.jannie
    work = Confiding(scene, owner)
    client, at = Browsers().of(watcher), clock.now()
    asked = [one for one in requests(scene) if "/nieuws/" in one[0] or "zoeken" in one[0]]
    first = look(watcher, client, asked, at=at)
    chosen = {"circle": "own", "member": [str(scene.cast.fatima.member)]}
    work.send(scene.cast.anouk, "write", work.words(Subject.HEALTH, **chosen))
    assert first.differences(look(watcher, client, asked, at=at))


def members_seen() -> dict[str, str]:
    return without("networks.sql", (
        "compartment IS NULL OR compartment = ANY ({compartments}) OR", "true OR"))  # fmt: skip


def log_seen() -> dict[str, str]:
    return without("journal.sql", ("OR compartment_id = ANY ({compartments})\n", "OR true\n"))


def rule_gone() -> dict[str, str]:
    return without("rule.sql", ("WHEN {compartment} IS NOT NULL THEN", "WHEN false THEN"))


@pytest.mark.slow
@pytest.mark.parametrize("fault", [
    pytest.param(members_seen, marks=pytest.mark.slow), log_seen,
    pytest.param(rule_gone, marks=pytest.mark.slow),
])  # fmt: skip
def test_a_compartment_that_leaks_is_seen(
    cluster: Cluster, db: None, fault: Any, settings: Any, tmp_path: Path
) -> None:
    settings.EMAIL_BACKEND = "zorgverband.notifications.sink.Sink"
    settings.MAIL_SINK = tmp_path
    with broken(cluster, f"{database.worker_database()}_leaking", fault()) as owner:
        scene = before(owner)
        watcher = scene.cast.jannie
        work = Confiding(scene, owner)
        work.leaking = True
        client, at = Browsers().of(watcher), clock.now()
        pages = asked_of(scene, client, at)
        asked = [one for one in pages if one[0].count("/") < 5 or "gekeken" in one[0]]
        first = look(watcher, client, asked, at=at)
        work.everything()
        assert first.differences(look(watcher, client, asked, at=at))
