"""Random weeks as the printed page gets them: few visits or very many, long names and strange letters."""

import random
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

MONDAY = date(2026, 11, 23)
NAMES = (
    "Şükrü Öztürk-Yıldırım", "Łucja Brzęczyszczykiewicz", "Đorđe Čekić", "Jannie de Wit", "Ria",
    "Anne-Fleur van der Kruijssen-van Wijngaarden tot Loosdrecht", "Thuiszorg De Brug", "José Núñez",
    "Wolfeschlegelsteinhausenbergerdorff", "Γιώργος Παπαδόπουλος", "Ivan Шевченко", "王小明", "Bo 😀",
    "Regionale Stichting Buurtvoorzieningen en Vrijwilligershulp Zuidwest", "Marijke", "Peter",
)  # fmt: skip
DEEDS = (
    "boodschappen doen", "de traplift aanvragen bij de gemeente", "oefenen met lopen",
    "het formulier invullen voor het vervoer naar de dagbesteding op dinsdag en donderdag",
    "samen eten", "hulpmiddelenleverancier bellen over de rollator",
)  # fmt: skip
FUNCTIONS = ("daughter", "district_nurse", "home_care_team", "gp", "volunteer", "consultant")


def _id(chance: random.Random) -> UUID:
    return UUID(int=chance.getrandbits(128))


def _face(chance: random.Random, *, side: str) -> Any:
    from zorgverband.networks.functions import label_of
    from zorgverband.networks.queries import Face, initials_of

    name, code = chance.choice(NAMES), "client" if side == "client" else chance.choice(FUNCTIONS)
    phone = chance.choice(("06 1200 3401", "071 555 0110", "+31 (0)6 1234 5678", ""))
    return Face(
        member=_id(chance), person=_id(chance), team=None, name=name, given_name=name.split()[0],
        initials=initials_of(name), side=side, function_code=code, function=label_of(code),
        organisation="", phone=phone, coordinator=chance.random() < 0.1,
        first_contact=chance.random() < 0.1, joined_at=datetime(2026, 1, 1, tzinfo=UTC),
        left_at=None,
    )  # fmt: skip


def _visit(chance: random.Random, people: list[Any], day: date, *, everything: bool) -> Any:
    from zorgverband.agenda.occurrences import Occurrence, Purpose, Series
    from zorgverband.base.repeating import Rule, moment_of

    face = chance.choice(people) if chance.random() < 0.8 else None
    starts = time(chance.randrange(6, 23), chance.choice((0, 15, 30, 45)))
    series = Series(
        id=_id(chance), about=_id(chance), author=_id(chance), who=face.member if face else None,
        who_name="" if face else chance.choice(NAMES), what=chance.choice(("", *DEEDS)), place="",
        rule=Rule(day), starts=starts, ends=None, stopped_from=None, stopped_reason="",
        stopped_by=None,
    )  # fmt: skip
    purposes = (Purpose(_id(chance), chance.choice(DEEDS)),) if everything else ()
    return Occurrence(
        series=series, on_date=day, starts_at=moment_of(day, starts), ends_at=None, moved=False,
        cancelled=False, reason="", changed_by=None, changed_at=None, been_at=None, been_by=None,
        been_member=None, version=0, purposes=purposes,
    )  # fmt: skip


def _agreed(chance: random.Random, people: list[Any]) -> Any:
    from zorgverband.agreements.agreed import Agreed
    from zorgverband.agreements.models import State
    from zorgverband.base.repeating import Repeat, Rule

    every = chance.random() < 0.3
    rule = Rule(MONDAY, date(9999, 12, 31), Repeat.DAILY) if every else Rule(MONDAY)
    moment = datetime(2026, 11, 20, tzinfo=UTC)
    return Agreed(
        id=_id(chance), network=_id(chance), executor=chance.choice(people).member, asked_of=None,
        instead_of=None, goal=None, checked_by="", what=chance.choice(DEEDS), more="",
        about=_id(chance), subject=7, circle="everyone", version=1, author=_id(chance),
        author_member=_id(chance), asked_at=moment,
        due_on=None if every else MONDAY + timedelta(days=chance.randrange(7)), rule=rule,
        ticks=frozenset(), remind_days=0, remind_at=time(9), reminded_on=None, state=State.ACCEPTED,
        state_by=None, state_at=moment, answer="",
    )  # fmt: skip


def random_week(chance: random.Random) -> dict[str, Any]:
    """The words of one week: up to thirty visits a day, for one to four clients."""
    from django.utils import translation

    from zorgverband.papers.week import Week, week_words

    most = chance.choice((1, 2, 3, 5, 8, 14, 30))
    clients = [_face(chance, side="client") for _ in range(chance.choice((1, 1, 2, 4)))]
    others = [
        _face(chance, side=chance.choice(("family", "care", "social")))
        for _ in range(chance.choice((1, 2, 4, 8, 24)))
    ]
    everything = chance.random() < 0.4
    days = [MONDAY + timedelta(days=number) for number in range(7)]
    visits = [
        _visit(chance, others, day, everything=everything)
        for day in days
        for _ in range(chance.randrange(most + 1))
    ]
    agreements = [_agreed(chance, others) for _ in range(chance.randrange(most + 1))]
    week = Week(
        MONDAY, sorted(visits, key=lambda one: one.starts_at), agreements,
        {one.member: one for one in (*clients, *others)},
        chance.choice(NAMES) if everything else "",
    )  # fmt: skip
    with translation.override("nl"):
        return week_words(week, own=len(clients) == 1)
