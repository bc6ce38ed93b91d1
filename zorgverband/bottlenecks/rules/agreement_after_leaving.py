"""Somebody left the network, and something they would do is still open."""

from django.utils.translation import gettext_lazy as _

from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="agreement_after_leaving",
    title=_("Afspraak van iemand die weg is"),
    looks_at="open agreements of members who left",
    finds="""
        SELECT a.network_id, a.item_id::text, i.about_id, i.subject::integer, ARRAY[a.item_id],
               ARRAY[m.id], i.author_member_id, i.author_member_id, m.left_at,
               jsonb_build_object('date', privacy.day_of(m.left_at), 'gone', m.id)
        FROM agreements_agreement a
        JOIN sharing_item i ON i.id = a.item_id AND i.withdrawn_at IS NULL
        JOIN networks_member m ON m.id = a.executor_id AND m.left_at <= p_now
        WHERE a.network_id = ANY (p_networks)
          AND a.state IN ('asked', 'received', 'accepted', 'running', 'on_hold')
    """,
    resolved_if="it is called off, or asked of somebody else, or who left comes back",
    ladder=ladder(who=0, coordinator=2, control=7),
    seriousness=7,
    act=Act.ASK_SOMEBODY,
    act_words=_("Vraag iemand anders"),
    why=_("%(gone)s doet niet meer mee. “%(what)s” staat nog open."),
    client=_("“%(what)s” moet iemand anders gaan doen. Hier wordt naar gekeken."),
    doer=_("%(gone)s doet niet meer mee. U vroeg: “%(what)s”. Wilt u iemand anders vragen?"),
    items=("agreement",),
    verbs=(
        "left",
        "removed",
        "joined",
        "turn_",
    ),
)
