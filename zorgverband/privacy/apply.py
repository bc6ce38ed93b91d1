"""Renders the SQL in `locks/` and makes the database agree with it, whatever was there before."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from .detector import detector

LOCKS = Path(__file__).parent / "locks"
# First what the locks lean on; then one file per room.
GROUND = (
    "ring",
    "days",
    "explain",
    "leads",
    "search",
    "look",
    "unusual",
    "demo",
    "overview",
    "hats",
)


def _ring(word: str, kind: str) -> str:
    # A sub-select without outer columns is worked out once per statement, not once per row.
    return f"(SELECT NULLIF(current_setting('zv.{word}', true), '')::{kind})::{kind}"


RING = {
    "person": _ring("person", "uuid"),
    **{
        word: _ring(word, "uuid[]")
        for word in (
            "networks",
            "members",
            "social",
            "care",
            "abouts",
            "decided",
            "dead",
            "emergency",
            "compartments",
        )
    },
    **{word: _ring(word, "integer[]") for word in ("own", "write", "control")},
    "since": _ring("since", "timestamptz[]"),
}
LOCK = {
    "subject": "{i}subject",
    "dead": f"{{i}}about_id = ANY ({RING['dead']})",
    "social": f"{{i}}network_id = ANY ({RING['social']})",
    "compartment": "{i}compartment_id",
    "compartments": RING["compartments"],
    "author": "{i}author_id",
    "person": RING["person"],
    "own": f"COALESCE(({RING['own']})[array_position({RING['abouts']}, {{i}}about_id)], 0)",
    # Memberships belong to one network, so mine of other networks never stand in this item.
    "mine": RING["members"],
    "denied": "{i}denied",
    "allowed": "{i}allowed",
    "audience": "{i}audience",
    "created": "{i}created_at",
    "since": f"({RING['since']})[array_position({RING['abouts']}, {{i}}about_id)][{{i}}subject]",
    "emergency": f"{{i}}about_id = ANY ({RING['emergency']})",
}
EXPLAIN = {
    "subject": "p_subject",
    "dead": "p_about = ANY (s.dead)",
    "social": "s.side = 'social'",
    "compartment": "p_compartment",
    "compartments": "s.compartments",
    "author": "p_author",
    "person": "s.person_id",
    "own": "COALESCE(k.own, 0)",
    "mine": "ARRAY[s.member_id]",
    "denied": "p_denied",
    "allowed": "p_allowed",
    "audience": "p_audience",
    "created": "p_created",
    "since": "k.since[p_subject]",
    "emergency": "COALESCE(k.emergency, false)",
}


DECISIONS = (
    LOCK
    | EXPLAIN
    | {
        word: "i." + LOCK[word].removeprefix("{i}")
        for word in ("subject", "compartment", "author", "denied", "allowed", "audience", "created")
    }
)
DECISIONS["dead"] = "i.about_id = ANY (s.dead)"
DECISIONS["since"] = "k.since[i.subject]"
# Something new without readers of its own, by nobody in particular.
OVERVIEW = EXPLAIN | {
    "subject": "subject",
    "compartment": "NULL::uuid",
    "author": "NULL::uuid",
    "denied": "'{}'::uuid[]",
    "allowed": "'{}'::uuid[]",
    "audience": "NULL::uuid[]",
    "created": "now()",
    "since": "k.since[subject]",
}
# A bottleneck has no author and no readers of its own; its facts say since when they are readable.
BOTTLENECK = {
    "author": "NULL::uuid",
    "denied": "'{}'::uuid[]",
    "allowed": "'{}'::uuid[]",
    "audience": "NULL::uuid[]",
    "created": "'infinity'::timestamptz",
    "compartment": "NULL::uuid",
}
BOTTLENECK_FOR = (
    EXPLAIN
    | BOTTLENECK
    | {
        "subject": "d.subject",
        "dead": "d.about_id = ANY (s.dead)",
        "since": "k.since[d.subject]",
    }
)


def _fill(text: str, words: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: words[found[1]], text)


def _header(table: str) -> str:
    # Not EXISTS: the planner would turn that into a join and read every item of the network.
    return f"(SELECT true FROM sharing_item h WHERE h.id = {table}.item_id)"  # noqa: S608


def _own_header(table: str) -> str:
    return (
        f"EXISTS (SELECT FROM sharing_item h WHERE h.id = {table}.item_id "
        f"AND h.network_id = {table}.network_id AND (h.author_id = {RING['person']} "
        f"OR (({RING['write']})[array_position({RING['abouts']}, h.about_id)] >> h.subject) & 1 = 1))"
    )


def _open(table: str) -> str:
    return (
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO zv_app;\n"
        f"CREATE POLICY open ON {table} FOR ALL TO zv_app USING (true) WITH CHECK (true);"
    )


def render(text: str, rule: str) -> str:
    """The SQL with its words in braces replaced; `{{` stands for a brace."""
    lock = {name: words.replace("{i}", "") for name, words in LOCK.items()}
    search = {name: words.replace("{i}", "i.") for name, words in LOCK.items()}
    special = {
        "rule:lock": _fill(rule, lock),
        "rule:search": _fill(rule, search),
        "rule:explain": _fill(rule, EXPLAIN),
        "rule:overview": _fill(rule, OVERVIEW),
        "rule:decisions": _fill(rule, DECISIONS),
        "rule:bottleneck": _fill(rule, lock | BOTTLENECK),
        "rule:bottleneck_for": _fill(rule, BOTTLENECK_FOR),
    }

    def word(found: re.Match[str]) -> str:
        name = found[1]
        if name in special:
            return f"({special[name]})"
        kind, _, table = name.partition(":")
        match kind:
            case "header":
                return _header(table)
            case "own_header":
                return _own_header(table)
            case "open":
                return _open(table)
            case "days":
                return str(int(settings.TERMS[table]))
        return RING[name]

    text = re.sub(r"(?<!\{)\{([a-z_]+(?::\w+)?)\}(?!\})", word, text)
    return text.replace("{{", "{").replace("}}", "}")


def files() -> list[Path]:
    """The lock files in the order in which they are applied."""
    ground = [LOCKS / f"{name}.sql" for name in GROUND]
    rooms = sorted(path for path in LOCKS.glob("*.sql") if path not in ground)
    return ground + [path for path in rooms if path.stem != "rule"]


def statements(*, replace: Mapping[str, str] | None = None) -> Iterator[str]:
    """The SQL that makes the locks those of the files, in order; to be run in one transaction.

    `replace` puts another text in the place of a file, by its name ("rule.sql"), so that a check
    can break a line on purpose.
    """
    texts = {path.name: path.read_text() for path in LOCKS.glob("*.sql")} | dict(replace or {})
    yield _CLEAN
    for path in files():
        if path.stem == "bottlenecks":
            yield from detector()
        yield render(texts[path.name], texts["rule.sql"])
    yield _CLOSE


def apply(*, replace: Mapping[str, str] | None = None) -> None:
    """Make the database's locks those of the files, in one transaction; connected as the owner.

    `replace` as in `statements`.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in statements(replace=replace):
            cursor.execute(statement)


