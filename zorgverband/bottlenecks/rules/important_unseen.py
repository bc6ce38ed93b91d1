"""Something important was told, and whom it concerns has not seen it."""

from django.utils.translation import gettext_lazy as _

from ..models import Reach
from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="important_unseen",
    title=_("Belangrijk bericht niet gezien"),
    looks_at="what was told as important about who decides, and whether it was read",
    finds="""
        SELECT n.network_id, n.id::text, n.network_id, 14, '{}'::uuid[],
               array_remove(ARRAY[m.id, e.member_id], NULL), m.id, NULL::uuid,
               n.at + interval '3 days',
               jsonb_build_object('date', privacy.day_of(n.at))
        FROM notifications_notice n
        JOIN journal_event e ON e.id = n.event_id
        JOIN networks_member m ON m.network_id = n.network_id AND m.person_id = n.person_id
          AND privacy.there(m.joined_at, m.left_at, p_now) AND m.compartment IS NULL
        WHERE n.network_id = ANY (p_networks) AND n.kind = 'important' AND n.read_at IS NULL
          AND n.at BETWEEN p_now - interval '60 days' AND p_now - interval '3 days'
          AND n.item_id IS NULL
          AND (starts_with(e.verb, 'control_') OR starts_with(e.verb, 'authority_'))
    """,
    resolved_if="who it was told to has seen it, or does not take part any more",
    ladder=ladder(who=0, first_contact=1, coordinator=3),
    seriousness=6,
    act=Act.CALL,
    act_words=_("Bel %(who)s"),
    why=_("%(who)s heeft een belangrijk bericht van %(date)s nog niet gezien."),
    client=_("Wij zorgen dat iedereen het nieuws kent."),
    doer=_("Er staat een belangrijk bericht voor u klaar van %(date)s."),
    verbs=(
        "control_",
        "authority_",
        "left",
        "removed",
    ),
    reach=Reach.LEADS,
)
