"""What a neighbour or volunteer passed on is not read after two working days."""

from django.utils.translation import gettext_lazy as _

from ..models import Reach
from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="report_unread",
    title=_("Doorgegeven, niet gelezen"),
    looks_at="what was passed on, and whether somebody who leads said that they read it",
    finds="""
        SELECT r.network_id, r.item_id::text, i.about_id, i.subject::integer, ARRAY[r.item_id],
               '{}'::uuid[], NULL::uuid, NULL::uuid,
               r.remind_on::timestamp AT TIME ZONE 'Europe/Amsterdam',
               jsonb_build_object('date', (i.created_at AT TIME ZONE 'Europe/Amsterdam')::date)
        FROM talks_report r
        JOIN sharing_item i ON i.id = r.item_id AND i.withdrawn_at IS NULL
        WHERE r.network_id = ANY (p_networks) AND i.created_at <= p_now
          AND (r.read_at IS NULL OR r.read_at > p_now) AND r.remind_on <= p_today
    """,
    resolved_if="somebody who leads said that they read it, or it was taken back",
    ladder=ladder(coordinator=0, control=2),
    seriousness=7,
    act=Act.LOOK,
    act_words=_("Lees wat is doorgegeven"),
    why=_("Op %(date)s is iets doorgegeven: “%(what)s”. Nog niemand zei dat het gelezen is."),
    client=_("Op %(date)s gaf iemand iets door over u. Wij lezen het."),
    items=("report",),
    reach=Reach.LEADS,
)
