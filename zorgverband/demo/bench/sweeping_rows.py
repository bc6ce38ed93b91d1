"""Makes of generated messages what the rules look at: agreements, visits, plans, measurements, medicines,
examinations, advice and what carers offer. A few hundred thousand rows, by the database itself."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from django.db import connections, transaction

# Of each network so many of the newest messages of these subjects become this kind of item.
_TAKEN = """
    CREATE TEMP TABLE taken ON COMMIT DROP AS
    SELECT i.id, i.network_id, i.about_id, i.created_at, i.subject,
           row_number() OVER (PARTITION BY i.network_id, i.subject ORDER BY i.created_at DESC) AS nr,
           ('x' || left(md5(i.id::text), 7))::bit(28)::int AS dice
    FROM sharing_item i
    WHERE i.compartment_id IS NULL AND i.network_id IN (SELECT id FROM swept);
    CREATE INDEX ON taken (subject, nr); ANALYZE taken;
    CREATE TEMP TABLE seats ON COMMIT DROP AS
    SELECT m.network_id, array_agg(m.id ORDER BY m.id) AS members FROM networks_member m
    WHERE m.side <> 'client' GROUP BY m.network_id;
    CREATE INDEX ON seats (network_id);
"""
_MADE = {
    "agreements": ("agreement", "subject IN (6, 7, 14) AND nr <= 3", """
        INSERT INTO agreements_agreement (item_id, network_id, executor_id, checked_by, due_on, repeat,
            weekdays, remind_days, remind_at, state, state_at, answer, last_on)
        SELECT t.id, t.network_id, s.members[1 + t.dice %% cardinality(s.members)], '',
            CASE WHEN t.dice %% 3 > 0 THEN current_date + t.dice %% 40 - 5 END, 'once', '{}', 0, '09:00',
            (ARRAY['asked', 'accepted', 'running', 'done', 'done', 'declined'])[1 + t.dice %% 6],
            t.created_at, '', '9999-12-31'
        FROM taken t JOIN seats s USING (network_id) WHERE {which}
    """),
    "visits": ("visit", "subject = 13 AND nr <= 4", """
        INSERT INTO agenda_visit (item_id, network_id, who_id, who_name, place, first_on, last_on, starts,
            ends, repeat, weekdays, stopped_reason)
        SELECT t.id, t.network_id, s.members[1 + t.dice %% cardinality(s.members)], '', '',
            current_date - 30, '9999-12-31', make_time(8 + t.dice %% 10, 0, 0),
            make_time(9 + t.dice %% 10, 0, 0),
            (ARRAY['daily', 'weekly', 'weekly', 'biweekly'])[1 + t.dice %% 4],
            '{}', ''
        FROM taken t JOIN seats s USING (network_id) WHERE {which}
    """),
    "plans": ("plan_part", "subject = 8 AND nr <= 4", """
        INSERT INTO plan_planpart (item_id, network_id, kind, domain, quote, by_client, signs,
            review_on)
        SELECT t.id, t.network_id,
            CASE WHEN t.nr = 1 THEN 'cycle' WHEN t.nr = 2 THEN 'worry' ELSE 'goal' END,
            CASE WHEN t.nr = 2 THEN 'money' ELSE '' END, false, false, false,
            CASE WHEN t.nr = 1 THEN current_date + t.dice %% 90 - 10 END
        FROM taken t WHERE {which};
        INSERT INTO plan_goal (item_id, network_id, measure, unit)
        SELECT item_id, network_id, '', '' FROM plan_planpart
        WHERE kind = 'goal' AND item_id NOT IN (SELECT item_id FROM plan_goal)
    """),
    "measurements": ("measurement", "subject = 3 AND nr > 2", """
        INSERT INTO record_measurement (item_id, network_id, about_id, name, code_system, code, series,
            comparator, unit, text, taken_at, value, low, high)
        SELECT t.id, t.network_id, t.about_id, 'Gewicht', '', '',
            md5(t.about_id::text || t.dice %% 3)::uuid, '', 'kg', '', t.created_at,
            60 + t.dice %% 25, 60, 83
        FROM taken t WHERE {which}
    """),
    "examinations": ("examination", "subject = 3 AND nr <= 2", """
        INSERT INTO record_examination (item_id, network_id, about_id, name, code_system, code, state,
            on_date, "by", kind)
        SELECT t.id, t.network_id, t.about_id, 'Bloed', '', '', 'done', t.created_at::date, '',
            (ARRAY['blood_count', 'kidney', 'urine', 'ecg'])[1 + t.dice %% 4]
        FROM taken t WHERE {which}
    """),
    "medicines": ("medication", "subject = 2 AND nr <= 6", """
        INSERT INTO record_medication (item_id, network_id, about_id, name, code_system, code, dose,
            route, status)
        SELECT t.id, t.network_id, t.about_id, 'Middel ' || t.dice %% 60, 'http://www.whocc.no/atc',
            'C' || lpad((t.dice %% 60)::text, 2, '0') || 'CA01', '', '',
            CASE WHEN t.nr = 6 THEN 'stopped' ELSE 'active' END
        FROM taken t WHERE {which}
    """),
    "advice": ("advice", "subject = 4 AND nr <= 3", """
        INSERT INTO advice_advice (item_id, network_id, about_id, topic, what, code, direction, unit,
            by_name)
        SELECT t.id, t.network_id, t.about_id,
            (ARRAY['rest', 'movement', 'salt', 'fluid', 'shower', 'dry'])[1 + t.dice %% 6], '', '',
            (ARRAY['do', 'do_not', 'more', 'less'])[1 + t.dice %% 4], '', ''
        FROM taken t WHERE {which}
    """),
    "carers": ("carer_offer", "subject = 12 AND nr <= 1", """
        INSERT INTO carers_careroffer (item_id, network_id, about_id, hours, weekdays, respite_weeks)
        SELECT t.id, t.network_id, m.id, 1 + t.dice %% 8, '{}', 4
        FROM taken t CROSS JOIN LATERAL (
            SELECT m.id FROM networks_member m
            WHERE m.network_id = t.network_id AND m.side = 'family' ORDER BY m.id LIMIT 1) m
        WHERE {which}
    """),
}  # fmt: skip
# What a room adds to its table later is empty here.
_EMPTY = """
    SELECT format('ALTER TABLE %%I ALTER COLUMN %%I', c.table_name, c.column_name), c.data_type
    FROM information_schema.columns c
    WHERE c.table_schema = 'public' AND c.table_name = ANY (%s) AND c.is_nullable = 'NO'
      AND c.column_default IS NULL AND c.is_generated = 'NEVER' AND c.data_type = ANY (%s)
