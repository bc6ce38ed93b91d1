"""The words of a printed plan, and which items are on the paper, for the access log."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _

from zorgverband.agreements.shown import ShownAgreement
from zorgverband.base import clock
from zorgverband.networks.queries import Face, callable_first, clients
from zorgverband.ui.dates import clock as time_of
from zorgverband.ui.dates import full_date
from zorgverband.ui.sentences import listed
from zorgverband.ui.typeset import Printed

from .kinds import CYCLE, INTERVENTION, KINDS
from .receiving import Read
from .shown import Group, ShownGoal, ShownPart, ShownScore, Whose, show_plan

HERE = Path(__file__).parent
LARGE, TABLE = HERE / "large.typ", HERE / "table.typ"
Words = dict[str, Any]


def printed(read: Read, *, receiver: str, names: bool) -> Printed:
    """The plan for this receiver, in Dutch whatever language is on the screen. `names`: who does
    what by name, for a table where several people look; else the receiver is 'U'."""
    with translation.override("nl"):
        # Goals that were closed have a page of their own.
        parts = [one for one in read.parts if one.closed_at is None]
        whose, rest = show_plan(
            parts, steps=read.steps, agreements=read.agreements, seat=read.seat,
            people=read.people,
        )  # fmt: skip
        doers = _doers(read) if names else {}
        return Printed(
            words=_words(read, [one for one in whose if one.shown], rest, receiver, doers),
            items=_items(read, whose, rest),
            made_at=clock.now(),
        )


def _doers(read: Read) -> dict[UUID, str]:
    return {
        one.id: read.people[one.executor].name
        for one in read.agreements
        if one.executor in read.people
    }


def _words(
    read: Read,
    whose: Sequence[Whose],
    rest: Sequence[ShownAgreement],
    receiver: str,
    doers: dict[UUID, str],
) -> Words:
    now, calls = clock.now(), callable_first(read.people)
    names = listed([one.name for one in clients(read.people) if one.active])
    own = read.seat.side == "client" and not doers
    return {
        "title": _("Mijn plan") if own else _("Het plan van %(names)s") % {"names": names},
        "made": _("Gemaakt op %(day)s, %(time)s, voor %(name)s.")
        % {"day": full_date(now), "time": time_of(now), "name": receiver},
        "theirs": _("Hier staat wat %(name)s mag lezen. Geef het niet zomaar aan anderen.")
        % {"name": receiver},
        "several": len(whose) > 1,
        "whose": [_whose(one, doers) for one in whose],
        "empty": _("Er is nog geen plan.") if not whose else "",
        "rest": [_agreement(one, doers) for one in rest],
        "wrong": _wrong(calls),
        "calls": [_call(one) for one in calls],
        "labels": _labels(plan=bool(whose)),
    }


def _labels(*, plan: bool) -> dict[str, str]:
    return {
        "goals": _("Doelen"),
        "rest": _("Andere afspraken") if plan else _("Afspraken"),
        "how": _("Hoe gaat het?"),
        "call": _("Wie kunt u bellen?"),
        "who": _("Wie"),
        "what": _("Wat"),
        "when": _("Wanneer"),
        "state": _("Hoe staat het?"),
        "talk": _("Besproken"),
        "goal": _("Doel"),
        "page": _("bladzijde"),
        "of": _("van"),
        "nobody": _("Er is nog niets afgesproken."),
        "urgent": _("Spoed? Bel 112."),
    }


def _whose(one: Whose, doers: dict[UUID, str]) -> Words:
    lines = [f"{each.sentence} {each.words}".strip() for each in one.signing.answers]
    if one.review:
        lines.append(_("Terugkijken op %(day)s.") % {"day": one.review})
    first = [group for group in one.groups if group.kind.code == "question"]
    return {
        "name": one.name,
        "lines": lines,
        "first": [_group(group) for group in first],
        "goals": [_goal(goal, doers) for goal in one.goals],
        "groups": [_group(group) for group in (*one.groups, *_helps(one)) if group not in first],
        "scores": [_score(score) for score in one.scores],
        "agreements": [_agreement(each, doers) for each in one.agreements],
        "rest": _("Afspraken") if one.empty else _("Andere afspraken"),
    }


def _helps(one: Whose) -> list[Group]:
    """Help that stands under its goal on the page, together on paper."""
    found = [part for goal in one.goals for part in goal.helps]
    return [Group(KINDS[INTERVENTION], found)] if found else []


def _group(group: Any) -> Words:
    return {"heading": str(group.kind.heading), "parts": [_part(one) for one in group.parts]}


def _part(one: ShownPart) -> Words:
    about = ", ".join(part for part in (one.who, one.domain.lower(), one.when) if part)
    words = f"{one.value}: {one.words}" if one.value else one.words
    return {"words": words, "quote": one.quote, "more": one.more, "about": about}


def _goal(one: ShownGoal, doers: dict[UUID, str]) -> Words:
    closed = _("Afgesloten: %(how)s.") % {"how": one.closed} if one.closed else ""
    due = _("Tot %(day)s.") % {"day": one.due} if one.due else ""
    return {
        "words": one.words,
        "domain": one.domain,
        "how": " ".join(part for part in (closed, one.progress, due) if part),
        "agreements": [_agreement(each, doers) for each in one.agreements],
    }


def _agreement(one: ShownAgreement, doers: dict[UUID, str]) -> Words:
    return {
        "what": one.what,
        "who": doers.get(one.id, one.who),
        "when": one.when,
        "state": one.state_text,
    }


def _score(one: ShownScore) -> Words:
    words = ", ".join(f"{line.words} ({line.who})" for line in one.lines)
    return {"label": one.label, "words": words}


def _wrong(calls: Sequence[Face]) -> str:
    if not calls:
        return ""
    parts = {"name": calls[0].name, "phone": calls[0].phone.replace(" ", "\N{NO-BREAK SPACE}")}
    return _("Klopt er iets niet? Bel %(name)s, %(phone)s.") % parts


def _call(one: Face) -> Words:
    return {"name": one.name, "does": one.function, "phone": one.phone}


def _items(read: Read, whose: Sequence[Whose], rest: Sequence[ShownAgreement]) -> frozenset[UUID]:
    """Every item of which something stands on the paper."""
    found = {one.id for one in rest}
    for each in whose:
        found |= {one.id for one in each.agreements}
        found |= {one.id for group in each.groups for one in group.parts}
        found |= {one.id for one in each.goals}
        found |= {one.id for goal in each.goals for one in goal.agreements}
        found |= {line.id for score in each.scores for line in score.lines}
        found |= {part.id for goal in each.goals for part in goal.helps}
        found |= {one.item for one in each.signing.answers} if each.shown else set()
    # The day of looking back stands in the part that began the cycle.
    shown = {each.about for each in whose if each.shown}
    cycles = (one for one in read.parts if one.kind == CYCLE and one.about in shown)
    return frozenset(found | {one.id for one in cycles if one.review_on})
