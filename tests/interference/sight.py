"""Everything somebody can get to see: every answer of every page with what it cost, and what their
key ring opens in the tables themselves."""

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import zip_longest
from typing import Any

from django.db import connection
from django.test import Client

from tests.cast import Somebody
from tests.doors.answers import answered
from tests.doors.asking import address
from tests.doors.rows import DOORS
from tests.doors.table import OPEN
from tests.doors.world import World
from tests.visitor import inside
from zorgverband.base import clock, telling
from zorgverband.notifications.letters import compose
from zorgverband.notifications.models import Delivery
from zorgverband.notifications.sending import readable
from zorgverband.sharing.subjects import Subject

HTMX = {"HX-Request": "true"}
WORDS = ("dakgoot", "iets", "zwachtel", "bloedarmoede", "furosemide", "wond", "hoesten", "bezoek")
# Open to the application before anybody is known; they hold ids and sessions, no ring opens them.
FRAMEWORK = (
    "procrastinate", "django_", "auth_", "account_", "doors_", "people_session", "mfa_",
    "socialaccount_",
)  # fmt: skip
# Ask this browser something drawn by chance, about the account alone; and note it in the session.
DRAWN = ("passkeys", "code_app")
Request = tuple[str, tuple[tuple[str, str], ...]]


@dataclass
class Sight:
    """What was seen, by what was asked; equal for two worlds that look the same."""

    answers: dict[Request, Any] = field(default_factory=dict)
    statements: dict[Request, int] = field(default_factory=dict)
    tables: dict[str, list[str]] = field(default_factory=dict)
    told: dict[str, Any] = field(default_factory=dict)

    def differences(self, other: "Sight") -> list[str]:
        """Every answer, count, table or message that is not the same in the other, and where."""
        found = []
        for part in ("answers", "statements", "tables", "told"):
            mine, theirs = getattr(self, part), getattr(other, part)
            for name in mine.keys() | theirs.keys():
                if mine.get(name) != theirs.get(name):
                    found.append(f"{part} {name}: {_where(mine.get(name), theirs.get(name))}")
        return sorted(found)


def _where(mine: Any, theirs: Any) -> str:
    """The first place where two values part."""
    if isinstance(mine, (tuple, list)) and isinstance(theirs, (tuple, list)):
        pairs = list(zip_longest(mine, theirs))
        return next((_where(one, two) for one, two in pairs if one != two), "")
    if isinstance(mine, bytes) and isinstance(theirs, bytes) and b"\n" in mine + theirs:
        return _where(mine.splitlines(), theirs.splitlines())
    return f"{str(mine)[:150]} | {str(theirs)[:150]}"


def requests(world: World) -> list[Request]:
    """Every GET of the doors table, whole and as the fragments htmx asks for, with every filter."""
    plain = [
        address(one.name, ask.what, world)
        for one in DOORS
        for ask in one.asks
        if ask.method == "GET" and one.kind != OPEN and one.name not in DRAWN
    ]
    home = f"/n/{world.network}/"
    people = world.cast.people.values()
    more = [f"{home}zoeken/?q={word}" for word in WORDS]
    more += [f"{home}nieuws/?author={one.person}" for one in people]
    more += [f"{home}agenda/?week={clock.today() + timedelta(days=7 * n)}" for n in (-1, 1)]
    more += [f"{home}agenda/?view={view}" for view in ("day", "week", "month")]
    more += [f"{home}agenda/nieuw/?kind={kind}" for kind in ("out", "medicine", "ride")]
    more += ["/agenda/?who=all&view=month"]
    for subject in Subject:
        about = world.cast.jannie.member
        more += [
            f"{home}nieuws/?subject={subject.value}",
            f"{home}schrijven/?subject={subject.value}",
        ]
        more += [f"{home}dossier/onderwerp/{subject.value}/"]
        more += [f"{home}wie-ziet-wat/{about}/{subject.value}/"]
        more += [f"{home}schrijven/lezers/?about={about}&subject={subject.value}"]
    moment = clock.now().isoformat().replace("+", "%2B")
    more += [f"{home}nieuws/?before={moment}&id={world.ids['home']}"]
    fragments = [
        (home, (*HTMX.items(), ("HX-Target", "today"))),
        (f"{home}nieuws/", (*HTMX.items(), ("HX-Target", "timeline"))),
        (address("readers", "home", world), tuple(HTMX.items())),
    ]
    return [(at, ()) for at in (*plain, *more)] + fragments


def look(
    who: Somebody, client: Client, asked: Sequence[Request], *, at: datetime, seed: int = 0
) -> Sight:
    """Ask all of it, in an order of its own for each seed, with the clock standing still."""
    sight, order = Sight(), list(asked)
    random.Random(seed).shuffle(order)
    with clock.at(at):
        for request in order:
            sight.answers[request], sight.statements[request] = _asked(client, request)
        sight.tables = tables(who)
        sight.told = told(who)
    return sight


def first_other(before: Sight, client: Client, *, at: datetime) -> Request | None:
    """The first request with another answer than before, when there is one; what comes after it is
    not asked."""
    with clock.at(at):
        for request, answer in before.answers.items():
            if _asked(client, request)[0] != answer:
                return request
    return None


def _asked(client: Client, request: Request) -> tuple[Any, int]:
    """What is answered, and with how many statements."""
    with counting() as count:
        answer = client.get(request[0], headers=dict(request[1]))
        found = answered(answer)
        answer.close()
    return found, len(count)


@contextmanager
def counting() -> Iterator[list[str]]:
    """The statements sent meanwhile."""
    sent: list[str] = []

    def note(execute: Any, sql: str, *rest: Any) -> Any:
        sent.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        yield sent


def tables(who: Somebody) -> dict[str, list[str]]:
    """Every row of every table that this person's ring opens, as the application role sees it."""
    with inside(who.person, [who.network]), connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)"
            " FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
            " WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p')"
            " AND a.attnum > 0 AND NOT a.attisdropped"
            " AND has_column_privilege(c.oid, a.attnum, 'SELECT') GROUP BY c.relname"
        )
        found = {}
        for name, columns in cursor.fetchall():
            if not name.startswith(FRAMEWORK):
                # Looking is written down too, by who looks: that is no difference between worlds.
                aside = f"WHERE person_id <> '{who.person}'" if name == "journal_look" else ""
                cursor.execute(f"SELECT ({columns})::text FROM {name} {aside} ORDER BY 1")
                found[name] = [str(row) for row in cursor.fetchall()]
    return found


def told(who: Somebody) -> dict[str, Any]:
    """The inbox of this person, and every mail that waits for them or went: when it leaves and
    what would stand in it now."""
    now = clock.now()
    with inside(who.person, [who.network]):
        return {
            "inbox": telling.inbox(limit=500),
            "unread": telling.inbox_count(at_most=99),
            "told": telling.told_between(start=now - timedelta(days=99), end=now + timedelta(9)),
            "mails": [_mail(who, row) for row in Delivery.objects.order_by("id")],
        }


def _mail(who: Somebody, row: Delivery) -> Any:
    claim = telling.Claim(row.id, who.person, row.bundle, 1)
    counts = readable(claim)
    letter = compose(
        delivery=row.id, address=who.email, language="nl", bundle=row.bundle, counts=counts
    )
    return row.id, row.channel, row.due_at, row.sent_at, row.dropped_at, letter.subject, letter.body
