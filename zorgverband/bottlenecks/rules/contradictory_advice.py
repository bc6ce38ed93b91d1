"""Two advices about one client that cannot both be followed: opposite directions, amounts that do not
meet, or topics that bite each other (`advice/clashing.py` says it for one pair, this for all at once)."""

from django.utils.translation import gettext_lazy as _

from zorgverband.advice.topics import BITES, TOPICS
from zorgverband.advice.units import UNITS

from ..rule import Act, Rule, ladder

_SPECIFIC = ", ".join(f"'{topic.key}'" for topic in TOPICS.values() if topic.specific)
_UNITS = ", ".join(f"('{one.key}', '{one.measure}', {one.factor})" for one in UNITS.values())
_BITES = ", ".join(
    f"('{one[0]}', {one[1]}, '{other[0]}', {other[1]})"
    for pair in sorted(sorted(pair) for pair in BITES)
    for one, other in (pair, pair[::-1])
)

RULE = Rule(
    kind="contradictory_advice",
    title=_("Tegenstrijdig advies"),
    looks_at="advice that holds now, two by two, about the same client or household",
    finds=f"""
        WITH said AS MATERIALIZED (
            SELECT a.*, i.subject::integer AS subject, i.author_member_id, i.created_at, u.measure,
                   a.low * u.factor AS least, a.high * u.factor AS most,
                   CASE WHEN a.direction = 'amount' THEN CASE WHEN a.high = 0 THEN -1 ELSE 1 END
                        WHEN a.direction IN ('do', 'more') THEN 1 ELSE -1 END AS way,
                   split_part(ltrim(lower(a.what)), ' ', 1) AS word
            FROM advice_advice a
            JOIN sharing_item i ON i.id = a.item_id AND i.withdrawn_at IS NULL
            LEFT JOIN (VALUES {_UNITS}) AS u(key, measure, factor) ON u.key = a.unit
            WHERE a.network_id = ANY (p_networks) AND a.ended_at IS NULL
              AND (a.starts_on IS NULL OR a.starts_on <= p_today)
              AND (a.ends_on IS NULL OR a.ends_on >= p_today))
        SELECT a.network_id, a.item_id || ' ' || b.item_id, a.about_id, LEAST(a.subject, b.subject),
               ARRAY[b.item_id, a.item_id], '{{}}'::uuid[], NULL::uuid, b.author_member_id,
               b.created_at, '{{}}'::jsonb
        FROM said a JOIN said b ON b.network_id = a.network_id AND b.about_id = a.about_id
          AND (a.created_at, a.item_id) < (b.created_at, b.item_id)
        WHERE CASE
            WHEN a.topic <> b.topic
                THEN (a.topic, a.way, b.topic, b.way) IN (VALUES {_BITES})
            WHEN a.topic IN ({_SPECIFIC}) AND NOT CASE WHEN a.code <> '' AND b.code <> ''
                 THEN a.code = b.code ELSE a.word <> '' AND a.word = b.word END THEN false
            WHEN a.direction = 'amount' AND b.direction = 'amount'
                THEN a.measure = b.measure AND (a.least > b.most OR b.least > a.most)
            WHEN 'amount' IN (a.direction, b.direction)
                 AND NOT (a.direction IN ('do', 'do_not') OR b.direction IN ('do', 'do_not')) THEN
                     false
            ELSE a.way <> b.way END
    """,
    resolved_if="one of the two ends, or changes so that both can be followed",
    ladder=ladder(coordinator=0, first_contact=2, asker=3, control=7),
    seriousness=8,
    act=Act.ASK_BOTH,
    act_words=_("Vraag beiden"),
    why=_("“%(what)s” en “%(other)s” gaan niet samen."),
    client=_("Twee adviezen passen niet bij elkaar. Hier wordt naar gekeken."),
    items=("advice",),
)
