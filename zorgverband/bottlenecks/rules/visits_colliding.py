"""Two people come at the same time to the same person."""

from django.utils.translation import gettext_lazy as _

from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="visits_colliding",
    title=_("Bezoek tegelijk"),
    looks_at="the visits of the coming week, about the same client",
    finds="""
        WITH v AS MATERIALIZED (
            SELECT n.* FROM privacy.find_visits(p_networks, p_today, p_today + 7) n
            WHERE NOT n.cancelled AND NOT n.spread AND n.kind IN ('visit', 'out')
              -- Who left does not come.
              AND NOT EXISTS (SELECT FROM networks_member m
                              WHERE m.id = n.who_id AND m.left_at <= p_now))
        SELECT * FROM (
            SELECT DISTINCT ON (a.item_id, b.item_id) a.network_id, a.item_id || ' ' || b.item_id,
                   a.about_id, LEAST(a.subject, b.subject), ARRAY[a.item_id, b.item_id],
                   '{}'::uuid[], NULL::uuid, a.author_member_id, p_now, jsonb_build_object(
                       'date', a.day, 'weekday', extract(isodow FROM a.day)::int - 1)
            FROM v a
            JOIN v b ON b.network_id = a.network_id AND b.about_id = a.about_id AND b.day = a.day
             AND a.item_id < b.item_id AND a.who_id IS DISTINCT FROM b.who_id
            WHERE a.starts < COALESCE(b.ends, b.starts
                      + LEAST('23:59'::time - b.starts, interval '15 minutes'))
              AND b.starts < COALESCE(a.ends, a.starts
                      + LEAST('23:59'::time - a.starts, interval '15 minutes'))
            ORDER BY a.item_id, b.item_id, a.day) x
    """,
    resolved_if="one of the two is moved or called off, who comes left, or the day went by",
    ladder=ladder(coordinator=0, first_contact=1, control=3),
    seriousness=4,
    act=Act.ASK_BOTH,
    act_words=_("Vraag beiden"),
    why=_("Op %(weekday)s %(date)s komen “%(what)s” en “%(other)s” tegelijk."),
    client=_("Op %(weekday)s %(date)s komen er twee tegelijk. Hier wordt naar gekeken."),
    items=("visit",),
    verbs=("left", "removed", "joined"),
)
