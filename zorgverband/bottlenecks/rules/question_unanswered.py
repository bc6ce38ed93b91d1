"""A question was asked of somebody, the answer was wanted before now, and is not there."""

from django.utils.translation import gettext_lazy as _

from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="question_unanswered",
    title=_("Vraag zonder antwoord"),
    looks_at="questions that wait for an answer, and until when it was wanted",
    finds="""
        SELECT q.network_id, q.item_id::text, i.about_id, i.subject::integer, ARRAY[q.item_id],
               '{}'::uuid[], COALESCE(s.member_id, q.to_member_id), i.author_member_id, q.due_at,
               jsonb_build_object('date', (q.due_at AT TIME ZONE 'Europe/Amsterdam')::date)
        FROM talks_question q
        JOIN sharing_item i ON i.id = q.item_id AND i.withdrawn_at IS NULL
        -- Asked of a function: who has it now that who was asked has left.
        LEFT JOIN LATERAL (
            SELECT m.id AS member_id FROM networks_member o
            JOIN networks_role r ON r.network_id = q.network_id AND r.function = q.function
            JOIN networks_member m ON m.id = r.member_id
             AND privacy.there(m.joined_at, m.left_at, p_now)
            WHERE o.id = q.to_member_id AND o.left_at <= p_now AND q.function <> ''
            ORDER BY m.joined_at, m.id LIMIT 1) s ON true
        WHERE q.network_id = ANY (p_networks) AND q.state IN ('open', 'passed')
          AND q.due_at <= p_now
    """,
    resolved_if="it is answered, withdrawn, or passed on to somebody else with a new term",
    ladder=ladder(who=0, asker=1, coordinator=2),
    seriousness=5,
    act=Act.REMIND,
    act_words=_("Herinner %(who)s"),
    why=_("Aan %(who)s is gevraagd: “%(what)s”. Er is nog geen antwoord."),
    client=_("Er is nog geen antwoord op “%(what)s”. Hier wordt naar gekeken."),
    doer=_("Er is u iets gevraagd: “%(what)s”. Wilt u antwoorden?"),
    items=("question",),
)
