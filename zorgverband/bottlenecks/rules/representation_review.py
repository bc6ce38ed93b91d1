"""Somebody decides for a client, and the day to look at that again is near or past."""

from django.utils.translation import gettext_lazy as _

from ..models import Reach
from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="representation_review",
    title=_("Vertegenwoordiging opnieuw bekijken"),
    looks_at="running representation and its day of review",
    finds="""
        SELECT r.network_id, r.id::text, r.client_id, 14, '{}'::uuid[], ARRAY[r.representative_id],
               r.representative_id, NULL::uuid, privacy.midnight(r.review_on - 30),
               jsonb_build_object('date', r.review_on)
        FROM networks_representation r
        JOIN networks_member m ON m.id = r.representative_id AND privacy.there(m.joined_at,
            m.left_at, p_now)
        WHERE r.network_id = ANY (p_networks) AND privacy.there(r.starts_at, r.ends_at, p_now)
          AND r.review_on <= p_today + 30
    """,
    resolved_if="it is recorded anew with a later day, or it ended",
    ladder=ladder(coordinator=0, who=14),
    seriousness=5,
    act=Act.PICK_DATE,
    act_words=_("Kies datum"),
    why=_("%(who)s beslist voor %(about)s. Kijk voor %(date)s of dat nog nodig is."),
    client=_("Wij kijken met u of %(who)s nog voor u moet beslissen."),
    doer=_("U beslist voor %(about)s. Kijk voor %(date)s of dat nog nodig is."),
    verbs=(
        "control_",
        "left",
        "removed",
    ),
    reach=Reach.LEADS,
)
