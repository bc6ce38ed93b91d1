"""What is needed at home and not arranged, as SQL: once for what is medical, once for the rest.

Found a day before it begins; at once when somebody who was asked or promised it cannot after all,
left, or must say yes again because the day changed; also for some days of the week only.
"""

MEDICAL, PLAIN = "i.subject <= 5", "i.subject > 5"

_FINDS = """
    WITH need AS MATERIALIZED (
        SELECT n.item_id, n.network_id, n.about_id, n.starts_on, n.weekdays,
               i.subject::integer AS subject, i.author_member_id
        FROM handovers_needed n
        JOIN sharing_item i ON i.id = n.item_id AND i.withdrawn_at IS NULL
        WHERE n.network_id = ANY (p_networks) AND n.closed_at IS NULL
          AND n.starts_on >= p_today - 13 AND {which}
          AND (NOT p_social OR i.subject > 5) AND i.compartment_id IS NULL
    ), promised AS MATERIALIZED (
        SELECT l.needed_id, a.*, m.left_at <= p_now AS gone,
               a.state IN ('accepted', 'running', 'done') AND (m.left_at <= p_now) IS NOT TRUE AS stands
        FROM handovers_arranged l
        JOIN need n ON n.item_id = l.needed_id AND n.network_id = l.network_id
        JOIN agreements_agreement a ON a.item_id = l.item_id
        JOIN sharing_item i ON i.id = a.item_id AND i.withdrawn_at IS NULL
        JOIN networks_member m ON m.id = a.executor_id
    ), days AS (
        SELECT n.item_id, n.starts_on AS day FROM need n WHERE n.weekdays = '{{}}'
        UNION ALL
        -- The first two weeks, as far as they are to come.
        SELECT n.item_id, d::date FROM need n
        CROSS JOIN LATERAL generate_series(GREATEST(n.starts_on, p_today)::timestamp,
                                           (n.starts_on + 13)::timestamp, interval '1 day') d
        WHERE (extract(isodow FROM d)::integer - 1) = ANY (n.weekdays)
    ), gap AS (
        SELECT d.item_id, min(d.day) AS day FROM days d
        WHERE NOT EXISTS (
            SELECT FROM promised p WHERE p.needed_id = d.item_id AND p.stands
              AND (p.first_on IS NULL OR d.day BETWEEN p.first_on AND p.last_on
                   AND (extract(isodow FROM d.day)::integer - 1) = ANY (p.weekdays)))
        GROUP BY d.item_id
    )
    SELECT n.network_id, n.item_id::text, n.about_id, n.subject, ARRAY[n.item_id], '{{}}'::uuid[],
           NULL::uuid, n.author_member_id, p_now,
           jsonb_build_object('date', g.day, 'weekday', extract(isodow FROM g.day)::integer - 1)
    FROM need n JOIN gap g ON g.item_id = n.item_id
    WHERE p_now >= privacy.midnight(n.starts_on) - interval '24 hours'
       OR EXISTS (
           SELECT FROM promised p WHERE p.needed_id = n.item_id
             AND (p.gone OR p.state IN ('declined', 'failed', 'on_hold')
                  OR p.state IN ('asked', 'received') AND EXISTS (
                      -- Promised once, for another day.
                      SELECT FROM agreements_agreementchange c
                      WHERE c.item_id = p.item_id AND c.became = 'asked' AND c.was <> '')))
"""
RESOLVED = "somebody said yes for every day, it is not needed any more, or it is two weeks later"
ITEMS, VERBS = ("agreement", "needed", "discharge"), ("left", "removed", "joined")


def finds(which: str) -> str:
    """The SQL for what is medical, or for the rest."""
    return _FINDS.format(which=which)
