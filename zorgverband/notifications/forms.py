"""What somebody fills in on 'Meldingen', checked, and the choices in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zorgverband.base.refusals import Refusal
from zorgverband.base.typed import whole_number
from zorgverband.ui.dates import HERE, clock, day_name

from .kinds import Kind, Pace
from .queries import Wishes
from .timing import Peace

# A question that waits a week is no question any more.
_PACES = {
    Kind.ASKED: (Pace.AT_ONCE, Pace.DAILY, Pace.NEVER),
    Kind.ANSWERED: (Pace.AT_ONCE, Pace.DAILY, Pace.NEVER),
    Kind.IMPORTANT: (Pace.AT_ONCE, Pace.DAILY, Pace.NEVER),
    Kind.LOG: (Pace.WEEKLY, Pace.NEVER),
}


class ChooseHowOften(Refusal):
    """Kies bij elke soort hoe vaak u het wilt horen."""


class ChooseHours(Refusal):
    """Kies van wanneer tot wanneer u rust wilt."""


@dataclass(frozen=True)
class Choice:
    """One card: the pace, its word and what it comes down to."""

    value: str
    label: str
    hint: str


@dataclass(frozen=True)
class Group:
    """One kind of news with the choices for it."""

    name: str
    legend: str
    hint: str
    choices: list[Choice]
    chosen: str


def groups(wishes: Wishes, last_week: Mapping[str, int]) -> list[Group]:
    """What can be chosen for each kind, and what is chosen now."""
    words = {
        Kind.ASKED: (_("Iemand vraagt u iets"), _("Ook als een afspraak van u te laat is.")),
        Kind.ANSWERED: (_("Antwoord op uw vraag"), _("Iemand antwoordt op wat u vroeg.")),
        Kind.IMPORTANT: (_("Belangrijk voor iedereen"), ""),
        Kind.NEWS: (_("Ander nieuws"), _("Berichten en reacties.")),
        Kind.AGENDA: (_("Wie komt wanneer"), _("Bezoek is nieuw, verzet of gaat niet door.")),
        Kind.PEOPLE: (_("Mensen"), _("Iemand komt erbij of gaat weg.")),
        Kind.LOG: (_("Code van Wie heeft gekeken"), _("Een code om te bewaren, voor cliënten.")),
    }
    return [
        Group(
            name=f"pace_{kind}",
            legend=legend,
            hint=hint,
            choices=[
                Choice(pace, str(pace.label), _hint(pace, wishes.peace, last_week.get(kind, 0)))
                for pace in _PACES.get(kind, tuple(Pace))
            ],
            chosen=wishes.paces[kind],
        )
        for kind, (legend, hint) in words.items()
    ]


def _hint(pace: Pace, peace: Peace, times: int) -> str:
    hour = clock(datetime(2026, 1, 1, peace.digest_hour, tzinfo=HERE))
    # The first of January 2024 was a Monday.
    day = day_name(datetime(2024, 1, 1, tzinfo=HERE) + timedelta(days=peace.digest_day))
    often = ngettext("Vorige week was dat %(n)s keer", "Vorige week was dat %(n)s keer", times)
    return {
        Pace.AT_ONCE: often % {"n": times} if times else _("Zodra er iets is"),
        Pace.DAILY: _("In een mail om %(hour)s") % {"hour": hour},
        Pace.WEEKLY: _("In een mail op %(day)s om %(hour)s") % {"day": day, "hour": hour},
        Pace.NEVER: _("U ziet het als u zelf kijkt"),
    }[pace]


def hours() -> list[tuple[int, str]]:
    """The hours of the day, to choose from."""
    return [(hour, clock(datetime(2026, 1, 1, hour, tzinfo=HERE))) for hour in range(24)]


@dataclass(frozen=True)
class Chosen:
    """What was filled in, as `set_preferences` takes it."""

    paces: dict[Kind, Pace]
    quiet: bool
    quiet_from: int
    quiet_until: int
    work_hours: bool


def read(asked: QueryDict) -> Chosen:
    """What was filled in. Raises ChooseHowOften or ChooseHours."""
    paces = {}
    for kind in Kind:
        pace = asked.get(f"pace_{kind}", "")
        if pace not in Pace.values:
            raise ChooseHowOften(field=f"pace_{kind}")
        paces[kind] = Pace(pace)
    return Chosen(
        paces=paces,
        quiet="quiet" in asked,
        quiet_from=_hour(asked, "quiet_from"),
        quiet_until=_hour(asked, "quiet_until"),
        work_hours="work_hours" in asked,
    )


def _hour(asked: QueryDict, name: str) -> int:
    hour = whole_number(asked.get(name))
    if hour is None or hour > 23:
        raise ChooseHours(field=name)
    return hour
