"""The coordinator decides for the time being, and that time is nearly over."""

from django.utils.translation import gettext_lazy as _

from ..models import Reach
from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="interim_ending",
    title=_("Tijdelijk beslissen loopt af"),
    looks_at="running control for the time being, and when it ends",
    finds="""
        SELECT k.network_id, k.id::text, k.client_id, 14, '{}'::uuid[],
            array_remove(ARRAY[k.holder_id], NULL),
               k.holder_id, NULL::uuid, k.ends_at - interval '3 days', jsonb_build_object('date',
                   privacy.day_of(k.ends_at))
        FROM networks_control k
        JOIN networks_member c ON c.id = k.client_id AND privacy.there(c.joined_at, c.left_at,
            p_now)
        WHERE k.network_id = ANY (p_networks) AND k.state = 'interim'
          AND privacy.there(k.starts_at, k.ends_at, p_now) AND k.ends_at <= p_now + interval
              '3 days'
    """,
    resolved_if="another state of control takes its place, or it ended",
    ladder=ladder(who=0, coordinator=1),
    seriousness=8,
    act=Act.PICK_DATE,
    act_words=_("Regel wie beslist"),
    why=_("De coördinator beslist tijdelijk, tot en met %(date)s. Wie beslist daarna?"),
    client=_("Wij bespreken met u wie straks beslist."),
    doer=_("U beslist tijdelijk tot en met %(date)s. Regel wie daarna beslist."),
    verbs=(
        "control_",
        "died",
    ),
    reach=Reach.LEADS,
)
