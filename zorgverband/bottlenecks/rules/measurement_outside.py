"""The newest value of a measurement lies outside what was agreed."""

from django.utils.translation import gettext_lazy as _

from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="measurement_outside",
    title=_("Meting buiten de afspraak"),
    looks_at="the newest measurement of each kind in the last two months, and its limits",
    finds="""
        SELECT m.network_id, m.about_id || ' ' || m.series, i.about_id, i.subject::integer,
            ARRAY[m.item_id],
               '{}'::uuid[], NULL::uuid, i.author_member_id, m.taken_at,
               jsonb_build_object('date', privacy.day_of(m.taken_at), 'value', m.value, 'unit', m.unit)
        FROM record_measurement m
        JOIN sharing_item i ON i.id = m.item_id AND i.withdrawn_at IS NULL
          AND i.compartment_id IS NULL
        WHERE m.network_id = ANY (p_networks) AND m.replaced_at IS NULL
          AND m.taken_at BETWEEN p_now - interval '60 days' AND p_now
          AND (m.value < m.low OR m.value > m.high OR EXISTS (
              SELECT FROM record_measurementpart x WHERE x.item_id = m.item_id
                AND (x.value < x.low OR x.value > x.high)))
          AND NOT EXISTS (
              SELECT FROM record_measurement n
              JOIN sharing_item h ON h.id = n.item_id AND h.withdrawn_at IS NULL
                AND h.compartment_id IS NULL
              WHERE n.network_id = m.network_id AND n.about_id = m.about_id AND n.series = m.series
                AND n.replaced_at IS NULL AND n.taken_at <= p_now
                AND (n.taken_at, n.item_id) > (m.taken_at, m.item_id))
    """,
    resolved_if="a newer value lies inside what was agreed, or two months went by",
    ladder=ladder(asker=0, coordinator=2, control=7),
    seriousness=7,
    act=Act.LOOK,
    act_words=_("Bekijk de metingen"),
    why=_("“%(what)s” van %(date)s ligt buiten wat is afgesproken."),
    client=_("Naar uw meting van %(date)s wordt gekeken."),
    items=("measurement",),
)
