"""Something was asked of somebody, and no answer came."""

from django.utils.translation import gettext_lazy as _

from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="agreement_unaccepted",
    title=_("Afspraak zonder antwoord"),
    looks_at="agreements that were asked, and how long ago; sooner when the day is near",
    finds="""
        SELECT a.network_id, a.item_id::text, i.about_id, i.subject::integer, ARRAY[a.item_id],
               '{}'::uuid[], COALESCE(a.asked_of_id, a.executor_id), i.author_member_id,
               wanted.at, jsonb_build_object('date', a.due_on)
        FROM agreements_agreement a
        JOIN sharing_item i ON i.id = a.item_id AND i.withdrawn_at IS NULL
        -- Asked anew, because the day changed, it waits from then.
        CROSS JOIN LATERAL (
            SELECT GREATEST(i.created_at, (
                SELECT max(c.at) FROM agreements_agreementchange c
                WHERE c.network_id = a.network_id AND c.item_id = a.item_id
                  AND c.became = 'asked')) AS at) asked
        CROSS JOIN LATERAL (
            SELECT LEAST(asked.at + interval '3 days',
                         GREATEST(asked.at + interval '1 day',
                                  privacy.midnight(COALESCE(a.due_on, a.first_on))
                                  - interval '1 day')) AS at) wanted
        WHERE a.network_id = ANY (p_networks) AND a.state IN ('asked', 'received')
          AND wanted.at <= p_now
          -- Who left cannot answer for what they would do: that is another rule.
          AND NOT EXISTS (SELECT FROM networks_member m WHERE m.id = a.executor_id
                          AND m.left_at <= p_now AND m.compartment IS NULL)
    """,
    resolved_if="it is accepted, declined, called off, proposed otherwise, or who does it left",
    ladder=ladder(who=0, asker=2, coordinator=5, control=10),
    seriousness=5,
    act=Act.REMIND,
    act_words=_("Herinner %(who)s"),
    why=_("Aan %(who)s is gevraagd: “%(what)s”. Er is nog geen antwoord."),
    client=_("Er is nog geen antwoord op “%(what)s”. Hier wordt naar gekeken."),
    doer=_("Er is u gevraagd: “%(what)s”. Wilt u antwoorden?"),
    items=("agreement",),
    verbs=("left", "removed", "joined"),
)
