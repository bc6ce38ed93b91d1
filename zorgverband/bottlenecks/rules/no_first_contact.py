"""A network in which nobody is the one to call first."""

from django.utils.translation import gettext_lazy as _

from ..models import Reach
from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="no_first_contact",
    title=_("Geen aanspreekpunt"),
    looks_at="members who take part now, when the last first contact left, and the network itself",
    finds="""
        SELECT n.id, 'network', n.id, 14, '{}'::uuid[], '{}'::uuid[], NULL::uuid, NULL::uuid,
               began.at + interval '7 days', jsonb_build_object('date', privacy.day_of(began.at))
        FROM networks_network n
        CROSS JOIN LATERAL (
            SELECT GREATEST(n.created_at, max(m.left_at)) AS at FROM networks_member m
            WHERE m.network_id = n.id AND m.first_contact AND m.left_at <= p_now) began
        WHERE n.id = ANY (p_networks) AND n.closed_at IS NULL
          AND began.at + interval '7 days' <= p_now
          AND (SELECT count(*) FROM networks_member m WHERE m.network_id = n.id
               AND m.compartment IS NULL AND m.joined_at <= p_now
               AND (m.left_at IS NULL OR m.left_at > p_now)) > 1
          AND NOT EXISTS (
              SELECT FROM networks_member m WHERE m.network_id = n.id AND m.first_contact
                AND m.compartment IS NULL
                AND m.joined_at <= p_now AND (m.left_at IS NULL OR m.left_at > p_now))
    """,
    resolved_if="a member who takes part is chosen as first contact",
    ladder=ladder(coordinator=0, control=7),
    seriousness=7,
    act=Act.PROPOSE,
    act_words=_("Stel iemand voor"),
    why=_(
        "Niemand is hier het eerste aanspreekpunt. Wie iets wil vragen, weet niet wie te bellen."
    ),
    client=_("Er is nog geen vaste persoon om te bellen. Hier wordt naar gekeken."),
    verbs=(
        "first_contact",
        "joined",
        "left",
        "removed",
    ),
    reach=Reach.LEADS,
)
