"""Somebody comes on fixed days; on one of these days, or from now on, nobody does."""

from django.utils.translation import gettext_lazy as _

from ..models import Reach
from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="nobody_arranged",
    title=_("Niemand geregeld"),
    looks_at="repeating visits of the coming week: who comes, and who cannot",
    finds="""
        WITH visits AS MATERIALIZED (
            SELECT n.*, m.left_at <= p_now AS gone
            FROM privacy.find_visits(p_networks, p_today, p_today + 7) n
            LEFT JOIN networks_member m ON m.id = n.who_id
            WHERE n.compartment IS NULL AND (NOT p_social OR n.subject > 5)
        ), gaps AS (
            SELECT n.*, CASE WHEN n.gone THEN NULL ELSE n.day END AS gap
            FROM visits n
            WHERE n.gone AND NOT n.cancelled OR n.own AND n.repeat <> 'once')
        SELECT DISTINCT ON (v.item_id, v.gap) v.network_id,
               v.item_id || COALESCE(' ' || v.gap, ''), v.about_id, v.subject,
               ARRAY[v.item_id], '{}'::uuid[], NULL::uuid, v.author_member_id, p_now,
               jsonb_build_object('date', v.day, 'weekday', extract(isodow FROM v.day)::int - 1)
        FROM gaps v
        WHERE NOT EXISTS (
            -- Somebody else comes about that time.
            SELECT FROM visits o
            WHERE o.network_id = v.network_id AND o.about_id = v.about_id AND o.day = v.day
              AND o.item_id <> v.item_id AND NOT o.cancelled AND o.gone IS NOT TRUE
              AND o.kind NOT IN ('medicine', 'busy')
              AND o.starts BETWEEN v.starts - LEAST(v.starts - '00:00'::time, interval '2 hours')
                               AND v.starts + LEAST('23:59'::time - v.starts, interval '2 hours'))
        ORDER BY v.item_id, v.gap, v.day
    """,
    resolved_if="somebody else comes about that time, it goes on after all, or the day went by",
    ladder=ladder(first_contact=0, coordinator=0, control=1),
    seriousness=9,
    act=Act.ASK_SOMEBODY,
    act_words=_("Vraag iemand"),
    why=_("Op %(weekday)s %(date)s komt er niemand voor “%(what)s”."),
    client=_("Voor “%(what)s” op %(weekday)s %(date)s wordt nog iemand gezocht."),
    items=("visit",),
    verbs=(
        "left",
        "removed",
        "joined",
    ),
    missing=True,
    reach=Reach.LEADS,
)
