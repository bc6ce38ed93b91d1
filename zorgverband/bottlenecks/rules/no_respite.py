"""A carer had no free day for longer than they said they can do without."""

from django.utils.translation import gettext_lazy as _

from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="no_respite",
    title=_("Mantelzorger had lang geen vrije dag"),
    looks_at="how often a carer needs rest, and when they last had it",
    finds="""
        SELECT o.network_id, o.about_id::text, o.about_id, 12,
               o.item_id || COALESCE(last.facts, '{}'), ARRAY[o.about_id], o.about_id, NULL::uuid,
               privacy.midnight(rest.on_date + o.respite_weeks * 7),
               jsonb_build_object('date', rest.on_date, 'weeks', o.respite_weeks)
        FROM carers_careroffer o
        JOIN sharing_item i ON i.id = o.item_id AND i.withdrawn_at IS NULL
        JOIN networks_member m ON m.id = o.about_id AND m.side = 'family'
          AND privacy.there(m.joined_at, m.left_at, p_now)
        CROSS JOIN LATERAL (
            SELECT max(c.rested_on) AS rested_on,
                   (array_agg(c.item_id ORDER BY c.rested_on DESC NULLS LAST, c.on_date DESC,
                       c.item_id DESC))[1:1] AS facts
            FROM carers_carercheck c JOIN sharing_item h ON h.id = c.item_id AND h.withdrawn_at IS
                NULL
            WHERE c.network_id = o.network_id AND c.about_id = o.about_id
              AND c.on_date <= p_today) last
        CROSS JOIN LATERAL (
            SELECT GREATEST(last.rested_on, CASE WHEN last.rested_on IS NULL
                THEN privacy.day_of(i.created_at) END) AS on_date) rest
        WHERE o.network_id = ANY (p_networks) AND o.replaced_at IS NULL
          AND o.respite_weeks IS NOT NULL
          AND (o.until_on IS NULL OR o.until_on >= p_today)
          AND p_today > rest.on_date + o.respite_weeks * 7
    """,
    resolved_if="the carer says they had a free day, offers otherwise, or leaves",
    ladder=ladder(coordinator=0, first_contact=2, who=3),
    seriousness=6,
    act=Act.ASK_SOMEBODY,
    act_words=_("Regel een vrije dag"),
    why=_(
        "%(who)s had voor zover bekend geen vrije dag sinds %(date)s. Elke %(weeks)s weken is nodig."
    ),
    client=_("Wij kijken of %(who)s een vrije dag kan krijgen."),
    doer=_(
        "U had voor zover bekend geen vrije dag sinds %(date)s. Zullen wij een vrije dag regelen?"
    ),
    doer_title=_("U had lang geen vrije dag"),
    items=("carer_",),
    verbs=("left", "removed", "joined", "role_changed"),
)
