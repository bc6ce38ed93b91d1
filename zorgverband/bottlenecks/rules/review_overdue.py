"""The day on which one would look back at the plan has passed."""

from django.utils.translation import gettext_lazy as _

from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="review_overdue",
    title=_("Terugkijken te laat"),
    looks_at="the running cycle of the plan and its day",
    finds="""
        SELECT p.network_id, p.item_id::text, i.about_id, i.subject::integer, ARRAY[p.item_id],
               '{}'::uuid[], NULL::uuid, i.author_member_id, privacy.midnight(p.review_on + 1),
               jsonb_build_object('date', p.review_on)
        FROM plan_planpart p
        JOIN sharing_item i ON i.id = p.item_id AND i.withdrawn_at IS NULL
        WHERE p.network_id = ANY (p_networks) AND p.kind = 'cycle' AND p.ended_at IS NULL
          AND p.review_on < p_today
    """,
    resolved_if="a next cycle begins, or the cycle gets a later day",
    ladder=ladder(coordinator=0, asker=7, control=14),
    seriousness=4,
    act=Act.PICK_DATE,
    act_words=_("Kies datum"),
    why=_("Terugkijken op het plan was gepland op %(date)s."),
    client=_("Het is tijd om samen terug te kijken op het plan."),
    items=("plan_cycle",),
)