"""
_ZERO = {"text": "''", "boolean": "false", "smallint": "0", "ARRAY": "'{}'"}
_TABLES = (
    "sharing_item", "agreements_agreement", "agenda_visit", "plan_planpart", "plan_goal",
    "record_measurement", "record_examination", "record_medication", "advice_advice",
    "carers_careroffer",
)  # fmt: skip


def fill(networks: Sequence[UUID], tell: Callable[[str], None]) -> None:
    """Make the rows in these networks, and gather the planner's statistics."""
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        # Every row's references are looked at as it comes, not kept in memory until the end.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(
            "CREATE TEMP TABLE swept ON COMMIT DROP AS SELECT unnest(%s::uuid[]) AS id",
            [list(networks)],
        )
        cursor.execute(_TAKEN)
        found = _columns(cursor)
        for statement, zero in found:
            cursor.execute(f"{statement} SET DEFAULT {zero}")
        for name, (kind, which, made) in _MADE.items():
            tell(f"  {name}")
            for statement in made.replace("{which}", "t." + which.replace(" AND nr", " AND t.nr")
                                          ).replace("%%", "%").split(";"):  # fmt: skip
                cursor.execute(statement)
            cursor.execute(
                "UPDATE sharing_item SET kind = %s FROM taken t WHERE t.id = sharing_item.id AND t."  # noqa: S608
                + which.replace(" AND nr", " AND t.nr"),
                [kind],
            )
        for statement, _zero in found:
            cursor.execute(f"{statement} DROP DEFAULT")
    with connections["owner"].cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE) " + ", ".join(_TABLES))


def _columns(cursor: Any) -> list[tuple[str, str]]:
    cursor.execute(_EMPTY, [list(_TABLES[1:]), list(_ZERO)])
    return [(statement, _ZERO[kind]) for statement, kind in cursor.fetchall()]
