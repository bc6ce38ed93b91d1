"""A household for the journeys: two adults, children of 12 and 16, and who stands around them.

Mieke and Karim Vos, parents with authority; Lotte, 16, and Daan, 12. Jolanda Peters coordinates, on
the social side. Truus Vos, grandmother; Nadia Bakker, debt counsellor (social side); Anouk Visser,
GP; Fatima El Amrani and Sanne Mulder, whose *team* of home care is the member. Everybody came in by
the actions, sixty days ago, with what one gets on joining.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import psycopg
from django.contrib.auth.hashers import make_password
from django.db import transaction

from tests.cast import Somebody
from tests.rows import Row, put
from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.base.viewer import enter
from zorgverband.membership.actions import Founder, Newcomer, admit, found_network
from zorgverband.networks.functions import FUNCTIONS
from zorgverband.networks.models import Member
from zorgverband.people.models import Account

from .walking import PASSWORD

CLIENTS = {"mieke": 1981, "karim": 1979, "lotte": -16, "daan": -12}
AROUND = {
    "jolanda": ("Jolanda Peters", "social_coordinator", "welfare"),
    "truus": ("Truus Vos", "relative", ""),
    "nadia": ("Nadia Bakker", "debt_counsellor", "debt_help"),
    "anouk": ("Anouk Visser", "gp", "gp"),
    "fatima": ("Fatima El Amrani", "district_nurse", "home_care"),
    "sanne": ("Sanne Mulder", "district_nurse", "home_care"),
}
TEAM = ("fatima", "sanne")
JOINED_AGO = timedelta(days=60)


@dataclass(frozen=True)
class Household:
    """The network, and its people by first name in small letters."""

    network: UUID
    people: dict[str, Somebody]
    owner: psycopg.Connection[Any]

    def __getattr__(self, name: str) -> Somebody:
        try:
            return self.people[name]
        except KeyError:
            raise AttributeError(name) from None


def gather_household(owner: psycopg.Connection[Any]) -> Household:
    """Make them, with fresh ids; everybody can sign in with the password of the journeys."""
    names = {key: f"{key.capitalize()} Vos" for key in CLIENTS}
    names |= {key: name for key, (name, _function, _kind) in AROUND.items()}
    people = {key: new_id() for key in names}
    organisations = {kind: new_id() for _name, _function, kind in AROUND.values() if kind}
    team = new_id()
    put(owner, _rows(names, people, organisations, team))
    with clock.at(datetime.now(UTC) - JOINED_AGO), transaction.atomic():
        network = _founded(people, organisations, team)
    members = dict(
        Member.objects.using("owner").filter(network_id=network, person_id__isnull=False)
        .values_list("person_id", "id")
    )  # fmt: skip
    members |= dict.fromkeys(
        [people[key] for key in TEAM],
        Member.objects.using("owner").get(network_id=network, team_id=team).id,
    )
    accounts = dict(
        Account.objects.using("owner").filter(person_id__in=people.values())
        .values_list("person_id", "id")
    )  # fmt: skip
    _authority(owner, network, [members[people[key]] for key in CLIENTS])
    return Household(network, {
        key: Somebody(name, people[key], accounts[people[key]], _mail(key, people[key]), network,
                      members[people[key]], _side(key), _function(key),
                      team if key in TEAM else None)
        for key, name in names.items()
    }, owner)  # fmt: skip


def _mail(key: str, person: UUID) -> str:
    return f"{key}.{person.hex[-12:]}@voorbeeld.test"


def _function(key: str) -> str:
    return "client" if key in CLIENTS else AROUND[key][1]


def _side(key: str) -> str:
    return str(FUNCTIONS[_function(key)].sides[0])


def _born(year: int) -> date:
    # Below zero an age, since two months.
    return date(year, 3, 4) if year > 0 else _years_ago(-year)


def _years_ago(years: int) -> date:
    day = clock.today() - timedelta(days=60)
    return day.replace(year=day.year - years, day=min(day.day, 28))


def _rows(
    names: dict[str, str], people: dict[str, UUID], organisations: dict[str, UUID], team: UUID
) -> dict[str, list[Row]]:
    since = datetime.now(UTC) - JOINED_AGO
    password = make_password(PASSWORD)
    rows: dict[str, list[Row]] = {
        "people_organisation": [
            {"id": id, "name": f"Organisatie {kind}", "kind": kind, "phone": "020-5550100"}
            for kind, id in organisations.items()
        ],
        "people_team": [{
            "id": team, "organisation_id": organisations["home_care"], "name": "Team Noord",
            "phone": "020-5550101",
        }],
        "people_teamperson": [
            {"id": new_id(), "team_id": team, "person_id": people[key],
             "function": "district_nurse", "starts_at": since, "ends_at": None}
            for key in TEAM
        ],
        "people_personal": [
            {"person_id": people[key], "birth_date": _born(year)} for key, year in CLIENTS.items()
        ],
    }  # fmt: skip
    for key, name in names.items():
        given, _, family = name.partition(" ")
        rows.setdefault("people_person", []).append({
            "id": people[key], "given_name": given, "infix": "", "family_name": family,
            "salutation": "", "key": "",
        })  # fmt: skip
        rows.setdefault("people_account", []).append({
            "id": new_id(), "person_id": people[key], "email": _mail(key, people[key]),
            "is_active": True, "password": password, "last_login": None, "letters": "normal",
            "theme": "device", "language": "nl",
        })  # fmt: skip
    return rows


def _founded(people: dict[str, UUID], organisations: dict[str, UUID], team: UUID) -> UUID:
    coordinator = people["jolanda"]
    enter(person=coordinator)
    network = found_network(
        person=coordinator, clients=[people[key] for key in CLIENTS],
        founder=Founder("social_coordinator", "social", organisations["welfare"]),
    )  # fmt: skip
    seat = enter(person=people["mieke"], networks=[network]).seat(network)
    for key, (_name, function, kind) in AROUND.items():
        if key == "jolanda" or key in TEAM[1:]:
            continue
        of_team = key in TEAM
        admit(seat=seat, person=people["mieke"], newcomer=Newcomer(
            side=_side(key), function="home_care_team" if of_team else function,
            person=None if of_team else people[key], team=team if of_team else None,
            organisation=organisations.get(kind),
        ))  # fmt: skip
    return network


def _authority(owner: psycopg.Connection[Any], network: UUID, clients: list[UUID]) -> None:
    *parents, lotte, daan = clients
    since = datetime.now(UTC) - timedelta(days=2000)
    for parent in parents:
        for child in (lotte, daan):
            owner.execute(
                "INSERT INTO networks_authority (id, network_id, child_id, parent_id, starts_at)"
                " VALUES (%s, %s, %s, %s, %s)", [new_id(), network, child, parent, since],
            )  # fmt: skip
