"""Care that somebody needs at home, often after hospital, and that is not arranged; behind the wall."""

from django.utils.translation import gettext_lazy as _

from ..rule import Act, Rule, ladder
from ..uncovered import ITEMS, MEDICAL, RESOLVED, VERBS, finds

RULE = Rule(
    kind="discharge_uncovered",
    title=_("Zorg thuis niet geregeld"),
    looks_at="care that is needed from a day on, and who said yes for which days",
    finds=finds(MEDICAL),
    resolved_if=RESOLVED,
    ladder=ladder(coordinator=0, control=2),
    seriousness=9,
    act=Act.ASK_SOMEBODY,
    act_words=_("Vraag iemand"),
    why=_("Voor “%(what)s” is er op %(weekday)s %(date)s nog niemand."),
    client=_("Voor “%(what)s” op %(weekday)s %(date)s wordt nog iemand gezocht."),
    items=ITEMS,
    verbs=VERBS,
    missing=True,
)
