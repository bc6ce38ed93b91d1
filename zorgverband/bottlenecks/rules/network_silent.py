"""Nobody wrote or did anything for four weeks."""

from django.utils.translation import gettext_lazy as _

from ..models import Reach
from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="network_silent",
    title=_("Lang stil"),
    looks_at="when something was last shared in the network",
    finds="""
        SELECT n.id, 'network', n.id, 14, '{}'::uuid[], '{}'::uuid[], NULL::uuid, NULL::uuid,
               GREATEST(n.created_at, last.at) + interval '28 days',
               jsonb_build_object('date', privacy.day_of(GREATEST(n.created_at, last.at)))
        FROM networks_network n
        CROSS JOIN LATERAL (
            SELECT max(i.created_at) AS at FROM (
                SELECT i.created_at FROM sharing_item i
                WHERE i.network_id = n.id AND i.created_at <= p_now
                  AND i.withdrawn_at IS NULL AND i.compartment_id IS NULL AND (NOT p_social OR
                      i.subject > 5)
                ORDER BY i.created_at DESC LIMIT 1) i) last
        WHERE n.id = ANY (p_networks) AND n.closed_at IS NULL
          AND GREATEST(n.created_at, last.at) + interval '28 days' <= p_now
    """,
    resolved_if="somebody shares something",
    ladder=ladder(coordinator=0, first_contact=7),
    seriousness=2,
    act=Act.CALL,
    act_words=_("Vraag hoe het gaat"),
    why=_("Sinds %(date)s schreef niemand iets. Gaat het goed?"),
    client=_("Wij vragen binnenkort hoe het met u gaat."),
    missing=True,
    reach=Reach.LEADS,
)
