"""What a rule is: what it looks for, who looks at what it finds, and how that is said to whom."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import Reach

Words = str | Promise


class Step(StrEnum):
    """A place on a ladder. `WHO` is whom the fact asks something of, `ASKER` who asked it."""

    WHO = "who"
    ASKER = "asker"
    FIRST_CONTACT = "first_contact"
    COORDINATOR = "coordinator"
    CONTROL = "control"


@dataclass(frozen=True)
class Rung:
    """Whose turn it is, and how long after the bottleneck was found."""

    step: Step
    after: timedelta


def ladder(**days: int) -> tuple[Rung, ...]:
    """A ladder out of steps and days: `ladder(who=0, coordinator=3)`."""
    return tuple(Rung(Step(step), timedelta(days=after)) for step, after in days.items())


class Act(StrEnum):
    """What one can do about it with one tap; the desk knows how each is done."""

    REMIND = "remind"
    ASK_SOMEBODY = "ask_somebody"
    ASK_BOTH = "ask_both"
    PICK_DATE = "pick_date"
    PROPOSE = "propose"
    LOOK = "look"
    CALL = "call"


CALM = _("Hier wordt naar gekeken.")


@dataclass(frozen=True)
class Rule:
    """One kind of bottleneck.

    `finds` is SQL: what holds at `p_now` (a day: `p_today`, where the clients live) in `p_networks`.
    It answers network_id, key, about_id, subject, facts, members, who_id, asker_id, since, detail.
    It sees everything; on whom it opens decides the lock. A rule that finds something *missing*
    (`missing`) is asked twice, the second time with `p_social`: then nothing medical may count.
    What it does not find any more is over: `resolved_if` says so in words.

    It is asked at once after an event with one of these `verbs`, or to one of these `items` (beginnings
    of a verb, of a kind of item); and every night. `seriousness`
    from 1 to 9: what is shown first. Words may name %(what)s (title of the first fact), %(other)s
    (of the second), %(who)s, %(about)s, %(date)s, %(since)s, %(days)s and what stands in the detail.
    `doer_title` is the title for whom it is about, where `title` would speak of them as of another.
    """

    kind: str
    title: Words
    looks_at: str
    finds: str
    resolved_if: str
    ladder: tuple[Rung, ...]
    seriousness: int
    act: Act
    act_words: Words
    why: Words
    client: Words = CALM
    doer: Words = ""
    doer_title: Words = ""
    items: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    missing: bool = False
    reach: Reach = Reach.READERS
