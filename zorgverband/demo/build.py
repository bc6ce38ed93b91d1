"""Building the demo neighbourhood: everybody first, then story after story."""

from collections.abc import Callable

from zorgverband.bottlenecks.looking import sweep

from .founding import found_town
from .looking import everybody_looked
from .routine import routine
from .settle import settle
from .stories import (
    chronic,
    dementia,
    frail_elder,
    from_hospital,
    household,
    ill_child,
    psychiatric,
)
from .town import Net, Town

_BOOKS = (frail_elder, dementia, household, ill_child, psychiatric, from_hospital, chronic)
STORIES = (
    frail_elder.tell,
    dementia.tell,
    household.tell,
    ill_child.tell,
    psychiatric.tell,
    from_hospital.tell,
    chronic.lungs,
    chronic.mentor,
    chronic.muscles,
    chronic.alone,
)
# Who writes the small news of every day, and since how many days.
ROUTINES: dict[Callable[[Town], Net], tuple[tuple[str, ...], tuple[str, ...], int]] = {
    frail_elder.tell: (("fatima", "sanne", "kevin", "mirjam"), ("ria", "marijke", "jannie"), 57),
    dementia.tell: (("bas", "soraya", "truus"), ("els", "gijs"), 39),
    ill_child.tell: (("lotte", "amber"), ("petra", "wouter"), 38),
    psychiatric.tell: ((), ("mark", "ellen"), 45),
    from_hospital.tell: (("fatima", "kevin", "mirjam"), ("anja", "gerda"), 13),
    chronic.lungs: ((), ("tineke", "cor"), 35),
    chronic.muscles: (("bas", "truus"), ("astrid", "willem"), 38),
    chronic.alone: (("sanne", "mirjam"), ("greet", "ahmet"), 27),
}


def build() -> Town:
    """Make all people and tell all stories, each act in a transaction of its own; then look once for
    what goes wrong in them."""
    residents = [resident for book in _BOOKS for resident in book.RESIDENTS]
    town = found_town(residents)
    for story in STORIES:
        net = story(town)
        carers, others, since = ROUTINES.get(story, ((), (), 0))
        routine(net, carers=carers, others=others, since=since, seed=since)
    settle(town)
    everybody_looked(town)
    sweep()
    return town
