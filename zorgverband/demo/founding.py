"""Laying the ground of the demo: people, organisations and accounts, as they exist before anybody
shares anything. This part is done as the owner; from `found` on everything goes through actions."""

import os
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import psycopg
from django.contrib.auth.hashers import make_password
from django.db import transaction

from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.base.viewer import enter
from zorgverband.membership.actions import Founder, Turn, found_network, found_team
from zorgverband.networks.functions import FUNCTIONS

from .neighbourhood_people import OFFICERS, ORGANISATIONS, PROFESSIONALS, TEAMS
from .town import Net, Resident, Town, moment

NEIGHBOURHOOD, PROGRAMME_KEEPER = "Duinrijk", "hanneke"
# So that signing in by form can be tried too; a demo holds made-up people only.
# Who came last: at their first visit they read what this is.
NEWCOMERS = {"wim"}
PASSWORD = "proef-met-zorgverband"  # noqa: S105


def found_town(residents: Sequence[Resident]) -> Town:
    """Everybody with an account and a demo key, the organisations, and their teams."""
    keys = [*(resident.key for resident in residents), *PROFESSIONALS]
    # In order, so that the sign-in page lists them story by story.
    ids = sorted(new_id() for _key in keys)
    town = Town(
        people=dict(zip(keys, ids, strict=True)),
        organisations={key: new_id() for key in ORGANISATIONS},
        teams={},
        phones={resident.key: resident.phone for resident in residents},
    )
    with psycopg.connect(os.environ["ZV_OWNER_DSN"]) as owner:
        _put(
            owner,
            "people_organisation (id, name, kind, phone)",
            [(town.organisations[key], *facts) for key, facts in ORGANISATIONS.items()],
        )
        _put_people(owner, town, residents)
        _put_work(owner, town)
    _found_teams(town)
    return town


def _put_people(owner: psycopg.Connection[Any], town: Town, residents: Iterable[Resident]) -> None:
    names = {key: (pro.name, pro.salutation, None) for key, pro in PROFESSIONALS.items()} | {
        one.key: (one.name, one.salutation, one.born) for one in residents
    }
    _put(
        owner,
        "people_person (id, given_name, infix, family_name, salutation, key)",
        [
            (town.people[key], *name, salutation, key)
            for key, (name, salutation, _b) in names.items()
        ],
    )
    _put(
        owner,
        "people_personal (person_id, birth_date)",
        [(town.people[key], born) for key, (_n, _s, born) in names.items() if born],
    )
    password = make_password(PASSWORD)
    large = {one.key for one in residents if one.born and one.born.year < 1955}
    _put(
        owner,
        "people_account (id, person_id, email, password, is_active, letters, theme, language,"
        " welcomed_at)",
        [
            (new_id(), person, f"{key}@demo.example", password, True,
             "large" if key in large else "normal", "device", "nl",
             None if key in NEWCOMERS else moment(60, "9.00"))
            for key, person in town.people.items()
        ],
    )  # fmt: skip


def _put_work(owner: psycopg.Connection[Any], town: Town) -> None:
    """Every professional works for their organisation; the first of each keeps its list."""
    at, kept = moment(400, "9.00"), set()
    work, keepers = [], []
    for key, pro in PROFESSIONALS.items():
        organisation, person = town.organisations[pro.organisation], town.people[key]
        work.append((new_id(), organisation, person, pro.function, at))
        if pro.organisation not in kept:
            keepers.append((new_id(), organisation, person, at))
        kept.add(pro.organisation)
    columns = "(id, organisation_id, person_id, function, starts_at)"
    _put(owner, f"organisations_employment {columns}", work)
    _put(
        owner,
        "organisations_organisationkeeper (id, organisation_id, person_id, starts_at)",
        keepers,
    )
    _put(
        owner,
        "organisations_complaintsofficer (id, organisation_id, name, phone, address)",
        [
            (new_id(), town.organisations[key], name, phone, address)
            for key, (name, phone, address) in OFFICERS.items()
        ],
    )
    _put_neighbourhood(owner, town, at)


def _put_neighbourhood(owner: psycopg.Connection[Any], town: Town, at: datetime) -> None:
    """They all work in one neighbourhood; a coordinator keeps its programmes."""
    duinrijk = new_id()
    _put(owner, "organisations_neighbourhood (id, name)", [(duinrijk, NEIGHBOURHOOD)])
    _put(
        owner,
        "organisations_neighbourhoodorganisation (id, neighbourhood_id, organisation_id, starts_at)",
        [(new_id(), duinrijk, one, at) for one in town.organisations.values()],
    )
    _put(
        owner,
        "organisations_programmekeeper (id, neighbourhood_id, person_id, starts_at)",
        [(new_id(), duinrijk, town.people[PROGRAMME_KEEPER], at)],
    )


def _put(owner: psycopg.Connection[Any], table: str, rows: Sequence[Sequence[object]]) -> None:
    places = ", ".join(["%s"] * len(rows[0]))
    with owner.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} VALUES ({places})", rows)  # noqa: S608


def _found_teams(town: Town) -> None:
    with clock.at(moment(400, "9.00")), transaction.atomic():
        for key, (organisation, name, turns) in TEAMS.items():
            enter(person=town.people[next(iter(turns))])
            town.teams[key] = found_team(
                organisation=town.organisations[organisation],
                name=name,
                phone=ORGANISATIONS[organisation][2],
                people=[Turn(town.people[who], function) for who, function in turns.items()],
            )


def found(town: Town, *, clients: Sequence[str], coordinator: str, days_ago: int) -> Net:
    """A network around these clients, founded by its coordinator."""
    pro = PROFESSIONALS[coordinator]
    function = FUNCTIONS[pro.function]
    with clock.at(moment(days_ago, "9.00")), transaction.atomic():
        enter(person=town.people[coordinator])
        network = found_network(
            person=town.people[coordinator],
            clients=[town.people[client] for client in clients],
            phones=[town.phones.get(client, "") for client in clients],
            founder=Founder(
                function=function.code,
                side=function.sides[0],
                organisation=town.organisations[pro.organisation],
                phone=pro.phone,
                coordinator=True,
            ),
        )
    net = Net(town=town, id=network, client=clients[0], coordinator=coordinator)
    net.learn_members()
    return net
