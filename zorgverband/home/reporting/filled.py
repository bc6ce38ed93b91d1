"""What somebody ticked and typed about a visit, checked, and the words it becomes."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.http import QueryDict

from zorgverband.base import clock
from zorgverband.base.typed import day_of
from zorgverband.record import forms as record_forms
from zorgverband.record.actions.record_measurement import Taken
from zorgverband.sharing.forms import Draft
from zorgverband.ui.sentences import kept_words

from .templates import Template

LINE = "line-"
NUMBERS = ("value", "second")


@dataclass(frozen=True)
class Filled:
    """A report as far as it was filled in: per line the number of its answer."""

    template: Template
    answers: dict[str, int]
    draft: Draft
    taken: Taken | None
    been: bool

    @property
    def message(self) -> Draft:
        """The draft with the lines above its own words. What is kept is Dutch."""
        with kept_words():
            lines = [
                f"{line.label}: {_inside(str(line.answers[self.answers[line.key]]))}."
                for line in self.template.lines
                if line.key in self.answers
            ]
            title = str(self.template.label)
        words = self.draft.body.strip()
        return replace(
            self.draft, title=title, body="\n".join([*lines, *([words] if words else [])])
        )


def _inside(words: str) -> str:
    """As the end of a line: 'Wassen: ging goed.'"""
    return words[:1].lower() + words[1:]


def answers_in(data: QueryDict, template: Template) -> dict[str, int]:
    """Which answer was ticked per line; what was never offered counts as not ticked."""
    found = {}
    for line in template.lines:
        typed = data.get(LINE + line.key, "")
        if typed.isdecimal() and len(typed) < 3 and int(typed) < len(line.answers):
            found[line.key] = int(typed)
    return found


def taken_in(data: QueryDict) -> Taken | None:
    """The measurement, None when no number was typed. Raises what is wrong with it."""
    if not any(data.get(name, "").strip() for name in NUMBERS):
        return None
    return record_forms.taken(data)


@dataclass(frozen=True)
class Visited:
    """Which visit the report is of, as its address says."""

    visit: UUID
    day: date


def visited_in(data: QueryDict) -> Visited | None:
    """The visit, None where none is named or its day is still to come."""
    try:
        visit = UUID(data.get("visit", ""))
    except ValueError:
        return None
    day = day_of(data.get("day", ""))
    return Visited(visit, day) if day and day <= clock.today() else None
