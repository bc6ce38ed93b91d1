"""The coordinator did nothing here for a month, and did not look."""

from django.utils.translation import gettext_lazy as _

from ..models import Reach
from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="coordinator_silent",
    title=_("Coördinator is lang stil"),
    looks_at="what the coordinator did in the network, and until when they saw its news",
    finds="""
        SELECT m.network_id, m.id::text, m.network_id, 14, '{}'::uuid[], ARRAY[m.id], m.id,
            NULL::uuid,
               GREATEST(m.joined_at, last.at, away.until) + interval '30 days',
               jsonb_build_object('date', privacy.day_of(GREATEST(m.joined_at, last.at)))
        FROM networks_member m
        CROSS JOIN LATERAL (
            SELECT GREATEST(
                (SELECT e.at FROM journal_event e
                 LEFT JOIN sharing_item i ON i.id = e.item_id
                 WHERE e.network_id = m.network_id
                   -- That something waits for the coordinator is nothing the coordinator did.
                   AND e.to_person_id IS DISTINCT FROM e.person_id
                   AND e.at <= p_now
                   -- What has no item may be about who reads what is medical.
                   AND (i.id IS NULL AND NOT p_social
                        OR i.id IS NOT NULL AND i.compartment_id IS NULL
                           AND (NOT p_social OR i.subject > 5))
                   AND (e.person_id = m.person_id OR e.person_id IN (
                        SELECT t.person_id FROM people_teamperson t WHERE t.team_id = m.team_id))
                 ORDER BY e.at DESC LIMIT 1),
                (SELECT max(r.seen_until) FROM sharing_readmark r
                 WHERE r.network_id = m.network_id AND r.seen_until <= p_now
                   AND (r.person_id = m.person_id OR r.person_id IN (
                        SELECT t.person_id FROM people_teamperson t WHERE t.team_id = m.team_id)))
            ) AS at) last
        -- Who named somebody to look after it need not look themselves in those days.
        CROSS JOIN LATERAL (
            SELECT max(t.ends_at) AS until FROM networks_substitute t
            WHERE t.coordinator_id = m.id AND t.starts_at <= p_now) away
        WHERE m.network_id = ANY (p_networks) AND m.coordinator AND m.compartment IS NULL
          AND privacy.there(m.joined_at, m.left_at, p_now)
          AND GREATEST(m.joined_at, last.at, away.until) + interval '30 days' <= p_now
    """,
    resolved_if="the coordinator looks, does something, leaves or is away, or another is chosen",
    ladder=ladder(who=0, first_contact=7, control=14),
    seriousness=4,
    act=Act.CALL,
    act_words=_("Bel %(who)s"),
    why=_(
        "%(who)s coördineert, en keek hier het laatst op %(date)s. Misschien is er iets veranderd."
    ),
    client=_("Wij vragen %(who)s weer eens te kijken."),
    doer=_("U keek hier het laatst op %(date)s. Wilt u kijken of alles nog klopt?"),
    doer_title=_("U keek hier lang niet"),
    verbs=(
        "coordinator",
        "substitute_",
        "joined",
        "left",
        "removed",
    ),
    missing=True,
    reach=Reach.LEADS,
)
