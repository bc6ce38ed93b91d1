"""A worry, or a part of life that goes badly, for which the plan has no goal yet."""

from django.utils.translation import gettext_lazy as _

from ..models import Reach
from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="need_without_help",
    title=_("Zorg zonder doel"),
    looks_at="worries and low scores in the plan, and goals in the same part of life",
    finds="""
        SELECT p.network_id, p.item_id::text, i.about_id, i.subject::integer, ARRAY[p.item_id],
               '{}'::uuid[], NULL::uuid, i.author_member_id, i.created_at + interval '14 days',
               jsonb_build_object('date', privacy.day_of(i.created_at))
        FROM plan_planpart p
        JOIN sharing_item i ON i.id = p.item_id AND i.withdrawn_at IS NULL
        WHERE p.network_id = ANY (p_networks) AND p.ended_at IS NULL AND p.domain <> ''
          AND (p.kind = 'worry' OR p.kind = 'score' AND p.value <= 2)
          AND (NOT p_social OR i.subject > 5) AND i.compartment_id IS NULL
          AND i.created_at + interval '14 days' <= p_now
          AND NOT EXISTS (
              SELECT FROM plan_planpart g
              JOIN sharing_item h ON h.id = g.item_id AND h.withdrawn_at IS NULL
              WHERE g.network_id = p.network_id AND g.kind = 'goal' AND g.ended_at IS NULL
                AND g.domain = p.domain AND h.about_id IN (i.about_id, p.network_id)
                AND (NOT p_social OR h.subject > 5) AND h.compartment_id IS NULL)
    """,
    resolved_if="there is a goal in that part of life, the worry is taken out, or the score is higher",
    ladder=ladder(coordinator=0, control=14),
    seriousness=4,
    act=Act.ASK_SOMEBODY,
    act_words=_("Maak een doel"),
    why=_("Dit staat in het plan als zorg: “%(what)s”. Er is nog geen doel voor."),
    client=_("U maakt zich zorgen over “%(what)s”. Hier wordt naar gekeken."),
    items=("plan_",),
    missing=True,
    reach=Reach.LEADS,
)