_CLEAN = """
DO $$
DECLARE r record;
BEGIN
    FOR r IN SELECT policyname, tablename FROM pg_policies WHERE schemaname = 'public' LOOP
        EXECUTE format('DROP POLICY %I ON public.%I', r.policyname, r.tablename);
    END LOOP;
END
$$;
DROP SCHEMA IF EXISTS privacy CASCADE;
CREATE SCHEMA privacy AUTHORIZATION zv_keeper;
GRANT USAGE ON SCHEMA public TO zv_app, zv_keeper;
GRANT USAGE ON SCHEMA privacy TO zv_app, zv_owner;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM zv_app, PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO zv_keeper;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO zv_app, zv_keeper;
GRANT CREATE ON SCHEMA privacy TO zv_owner;
"""

# Every table is locked for everybody, its owner too; the keeper alone sees all. Functions that run
# with the keeper's rights belong to the keeper. Those that answer for everybody are for other functions
# only: the application cannot ask them.
_CLOSE = """
DO $$
DECLARE r record;
BEGIN
    -- What belongs to an item about who died is as frozen as the item: no door can forget it.
    FOR r IN SELECT c.conrelid::regclass AS name, a.attname AS item FROM pg_constraint c
             JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
             WHERE c.contype = 'f' AND c.confrelid = 'public.sharing_item'::regclass LOOP
        EXECUTE format('CREATE POLICY frozen_new_%2$s ON %1$s AS RESTRICTIVE FOR INSERT TO zv_app '
                       'WITH CHECK (NOT privacy.frozen(%2$I))', r.name, r.item);
        EXECUTE format('CREATE POLICY frozen_old_%2$s ON %1$s AS RESTRICTIVE FOR UPDATE TO zv_app '
                       'USING (NOT privacy.frozen(%2$I))', r.name, r.item);
    END LOOP;
    -- Nobody changes or removes a row they cannot see: a statement that reads no column would not be
    -- held against the locks on reading, and how many rows it hit would tell of what is hidden.
    FOR r IN SELECT p.polrelid::regclass AS name,
                    string_agg('(' || pg_get_expr(p.polqual, p.polrelid) || ')', ' OR ') AS seen
             FROM pg_policy p WHERE p.polpermissive AND p.polcmd IN ('r', '*')
               AND p.polroles @> ARRAY['zv_app'::regrole::oid]
             GROUP BY p.polrelid LOOP
        EXECUTE format('CREATE POLICY seen_changed ON %s AS RESTRICTIVE FOR UPDATE TO zv_app '
                       'USING (%s) WITH CHECK (true)', r.name, r.seen);
        EXECUTE format('CREATE POLICY seen_removed ON %s AS RESTRICTIVE FOR DELETE TO zv_app '
                       'USING (%s)', r.name, r.seen);
    END LOOP;
    FOR r IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', r.tablename);
        EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', r.tablename);
        EXECUTE format('CREATE POLICY keeper ON public.%I FOR ALL TO zv_keeper USING (true) '
                       'WITH CHECK (true)', r.tablename);
    END LOOP;
    FOR r IN SELECT p.oid::regprocedure AS name, p.proname AS word, p.prosecdef FROM pg_proc p
             JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'privacy' LOOP
        IF r.prosecdef THEN EXECUTE format('ALTER FUNCTION %s OWNER TO zv_keeper', r.name); END IF;
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', r.name);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO zv_keeper, zv_owner', r.name);
        IF r.word <> ALL (ARRAY['age', 'dead', 'seats', 'controllers', 'keys', 'explain_all',
                                'decisions_all', 'overview_all', 'note_turns', 'first_keeper',
                                'odd_outside', 'odd_namesake', 'review', 'works_in', 'accept_inside',
                                'person_is_named', 'bottleneck_meeting',
                                'bottlenecks_told_of', 'coordinating', 'needed_from', 'help_fell',
                                'left_undecided', 'left_unkept', 'wait_for'])
           AND NOT starts_with(r.word, 'find_') AND NOT starts_with(r.word, 'hand_') THEN
            EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO zv_app', r.name);
        END IF;
    END LOOP;
END
$$;
"""
