"""Something was asked, it was declined or did not work out, and nobody else was asked."""

from django.utils.translation import gettext_lazy as _

from ..models import Reach
from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="agreement_without_executor",
    title=_("Niemand doet het"),
    looks_at="agreements that were declined or failed, and what came in their place",
    finds="""
        SELECT a.network_id, a.item_id::text, i.about_id, i.subject::integer, ARRAY[a.item_id],
               '{}'::uuid[], i.author_member_id, i.author_member_id, a.state_at + interval '1 day',
               jsonb_build_object('date', privacy.day_of(a.state_at))
        FROM agreements_agreement a
        JOIN sharing_item i ON i.id = a.item_id AND i.withdrawn_at IS NULL
        WHERE a.network_id = ANY (p_networks) AND a.state IN ('declined', 'failed')
          AND a.state_at BETWEEN p_now - interval '60 days' AND p_now - interval '1 day'
          AND (NOT p_social OR i.subject > 5)
          AND NOT EXISTS (
              SELECT FROM agreements_agreement n
              JOIN sharing_item h ON h.id = n.item_id AND h.withdrawn_at IS NULL
              WHERE n.network_id = a.network_id AND n.item_id <> a.item_id
                AND n.state NOT IN ('declined', 'failed', 'cancelled')
                AND (NOT p_social OR h.subject > 5)
                AND (h.compartment_id IS NULL OR h.compartment_id = i.compartment_id)
                -- Something else was agreed instead, or the same was asked of another.
                AND (n.instead_of_id = a.item_id
                     OR h.created_at >= i.created_at AND h.title = i.title
                        AND h.about_id = i.about_id))
    """,
    resolved_if="it is asked of somebody else, something else is agreed, or two months went by",
    ladder=ladder(who=0, coordinator=3, control=7),
    seriousness=5,
    act=Act.ASK_SOMEBODY,
    act_words=_("Vraag iemand anders"),
    why=_("“%(what)s” lukte niet. Er is nog niemand anders gevraagd."),
    client=_("“%(what)s” lukte niet. Hier wordt naar gekeken."),
    doer=_("U vroeg: “%(what)s”. Dat lukt niet. Wilt u iemand anders vragen?"),
    items=("agreement",),
    missing=True,
    reach=Reach.LEADS,
)
