"""What who keeps the programmes fills in, checked into values the actions take."""

from django.http import QueryDict
from django.utils.translation import gettext as _

from zorgverband.base.repeating import Repeat
from zorgverband.base.typed import whole_number
from zorgverband.networks.functions import functions_of
from zorgverband.networks.models import Side
from zorgverband.plan.domains import ADULT, GENERAL, YOUTH, domain
from zorgverband.plan.forms import read_number
from zorgverband.plan.models import Measure
from zorgverband.sharing.forms import UnknownChoice, subject_options
from zorgverband.sharing.subjects import Subject

from .actions.draft_programme import Head
from .actions.keep_line import LineWords
from .models import ProgrammeLine
from .parties import PARTIES
from .queries import Line, Version
from .terms_words import plain

Options = list[tuple[str, list[tuple[str, str]]]]
_LONG, _SHORT = 300, 40
_TYPED = (
    "words", "more", "domain", "subject", "party", "measure", "unit", "target", "repeat", "due_days",
    "weeks", "checked_by", "review_weeks", "goal",
)  # fmt: skip
# About a carer one writes what is theirs; a programme is about the client.
SUBJECTS: list[Subject] = [subject for subject in Subject if subject is not Subject.CARER]


def read_head(data: QueryDict) -> Head:
    """What stands above a programme. Raises UnknownChoice."""
    return Head(
        title=data.get("title", "")[:_LONG],
        summary=data.get("summary", "")[:_LONG],
        subject=_subject(data.get("subject", "")),
        review_weeks=whole_number(data.get("review_weeks")),
    )


def head_typed(data: QueryDict, found: Version | None) -> dict[str, str]:
    """The head as it was typed, else as it stands."""
    if data:
        return {
            name: data.get(name, "") for name in ("title", "summary", "subject", "review_weeks")
        }
    if found is None:
        empty = str(Subject.ARRANGEMENTS.value)
        return {"title": "", "summary": "", "subject": empty, "review_weeks": "12"}
    return {
        "title": found.title, "summary": found.summary, "subject": str(found.subject),
        "review_weeks": str(found.review_weeks),
    }  # fmt: skip


def line_typed(data: QueryDict, found: Line | None) -> dict[str, str]:
    """A line as it was typed, else as it stands."""
    if data:
        return {name: data.get(name, "") for name in _TYPED}
    if found is None:
        empty = dict.fromkeys(_TYPED, "")
        return empty | {"subject": str(Subject.ARRANGEMENTS.value), "repeat": Repeat.ONCE.value}
    shown = {name: getattr(found, name) for name in _TYPED}
    shown["target"] = plain(found.target)
    return {name: "" if value is None else str(value) for name, value in shown.items()}


def read_line(typed: dict[str, str], *, kind: str, found: Line | None) -> LineWords:
    """The line in a form. What is about a part of life is under its subject; a line that stood under
    a closer one (medicines, as part of health) stays there. Raises UnknownChoice or NoNumber."""
    lived = kind in (ProgrammeLine.Kind.QUESTION, ProgrammeLine.Kind.GOAL)
    subject = domain(typed["domain"]).subject if lived else _subject(typed["subject"] or "14")
    if lived and found is not None and found.domain == typed["domain"]:
        subject = Subject(found.subject)
    try:
        measure, repeat = Measure(typed["measure"]), Repeat(typed["repeat"] or "once")
    except ValueError:
        raise UnknownChoice() from None
    return LineWords(
        kind=kind, words=typed["words"][:_LONG], more=typed["more"][:_LONG], domain=typed["domain"],
        subject=subject, party=typed["party"], measure=measure, unit=typed["unit"][:_SHORT],
        target=read_number(typed["target"], "target"), repeat=repeat,
        due_days=whole_number(typed["due_days"]), weeks=whole_number(typed["weeks"]),
        checked_by=typed["checked_by"][:_LONG], review_weeks=whole_number(typed["review_weeks"]),
        goal=typed["goal"][:_SHORT],
    )  # fmt: skip


def _subject(text: str) -> Subject:
    number = whole_number(text)
    if number not in [subject.value for subject in SUBJECTS]:
        raise UnknownChoice(field="subject")
    return Subject(number)


def subjects() -> list[tuple[str, list[tuple[int, str]]]]:
    """Every subject a line can be under, in groups."""
    return subject_options(SUBJECTS)


def domains() -> Options:
    """The parts of life, in groups."""
    groups = (
        (_("Het hele plan"), (GENERAL,)), (_("Volwassenen"), ADULT),
        (_("Kinderen en jongeren"), YOUTH),
    )  # fmt: skip
    return [(name, [(one.code, str(one.label)) for one in group]) for name, group in groups]


def parties() -> Options:
    """Who can do something or take part, in groups."""
    sides = (
        (_("Familie en buren"), Side.FAMILY), (_("Zorg"), Side.CARE),
        (_("Gemeente, welzijn en school"), Side.SOCIAL),
    )  # fmt: skip
    wide = [one for one in PARTIES.values() if len(one.functions) != 1 or one.code == "client"]
    return [
        (_("Algemeen"), [(one.code, str(one.label)) for one in wide]),
        *(
            (name, [(one.code, str(one.label)) for one in functions_of(side)])
            for name, side in sides
        ),
    ]


def measures() -> list[tuple[str, str]]:
    """How one sees whether a goal comes nearer."""
    return [
        (Measure.NONE, _("Met woorden")), (Measure.SCALE, _("Met een cijfer van 0 tot 10")),
        (Measure.NUMBER, _("Met een getal, bijvoorbeeld kilometers")),
        (Measure.YES_NO, _("Met ja of nee")),
    ]  # fmt: skip


def repeats() -> list[tuple[str, str]]:
    """How often an agreement falls."""
    return [
        (Repeat.ONCE, _("Eén keer")), (Repeat.DAILY, _("Elke dag")),
        (Repeat.WEEKLY, _("Elke week")), (Repeat.BIWEEKLY, _("Om de week")),
        (Repeat.MONTHLY, _("Elke maand")),
    ]  # fmt: skip
