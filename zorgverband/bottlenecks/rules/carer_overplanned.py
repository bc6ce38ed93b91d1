"""A carer is planned for more hours a week than they offered."""

from django.utils.translation import gettext_lazy as _

from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="carer_overplanned",
    title=_("Mantelzorger doet meer dan afgesproken"),
    looks_at="what a carer offered, and their visits and agreements of the coming week",
    finds="""
        WITH offered AS MATERIALIZED (
            SELECT o.* FROM carers_careroffer o
            JOIN sharing_item i ON i.id = o.item_id AND i.withdrawn_at IS NULL
            JOIN networks_member m ON m.id = o.about_id AND m.side = 'family'
              AND privacy.there(m.joined_at, m.left_at, p_now)
            WHERE o.network_id = ANY (p_networks) AND o.replaced_at IS NULL AND o.hours IS NOT NULL
              AND (o.until_on IS NULL OR o.until_on >= p_today)
        ), work AS (
            SELECT v.who_id, v.item_id,
                   extract(epoch FROM COALESCE(v.ends - v.starts, interval '1 hour')) / 3600 AS hours
            FROM privacy.find_visits(ARRAY(SELECT DISTINCT o.network_id FROM offered o),
                                     p_today, p_today + 6) v
            WHERE NOT v.cancelled AND v.compartment IS NULL AND (NOT p_social OR v.subject > 5)
            UNION ALL
            -- Something that was promised counts for half an hour each time, as in carers/load.py.
            SELECT a.executor_id, a.item_id, 0.5
            FROM offered o
            JOIN agreements_agreement a ON a.executor_id = o.about_id AND a.network_id = o.network_id
            JOIN sharing_item h ON h.id = a.item_id AND h.withdrawn_at IS NULL
              AND h.compartment_id IS NULL
            CROSS JOIN generate_series(0, 6) AS n
            WHERE a.state IN ('accepted', 'running') AND (NOT p_social OR h.subject > 5)
              AND CASE WHEN a.repeat = 'once' THEN a.due_on = p_today + n
                       ELSE privacy.falls_on(a.first_on, a.last_on, a.repeat, a.weekdays,
                                             p_today + n)
                            AND p_today + n <> ALL (privacy.handed_days(a.network_id, a.item_id))
                       END
        ), sums AS (
            SELECT w.who_id, sum(w.hours) AS hours,
                   array_agg(DISTINCT w.item_id ORDER BY w.item_id) AS facts
            FROM work w GROUP BY w.who_id)
        SELECT o.network_id, o.about_id::text, o.about_id, 12, o.item_id || w.facts, ARRAY[o.about_id],
               o.about_id, NULL::uuid, p_now,
               jsonb_build_object('offered', o.hours::float, 'planned', round(w.hours, 1)::float)
        FROM offered o JOIN sums w ON w.who_id = o.about_id
        WHERE w.hours > o.hours
    """,
    resolved_if="less is planned, the carer offers more, or leaves",
    ladder=ladder(coordinator=0, first_contact=2, who=3),
    seriousness=7,
    act=Act.ASK_SOMEBODY,
    act_words=_("Zoek hulp erbij"),
    why=_("%(who)s wil %(offered)s uur per week helpen. De komende 7 dagen: %(planned)s uur."),
    client=_("Wij kijken of %(who)s hulp kan krijgen."),
    doer=_(
        "U gaf aan: %(offered)s uur per week. De komende 7 dagen: %(planned)s uur. Wilt u hulp?"
    ),
    doer_title=_("U doet meer dan u wilde"),
    items=(
        "carer_offer",
        "visit",
        "agreement",
    ),
    verbs=("left", "removed", "joined", "role_changed"),
    missing=True,
)
