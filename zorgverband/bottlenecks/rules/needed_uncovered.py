"""Help or things that somebody needs at home, and that nobody said yes to. It says nothing of why."""

from django.utils.translation import gettext_lazy as _

from ..rule import Act, Rule, ladder
from ..uncovered import ITEMS, PLAIN, RESOLVED, VERBS, finds

RULE = Rule(
    kind="needed_uncovered",
    title=_("Hulp niet geregeld"),
    looks_at="help that is needed from a day on, and who said yes for which days",
    finds=finds(PLAIN),
    resolved_if=RESOLVED,
    ladder=ladder(coordinator=0, control=2),
    seriousness=8,
    act=Act.ASK_SOMEBODY,
    act_words=_("Vraag iemand"),
    why=_("Voor “%(what)s” is er op %(weekday)s %(date)s nog niemand."),
    client=_("Voor “%(what)s” op %(weekday)s %(date)s wordt nog iemand gezocht."),
    items=ITEMS,
    verbs=VERBS,
    missing=True,
)
