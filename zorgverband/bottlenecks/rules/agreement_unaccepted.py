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
               LEAST(i.created_at + interval '3 days',
                     GREATEST(i.created_at + interval '1 day',
                              COALESCE(a.due_on, a.first_on)::timestamp
                              AT TIME ZONE 'Europe/Amsterdam' - interval '1 day')),
               jsonb_build_object('date', a.due_on)
        FROM agreements_agreement a
        JOIN sharing_item i ON i.id = a.item_id AND i.withdrawn_at IS NULL
        WHERE a.network_id = ANY (p_networks) AND a.state IN ('asked', 'received')
          AND p_now >= LEAST(i.created_at + interval '3 days',
                     GREATEST(i.created_at + interval '1 day',
                              COALESCE(a.due_on, a.first_on)::timestamp
                              AT TIME ZONE 'Europe/Amsterdam' - interval '1 day'))
    """,
    resolved_if="it is accepted, declined, called off, or another proposal takes its place",
    ladder=ladder(who=0, asker=2, coordinator=5, control=10),
    seriousness=5,
    act=Act.REMIND,
    act_words=_("Herinner %(who)s"),
    why=_("Aan %(who)s is gevraagd: “%(what)s”. Er is nog geen antwoord."),
    client=_("Er is nog geen antwoord op “%(what)s”. Hier wordt naar gekeken."),
    doer=_("Er is u gevraagd: “%(what)s”. Wilt u antwoorden?"),
    items=("agreement",),
)
