"""A handover waits: a line without an answer, refused with nobody else, or sent and not taken over."""

from django.utils.translation import gettext_lazy as _

from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="handover_unfinished",
    title=_("Overdracht niet af"),
    looks_at="running handovers: lines without an answer or refused, and whole ones sent or too late",
    finds="""
        WITH running AS (
            SELECT h.*, o.subject, o.created_at,
                   COALESCE(privacy.midnight(h.planned_on), 'infinity') AS day
            FROM handovers_handover h
            JOIN sharing_item o ON o.id = h.item_id AND o.withdrawn_at IS NULL
            WHERE h.network_id = ANY (p_networks) AND h.state IN ('announced', 'sent')
        ), waiting AS (
            SELECT h.item_id AS handover, h.network_id, h.about_id, h.subject AS whole, l.item_id AS line,
                   l.id::text AS key, i.subject, h.from_member_id, h.planned_on,
                   CASE l.state WHEN 'announced' THEN l.to_member_id ELSE h.from_member_id END AS who,
                   CASE l.state WHEN 'announced'
                        THEN LEAST(l.given_at + interval '2 days',
                                   GREATEST(l.given_at + interval '4 hours', h.day))
                        ELSE l.answered_at + interval '1 day' END AS since
            FROM running h
            JOIN handovers_handoverline l ON l.handover_id = h.item_id
            JOIN sharing_item i ON i.id = l.item_id AND i.withdrawn_at IS NULL
            WHERE l.state = 'announced' AND l.to_member_id IS NOT NULL
               OR l.state = 'refused' AND h.ends <> 'nothing'
            UNION ALL
            SELECT h.item_id, h.network_id, h.about_id, h.subject, NULL, h.item_id::text, h.subject,
                   h.from_member_id, h.planned_on,
                   CASE h.state WHEN 'sent' THEN h.to_member_id ELSE h.from_member_id END,
                   CASE h.state WHEN 'sent'
                        THEN LEAST(h.sent_at + interval '2 days',
                                   GREATEST(h.sent_at + interval '4 hours', h.day))
                        ELSE GREATEST(h.created_at + interval '4 hours', h.day) END
            FROM running h
            WHERE NOT EXISTS (SELECT FROM handovers_handoverline l
                              WHERE l.handover_id = h.item_id AND l.state = 'announced'
                                AND l.to_member_id IS NOT NULL)
        )
        SELECT w.network_id, w.key, w.about_id,
               -- A line of what is medical is medical.
               (CASE WHEN w.whole <= 5 THEN w.whole ELSE w.subject END)::integer,
               array_remove(ARRAY[w.line, w.handover], NULL), ARRAY[w.from_member_id], w.who,
               w.from_member_id, w.since, jsonb_build_object('date', w.planned_on)
        FROM waiting w WHERE w.since <= p_now
    """,
    resolved_if="it is answered, given to somebody else, taken over, refused or withdrawn",
    ladder=ladder(who=0, asker=2, coordinator=4, control=8),
    seriousness=7,
    act=Act.REMIND,
    act_words=_("Herinner %(who)s"),
    why=_("Een overdracht is nog niet af: “%(what)s”. %(who)s is aan de beurt."),
    client=_("Een overdracht is nog niet af. Tot die af is, blijft de zorg zoals nu."),
    doer=_("Een overdracht wacht op u: “%(what)s”. Wilt u antwoorden?"),
    items=("handover",),
    verbs=("handover_", "left", "removed"),
)
