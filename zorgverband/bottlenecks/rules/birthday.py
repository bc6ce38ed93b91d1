"""A child becomes 12, 16 or 18: then others decide and read."""

from django.utils.translation import gettext_lazy as _

from ..models import Reach
from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="birthday",
    title=_("Wordt binnenkort 12, 16 of 18"),
    looks_at="the day of birth of clients who are children",
    finds="""
        SELECT m.network_id, m.id || ' ' || y.years, m.id, 14, '{}'::uuid[], '{}'::uuid[],
            NULL::uuid, NULL::uuid,
               privacy.midnight(day.on_date - 30), jsonb_build_object('date', day.on_date, 'age',
                   y.years)
        FROM networks_member m
        JOIN people_personal b ON b.person_id = m.person_id
        CROSS JOIN LATERAL unnest(ARRAY[12, 16, 18]) AS y(years)
        CROSS JOIN LATERAL (SELECT privacy.birthday(b.birth_date, y.years) AS on_date) day
        WHERE m.network_id = ANY (p_networks) AND m.side = 'client'
          AND privacy.there(m.joined_at, m.left_at, p_now)
          AND p_today BETWEEN day.on_date - 30 AND day.on_date + 14
    """,
    resolved_if="two weeks after the birthday",
    ladder=ladder(coordinator=0, control=7),
    seriousness=5,
    act=Act.LOOK,
    act_words=_("Bekijk wie beslist"),
    why=_("%(about)s wordt %(age)s op %(date)s. Dan verandert wie beslist en wie leest."),
    client=_("U wordt %(age)s op %(date)s. Dan verandert wie beslist. Wij leggen het uit."),
    verbs=("joined",),
    reach=Reach.LEADS,
)
