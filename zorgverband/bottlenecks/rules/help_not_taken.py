"""Help was asked, the moment comes near, and nobody does it."""

from django.utils.translation import gettext_lazy as _

from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="help_not_taken",
    title=_("Hulp gevraagd, nog niemand"),
    looks_at="help that is asked, when it is for, and whether somebody does it",
    finds="""
        SELECT r.network_id, r.item_id::text, i.about_id, i.subject::integer, ARRAY[r.item_id],
               '{}'::uuid[], NULL::uuid, i.author_member_id, n.moment - interval '24 hours',
               jsonb_build_object('date', (i.created_at AT TIME ZONE 'Europe/Amsterdam')::date)
        FROM helping_helprequest r
        JOIN sharing_item i ON i.id = r.item_id AND i.withdrawn_at IS NULL
        -- When it is for: a day before it, somebody must be there. Without a day: three days after
        -- it was asked of all who read it.
        CROSS JOIN LATERAL (
            SELECT CASE WHEN r.day IS NOT NULL THEN
                (r.day + ((GREATEST(p_today - r.day, 0) + 6) / 7) * 7
                 + COALESCE(r.starts, '12:00')) AT TIME ZONE 'Europe/Amsterdam'
            ELSE LEAST(LEAST(r.first_until, r.offered_at) + r.wait_minutes * interval '1 minute',
                       r.opened_at) + interval '4 days' END AS moment) n
        WHERE r.network_id = ANY (p_networks) AND i.compartment_id IS NULL AND i.created_at <= p_now
          AND (NOT p_social OR i.subject > 5)
          AND (r.ended_at IS NULL OR r.ended_at > p_now)
          AND (r.last_on IS NULL OR r.last_on >= p_today) AND n.moment - interval '24 hours' <= p_now
          -- Who asked others to take something over does it, unless they are away then.
          AND (r.instead_of_id IS NULL OR EXISTS (
              SELECT FROM helping_away w
              WHERE w.network_id = r.network_id AND w.about_id = i.author_member_id
                AND w.ended_at IS NULL AND r.day BETWEEN w.first_on AND w.last_on))
          AND NOT EXISTS (
              SELECT FROM helping_helptaken t
              LEFT JOIN agreements_agreement a ON a.item_id = t.made_id
              LEFT JOIN agenda_visit v ON v.item_id = t.made_id
              WHERE t.item_id = r.item_id AND t.at <= p_now
                AND (t.given_back_at IS NULL OR t.given_back_at > p_now)
                AND a.state IS DISTINCT FROM 'cancelled' AND a.state IS DISTINCT FROM 'failed'
                AND a.state IS DISTINCT FROM 'declined' AND v.stopped_from IS NULL
                AND NOT EXISTS (SELECT FROM agenda_visitchange c WHERE c.item_id = v.item_id
                                AND v.repeat = 'once' AND c.cancelled))
    """,
    resolved_if="somebody does it, it is not needed any more, or the day went by",
    ladder=ladder(coordinator=0, control=1),
    seriousness=8,
    act=Act.ASK_SOMEBODY,
    act_words=_("Vraag iemand"),
    why=_("Op %(date)s vroeg iemand hulp: “%(what)s”. Nog niemand doet het."),
    client=_("Voor “%(what)s” wordt nog iemand gezocht."),
    items=("help", "agreement", "visit"),
    verbs=("help",),
    missing=True,
)
