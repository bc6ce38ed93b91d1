"""The last four values of a measurement go one way, by more than a tenth."""

from django.utils.translation import gettext_lazy as _

from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="measurement_trend",
    title=_("Meting verandert steeds"),
    looks_at="the last four measurements of each kind in three months",
    finds="""
        SELECT t.network_id, t.about_id || ' ' || t.series, t.about_id, t.subject, t.facts,
            '{}'::uuid[],
               NULL::uuid, t.author, t.newest, jsonb_build_object(
                   'date', privacy.day_of(t.newest), 'date_first', privacy.day_of(t.oldest),
                   'value', t.vals[4], 'first', t.vals[1])
        FROM (
            SELECT q.network_id, q.about_id, q.series, min(q.subject) AS subject, max(q.taken_at)
                AS newest,
                   min(q.taken_at) AS oldest, (array_agg(q.author_member_id
                       ORDER BY q.taken_at DESC))[1] AS author,
                   array_agg(q.item_id ORDER BY q.taken_at DESC, q.item_id DESC) AS facts,
                   array_agg(q.value ORDER BY q.taken_at, q.item_id) AS vals
            FROM (
                SELECT m.network_id, m.about_id, m.series, m.item_id, m.value, m.taken_at,
                       i.subject::integer AS subject, i.author_member_id,
                       row_number() OVER (PARTITION BY m.network_id, m.about_id, m.series
                                          ORDER BY m.taken_at DESC, m.item_id DESC) AS nr
                FROM record_measurement m
                JOIN sharing_item i ON i.id = m.item_id AND i.withdrawn_at IS NULL
                  AND i.compartment_id IS NULL
                WHERE m.network_id = ANY (p_networks) AND m.replaced_at IS NULL AND m.value IS NOT
                    NULL
                  AND m.taken_at BETWEEN p_now - interval '90 days' AND p_now) q
            WHERE q.nr <= 4
            GROUP BY q.network_id, q.about_id, q.series HAVING count(*) = 4) t
        WHERE t.newest > p_now - interval '30 days' AND t.oldest < t.newest - interval '2 days'
          AND (t.vals[1] < t.vals[2] AND t.vals[2] < t.vals[3] AND t.vals[3] < t.vals[4]
               OR t.vals[1] > t.vals[2] AND t.vals[2] > t.vals[3] AND t.vals[3] > t.vals[4])
          AND abs(t.vals[4] - t.vals[1]) >= 0.1 * abs(t.vals[1])
    """,
    resolved_if="the next value goes the other way, or a month went by without a new one",
    ladder=ladder(asker=0, coordinator=3, control=7),
    seriousness=5,
    act=Act.LOOK,
    act_words=_("Bekijk de metingen"),
    why=_(
        "“%(what)s” gaat steeds dezelfde kant op: van %(first)s naar %(value)s sinds %(date_first)s."
    ),
    client=_("Naar uw metingen wordt gekeken."),
    items=("measurement",),
)
