"""A goal that stands for two weeks, and nobody does anything for it yet."""

from django.utils.translation import gettext_lazy as _

from ..models import Reach
from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="goal_without_agreement",
    title=_("Doel zonder afspraak"),
    looks_at="goals of the plan that are open, and agreements that belong to them",
    finds="""
        SELECT p.network_id, p.item_id::text, i.about_id, i.subject::integer, ARRAY[p.item_id],
               '{}'::uuid[], NULL::uuid, i.author_member_id,
               i.created_at + interval '14 days',
               jsonb_build_object('date', privacy.day_of(i.created_at))
        FROM plan_planpart p
        JOIN sharing_item i ON i.id = p.item_id AND i.withdrawn_at IS NULL
        JOIN plan_goal g ON g.item_id = p.item_id AND g.closed_at IS NULL
        WHERE p.network_id = ANY (p_networks) AND p.kind = 'goal' AND p.ended_at IS NULL
          AND (NOT p_social OR i.subject > 5) AND i.compartment_id IS NULL
          AND i.created_at + interval '14 days' <= p_now
          AND NOT EXISTS (
              SELECT FROM agreements_agreement a
              JOIN sharing_item h ON h.id = a.item_id AND h.withdrawn_at IS NULL
              WHERE a.network_id = p.network_id AND a.goal_id = p.item_id
                AND a.state NOT IN ('declined', 'failed', 'cancelled')
                AND (NOT p_social OR h.subject > 5) AND h.compartment_id IS NULL)
    """,
    resolved_if="an agreement for it is asked or made, or the goal is closed or ended",
    ladder=ladder(asker=0, coordinator=7, control=14),
    seriousness=3,
    act=Act.ASK_SOMEBODY,
    act_words=_("Spreek iets af"),
    why=_("“%(what)s” staat als doel in het plan. Er is nog niets voor afgesproken."),
    client=_("Voor “%(what)s” is nog niets afgesproken. Hier wordt naar gekeken."),
    items=(
        "agreement",
        "plan_goal",
    ),
    missing=True,
    reach=Reach.LEADS,
)
