"""Nothing in the plan changed for half a year, and no day to look back is to come."""

from django.utils.translation import gettext_lazy as _

from ..models import Reach
from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="plan_stale",
    title=_("Plan is oud"),
    looks_at="when something in the plan last changed, per client or household",
    finds="""
        SELECT s.network_id, s.about_id::text, s.about_id, 14, '{}'::uuid[], '{}'::uuid[],
            NULL::uuid,
               NULL::uuid, s.at + interval '180 days', jsonb_build_object('date', privacy.day_of(s.at))
        FROM (
            SELECT p.network_id, i.about_id,
                   max(GREATEST(i.created_at, i.edited_at, p.ended_at, (
                       SELECT max(g.at) FROM plan_goalstep g WHERE g.network_id = p.network_id
                         AND g.item_id = p.item_id))) AS at,
                   bool_or(p.kind = 'cycle' AND p.ended_at IS NULL) AS reviewed,
                   bool_or(p.ended_at IS NULL) AS open
            FROM plan_planpart p
            JOIN sharing_item i ON i.id = p.item_id AND i.withdrawn_at IS NULL
            WHERE p.network_id = ANY (p_networks) AND i.compartment_id IS NULL
              AND (NOT p_social OR i.subject > 5)
            GROUP BY p.network_id, i.about_id) s
        WHERE s.open AND NOT s.reviewed AND s.at + interval '180 days' <= p_now
    """,
    resolved_if="something in the plan is written, changed or ended, or a day to look back is chosen",
    ladder=ladder(coordinator=0, control=14),
    seriousness=3,
    act=Act.PICK_DATE,
    act_words=_("Kies datum"),
    why=_("In het plan veranderde niets sinds %(date)s."),
    client=_("Wij kijken binnenkort samen of het plan nog klopt."),
    items=("plan_",),
    missing=True,
    reach=Reach.LEADS,
)
