"""Those at home said that something is not there, after the day on which it would be."""

from django.utils.translation import gettext_lazy as _

from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="needed_missing",
    title=_("Het is er niet"),
    looks_at="what those at home said last of what is needed since a few days",
    finds="""
        SELECT n.network_id, n.item_id::text, n.about_id, i.subject::integer, ARRAY[n.item_id],
               '{}'::uuid[], NULL::uuid, i.author_member_id, said.at,
               jsonb_build_object('date', n.starts_on)
        FROM handovers_needed n
        JOIN sharing_item i ON i.id = n.item_id AND i.withdrawn_at IS NULL
        CROSS JOIN LATERAL (SELECT a.answer, a.at FROM handovers_arrival a
                            WHERE a.item_id = n.item_id AND a.at >= privacy.midnight(n.starts_on)
                            ORDER BY a.at DESC, a.id DESC LIMIT 1) said
        WHERE n.network_id = ANY (p_networks) AND n.closed_at IS NULL
          AND said.answer = 'missing' AND n.starts_on >= p_today - 28
    """,
    resolved_if="those at home say that it is there, or it is not needed any more",
    ladder=ladder(coordinator=0, control=2),
    seriousness=9,
    act=Act.LOOK,
    act_words=_("Bekijk"),
    why=_("“%(what)s” zou er zijn op %(date)s. Thuis is gezegd: het is er niet."),
    client=_("“%(what)s” is er nog niet. Hier wordt naar gekeken."),
    items=("needed",),
)
