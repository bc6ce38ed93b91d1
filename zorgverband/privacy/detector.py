"""Puts the rules of `bottlenecks/rules/` in the database, beside the locks: a function for each.

They see everything, so nobody may call them but `privacy.look_for_bottlenecks`.
"""

from collections.abc import Iterable, Iterator

from zorgverband.bottlenecks.rule import Rule
from zorgverband.bottlenecks.rules import RULES

FOUND = (
    "network_id uuid, key text, about_id uuid, subject integer, facts uuid[], members uuid[], "
    "who_id uuid, asker_id uuid, since timestamptz, detail jsonb"
)


def detector(rules: Iterable[Rule] = tuple(RULES.values())) -> Iterator[str]:
    """The SQL that makes the detector look by these rules."""
    rules = list(rules)
    for rule in rules:
        yield (
            f"CREATE FUNCTION privacy.find_{rule.kind}(p_networks uuid[], p_now timestamptz, "
            f"p_today date, p_social boolean) RETURNS TABLE ({FOUND}) LANGUAGE sql STABLE "
            f"SECURITY DEFINER SET search_path = public, pg_temp AS $rule$ {rule.finds} $rule$;"
        )
    yield _table(
        "bottleneck_kinds", "kind text, missing boolean, reach text, seriousness integer",
        [f"('{one.kind}', {one.missing}, '{one.reach.value}', {one.seriousness})" for one in rules],
    )  # fmt: skip
    yield _table(
        "bottleneck_ladders", "kind text, place integer, step text, after interval",
        [
            f"('{one.kind}', {place}, '{rung.step}', interval '{rung.after.total_seconds()} seconds')"
            for one in rules
            for place, rung in enumerate(one.ladder)
        ],
    )  # fmt: skip


def _table(name: str, columns: str, rows: list[str]) -> str:
    return (
        f"CREATE FUNCTION privacy.{name}() RETURNS TABLE ({columns}) LANGUAGE sql IMMUTABLE "
        f"AS $table$ VALUES {', '.join(rows)} $table$;"
    )
