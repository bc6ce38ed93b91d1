"""An agreement that was accepted and is not done on the day it was due."""

from django.utils.translation import gettext_lazy as _

from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="agreement_overdue",
    title=_("Afspraak te laat"),
    looks_at="accepted or running agreements that are done once, and their day",
    finds="""
        SELECT a.network_id, a.item_id::text, i.about_id, i.subject::integer, ARRAY[a.item_id],
               '{}'::uuid[], a.executor_id, i.author_member_id,
               late.at, jsonb_build_object('date', a.due_on)
        FROM agreements_agreement a
        JOIN sharing_item i ON i.id = a.item_id AND i.withdrawn_at IS NULL
        CROSS JOIN LATERAL (
            -- Late for others is after the day of the reminder the executor chose.
            SELECT (a.due_on + GREATEST(a.remind_days, 0) + 1)::timestamp
                   AT TIME ZONE 'Europe/Amsterdam' AS at) late
        WHERE a.network_id = ANY (p_networks) AND a.state IN ('accepted', 'running')
          AND a.repeat = 'once' AND a.due_on < p_today AND late.at <= p_now
          -- Who left cannot do it any more: that is another rule.
          AND NOT EXISTS (SELECT FROM networks_member m WHERE m.id = a.executor_id
                          AND m.left_at <= p_now AND m.compartment IS NULL)
    """,
    resolved_if="it is done, failed, put on hold or called off, gets a later day, or who does it left",
    ladder=ladder(who=0, asker=3, coordinator=7, control=14),
    seriousness=6,
    act=Act.REMIND,
    act_words=_("Herinner %(who)s"),
    why=_(
        "“%(what)s” moest klaar zijn op %(date)s. %(who)s heeft nog niet gezegd dat het klaar is."
    ),
    client=_("“%(what)s” is nog niet klaar. Hier wordt naar gekeken."),
    doer=_("U zou “%(what)s” doen voor %(date)s. Is het klaar? Of lukt het niet?"),
    items=("agreement",),
    verbs=("left", "removed", "joined"),
)
