"""One carer does everything: there is nobody else of family or neighbours."""

from django.utils.translation import gettext_lazy as _

from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="sole_carer",
    title=_("Eén mantelzorger"),
    looks_at="who takes part of family and neighbours, and what they do",
    finds="""
        SELECT m.network_id, m.id::text, m.id, 12, '{}'::uuid[], ARRAY[m.id], m.id, NULL::uuid,
               m.joined_at + interval '30 days', jsonb_build_object('date', privacy.day_of(m.joined_at))
        FROM networks_member m
        WHERE m.network_id = ANY (p_networks) AND m.side = 'family' AND m.compartment IS NULL
          AND privacy.there(m.joined_at, m.left_at, p_now)
            AND m.joined_at + interval '30 days' <= p_now
          AND NOT EXISTS (
              SELECT FROM networks_member o WHERE o.network_id = m.network_id AND o.side = 'family'
                AND o.id <> m.id AND o.compartment IS NULL AND privacy.there(o.joined_at,
                    o.left_at, p_now))
          AND (EXISTS (SELECT FROM agreements_agreement a JOIN sharing_item h ON h.id = a.item_id
                       WHERE a.network_id = m.network_id AND a.executor_id = m.id
                         AND a.state IN ('accepted', 'running') AND h.withdrawn_at IS NULL
                         AND h.compartment_id IS NULL AND (NOT p_social OR h.subject > 5))
               OR EXISTS (SELECT FROM agenda_visit v JOIN sharing_item h ON h.id = v.item_id
                          WHERE v.network_id = m.network_id AND v.who_id = m.id AND v.last_on >=
                              p_today
                            AND (v.stopped_from IS NULL OR v.stopped_from > p_today) AND v.repeat
                                <> 'once'
                            AND h.withdrawn_at IS NULL AND h.compartment_id IS NULL
                            AND (NOT p_social OR h.subject > 5)))
    """,
    resolved_if="somebody else of family or neighbours takes part, or the carer does nothing any more",
    ladder=ladder(coordinator=0, who=14),
    seriousness=3,
    act=Act.PROPOSE,
    act_words=_("Zoek iemand erbij"),
    why=_("%(who)s staat er als enige mantelzorger voor."),
    client=_("Wij kijken of %(who)s hulp kan krijgen."),
    doer=_("U doet dit als enige. Wilt u dat wij iemand erbij zoeken?"),
    doer_title=_("U doet dit alleen"),
    items=(
        "agreement",
        "visit",
    ),
    verbs=(
        "joined",
        "left",
        "removed",
        "role_changed",
    ),
    missing=True,
)
