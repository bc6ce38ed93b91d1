"""What 'In het kort' tells somebody with ninety seconds: what is asked of them, what changed since
they looked last, what they agreed to; and the same as plain text for their own system."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zorgverband.agreements.shown import ShownAgreement
from zorgverband.base import clock
from zorgverband.base.reading import birth_dates, born_from
from zorgverband.bottlenecks.shown import Shown
from zorgverband.networks.models import Network
from zorgverband.networks.queries import Face
from zorgverband.plan.models import GoalStep
from zorgverband.talks.asked import Asked
from zorgverband.talks.queries import waiting_of, waiting_rows
from zorgverband.talks.shown import ShownQuestion
from zorgverband.ui.dates import full_date

AT_MOST = 5
BETTER = 1
# What stands before a line, with its icon, by kind of bottleneck; any other is something to look at.
LABELS = {
    "contradictory_advice": "split",
    "agreement_overdue": "clock-alert",
    "agreement_unaccepted": "clock-alert",
    "question_unanswered": "clock-alert",
    "review_overdue": "clock-alert",
    "needed_uncovered": "clock-alert",
}


@dataclass(frozen=True)
class Line:
    """One thing that changed: what kind of change, in how many words, where to read more."""

    label: str
    words: str
    icon: str
    href: str
    items: tuple[UUID, ...] = ()


def asked_and_better(
    network: UUID, *, member: UUID, since: datetime | None
) -> tuple[list[Asked], list[Line], dict[UUID, date]]:
    """What waits for an answer of this member, how the goals went since then (each goal once, newest
    first), and when the clients were born, as far as the reader may know. One statement."""
    here = OuterRef("pk")
    steps = GoalStep.objects.filter(network_id=here, at__gt=since or clock.now())
    steps = steps.order_by("-at", "-id")
    told = JSONObject(item="item_id", title="item__title", words="words", attained="attained")
    row = Network.objects.filter(pk=network).values_list(
        ArraySubquery(waiting_rows(here, member)),
        ArraySubquery(steps.values(row=told)[: 4 * AT_MOST]),
        birth_dates(F("pk")),
    )
    asked, stepped, born = row.get()
    lines: dict[str, Line] = {}
    for step in stepped:
        lines.setdefault(step["item"], _step(network, step))
    return [waiting_of(facts) for facts in asked], list(lines.values()), born_from(born)


def _step(network: UUID, step: Mapping[str, Any]) -> Line:
    better = step["attained"] is not None and step["attained"] >= BETTER
    title, words, goal = step["title"], step["words"], UUID(step["item"])
    return Line(
        label=_("Beter") if better else _("Doel"),
        words=f"{title}. {words}" if words else title,
        icon="trending-up" if better else "flag",
        href=reverse("goal", kwargs={"network_id": network, "goal_id": goal}),
        items=(goal,),
    )


def asking_attention(found: Sequence[Shown]) -> list[Line]:
    """The most serious of what asks attention."""
    late, against, other = _("Te laat"), _("Tegenstrijdig"), _("Let op")
    named = {"split": against, "clock-alert": late}
    lines = []
    for one in found:
        icon = LABELS.get(one.kind, "circle-alert")
        at = {"network_id": one.network, "bottleneck_id": one.id}
        items = tuple(fact.id for fact in one.facts)
        lines.append(
            Line(named.get(icon, other), one.why, icon, reverse("bottleneck", kwargs=at), items)
        )
    return lines


def unread_line(network: UUID, count: int) -> list[Line]:
    """How much is new to read, when anything is."""
    if not count:
        return []
    words = ngettext("%(num)s nieuw bericht", "%(num)s nieuwe berichten", count) % {"num": count}
    href = reverse("news", kwargs={"network_id": network})
    return [Line(_("Nieuws"), words, "newspaper", href)]


def born_words(births: Mapping[UUID, date], people: Mapping[UUID, Face]) -> list[str]:
    """'Jannie de Wit is geboren op 14 maart 1942.', for each whose birth date the reader may know."""
    return [
        _("%(name)s is geboren op %(day)s.") % {"name": people[member].name, "day": full_date(day)}
        for member, day in births.items()
        if member in people
    ]


def as_text(
    name: str,
    born: Sequence[str],
    questions: Sequence[ShownQuestion],
    lines: Sequence[Line],
    agreements: Sequence[ShownAgreement],
) -> str:
    """All of the page as plain text, to paste in another record."""
    said = [_("Zorgverband, %(name)s, %(day)s") % {"name": name, "day": full_date(clock.today())}]
    said += born
    for asked in questions:
        said.append(_("Vraag van %(who)s: %(what)s") % {"who": asked.asker, "what": asked.what})
    said += [f"{line.label}: {line.words}" for line in lines]
    for agreed in agreements:
        words = ", ".join(part for part in (agreed.what, agreed.when, agreed.state_text) if part)
        said.append(_("Afspraak: %(what)s") % {"what": words})
    return "\n".join(said)
