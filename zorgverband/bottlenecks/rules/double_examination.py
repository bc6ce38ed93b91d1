"""An examination was done or planned while an earlier one of its kind was still valid."""

from django.utils.translation import gettext_lazy as _

from zorgverband.record.examination_kinds import EXAMINATION_KINDS

from ..rule import Act, Rule, ladder

_VALID = ", ".join(f"('{one.key}', {one.valid_days})" for one in EXAMINATION_KINDS.values())

RULE = Rule(
    kind="double_examination",
    title=_("Dubbel onderzoek"),
    looks_at="examinations of one kind about one client, and how long each kind stays valid",
    finds=f"""
        WITH e AS MATERIALIZED (
            SELECT e.*, i.subject::integer AS subject, i.author_member_id, i.created_at, k.days
            FROM record_examination e
            JOIN sharing_item i ON i.id = e.item_id AND i.withdrawn_at IS NULL
              AND i.compartment_id IS NULL
            JOIN (VALUES {_VALID}) AS k(kind, days) ON k.kind = e.kind
            WHERE e.network_id = ANY (p_networks) AND e.kind <> '' AND e.replaced_at IS NULL
              AND e.state IN ('planned', 'done') AND e.on_date IS NOT NULL)
        SELECT b.network_id, b.item_id || ' ' || a.item_id, b.about_id, LEAST(a.subject, b.subject),
               ARRAY[b.item_id, a.item_id], '{{}}'::uuid[], b.author_member_id, a.author_member_id,
               GREATEST(a.created_at, b.created_at),
               jsonb_build_object('date', a.on_date, 'date_second', b.on_date)
        FROM e a JOIN e b ON b.network_id = a.network_id AND b.about_id = a.about_id
          AND b.kind = a.kind AND (b.on_date, b.item_id) > (a.on_date, a.item_id)
        -- Who had a reason wrote it down.
        WHERE b.again_because = '' AND NOT (a.again_because <> '' AND a.created_at > b.created_at)
          AND b.on_date - a.on_date < a.days AND b.on_date >= p_today - 14
          AND NOT EXISTS (
              SELECT FROM e c WHERE c.network_id = a.network_id AND c.about_id = a.about_id
                AND c.kind = a.kind AND (c.on_date, c.item_id) > (a.on_date, a.item_id)
                AND (c.on_date, c.item_id) < (b.on_date, b.item_id))
    """,
    resolved_if="the second is called off or gets a reason, or it was done two weeks ago",
    ladder=ladder(who=0, coordinator=3, control=7),
    seriousness=5,
    act=Act.ASK_BOTH,
    act_words=_("Vraag beiden"),
    why=_("“%(what)s” is op %(date_second)s en was ook op %(date)s."),
    client=_("Een onderzoek staat er twee keer. Hier wordt naar gekeken."),
    doer=_("“%(what)s” op %(date_second)s: op %(date)s was er al een. Is het nog nodig?"),
    items=("examination",),
)
