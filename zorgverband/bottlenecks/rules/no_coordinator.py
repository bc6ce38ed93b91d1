"""A network in which nobody coordinates."""

from django.utils.translation import gettext_lazy as _

from ..models import Reach
from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="no_coordinator",
    title=_("Geen coördinator"),
    looks_at="members who take part now, when the last coordinator left, and the network itself",
    finds="""
        SELECT n.id, 'network', n.id, 14, '{}'::uuid[], '{}'::uuid[], NULL::uuid, NULL::uuid,
               began.at + interval '7 days', jsonb_build_object('date', privacy.day_of(began.at))
        FROM networks_network n
        CROSS JOIN LATERAL (
            SELECT GREATEST(n.created_at, max(m.left_at)) AS at FROM networks_member m
            WHERE m.network_id = n.id AND m.coordinator AND m.left_at <= p_now) began
        WHERE n.id = ANY (p_networks) AND n.closed_at IS NULL
          AND began.at + interval '7 days' <= p_now
          AND (SELECT count(*) FROM networks_member m WHERE m.network_id = n.id
               AND m.compartment IS NULL AND privacy.there(m.joined_at, m.left_at, p_now)) > 2
          AND NOT EXISTS (
              SELECT FROM networks_member m WHERE m.network_id = n.id AND m.coordinator
                AND m.compartment IS NULL AND privacy.there(m.joined_at, m.left_at, p_now))
    """,
    resolved_if="a member who takes part is chosen as coordinator",
    ladder=ladder(first_contact=0, control=3),
    seriousness=7,
    act=Act.PROPOSE,
    act_words=_("Stel iemand voor"),
    why=_("Niemand coördineert hier. Dan weet niemand wie het overzicht heeft."),
    client=_("Er is nog niemand die alles regelt. Hier wordt naar gekeken."),
    verbs=(
        "coordinator",
        "joined",
        "left",
        "removed",
        "role_changed",
    ),
    reach=Reach.LEADS,
)
