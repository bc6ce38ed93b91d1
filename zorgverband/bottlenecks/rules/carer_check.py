"""A carer says they cannot keep it up for long, or less long than before."""

from django.utils.translation import gettext_lazy as _

from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="carer_check",
    title=_("Mantelzorger zwaar belast"),
    looks_at="the last two times a carer said how long they can keep it up",
    finds="""
        SELECT c.network_id, c.about_id::text, c.about_id, 12,
               array_remove(ARRAY[c.item_id, p.item_id], NULL),
               ARRAY[c.about_id], c.about_id, NULL::uuid, i.created_at,
               jsonb_build_object('date', c.on_date, 'holds', c.holds, 'was', p.holds)
        FROM carers_carercheck c
        JOIN sharing_item i ON i.id = c.item_id AND i.withdrawn_at IS NULL
        JOIN networks_member m ON m.id = c.about_id AND m.side = 'family'
          AND privacy.there(m.joined_at, m.left_at, p_now)
        LEFT JOIN LATERAL (
            SELECT b.item_id, b.holds FROM carers_carercheck b
            JOIN sharing_item h ON h.id = b.item_id AND h.withdrawn_at IS NULL
            WHERE b.network_id = c.network_id AND b.about_id = c.about_id
              AND (b.on_date, b.item_id) < (c.on_date, c.item_id) AND b.on_date >= c.on_date - 100
            ORDER BY b.on_date DESC, b.item_id DESC LIMIT 1) p ON true
        WHERE c.network_id = ANY (p_networks) AND i.created_at <= p_now
          AND c.on_date >= p_today - 100
          AND (c.holds <= 2 OR c.holds < p.holds)
          AND NOT EXISTS (
              SELECT FROM carers_carercheck n JOIN sharing_item h ON h.id = n.item_id
                AND h.withdrawn_at IS NULL
              WHERE n.network_id = c.network_id AND n.about_id = c.about_id
                AND h.created_at <= p_now AND (n.on_date, n.item_id) > (c.on_date, c.item_id))
    """,
    resolved_if="the carer says it goes better, does not take part any more, or a hundred days went by",
    ladder=ladder(coordinator=0, first_contact=1, who=3),
    seriousness=9,
    act=Act.CALL,
    act_words=_("Bel %(who)s"),
    why=_("%(who)s zei op %(date)s dat het zwaar wordt."),
    client=_("Wij kijken of %(who)s hulp kan krijgen."),
    doer=_("U zei dat het zwaar wordt. Wij bellen u graag om te kijken wat helpt."),
    doer_title=_("Het wordt te zwaar"),
    items=("carer_check",),
    verbs=("left", "removed", "joined", "role_changed"),
)
