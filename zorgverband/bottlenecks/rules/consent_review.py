"""Who reads what was chosen more than a year ago."""

from django.utils.translation import gettext_lazy as _

from ..models import Reach
from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="consent_review",
    title=_("Toestemming opnieuw bekijken"),
    looks_at="permissions somebody chose, and when",
    finds="""
        SELECT p.network_id, p.about_id || ' ' || p.member_id, p.about_id, 14, '{}'::uuid[],
            ARRAY[p.member_id],
               p.member_id, NULL::uuid, max(p.given_at) + interval '1 year',
               jsonb_build_object('date', privacy.day_of(max(p.given_at)))
        FROM sharing_permission p
        JOIN networks_member m ON m.id = p.member_id AND privacy.there(m.joined_at, m.left_at,
            p_now)
        WHERE p.network_id = ANY (p_networks) AND p.can_read AND p.about_id <> p.member_id
          AND p.ground NOT IN ('default', 'objection') AND (NOT p_social OR p.subject > 5)
          AND EXISTS (SELECT FROM networks_member c WHERE c.id = p.about_id AND c.side = 'client')
        GROUP BY p.network_id, p.about_id, p.member_id
        HAVING max(p.given_at) + interval '1 year' <= p_now
    """,
    resolved_if="it is chosen anew, taken back, or the member leaves",
    ladder=ladder(control=0, coordinator=30),
    seriousness=2,
    act=Act.LOOK,
    act_words=_("Kijk wie wat leest"),
    why=_("Wat %(who)s mag lezen, is gekozen op %(date)s. Klopt dat nog?"),
    client=_("U koos op %(date)s wat %(who)s mag lezen. Klopt dat nog?"),
    verbs=(
        "reading_changed",
        "left",
        "removed",
    ),
    missing=True,
    reach=Reach.LEADS,
)
