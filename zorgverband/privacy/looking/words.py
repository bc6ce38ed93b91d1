"""Sentences for visits: what somebody did, when, and what was unusual about it."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from zorgverband.base.clock import now
from zorgverband.networks.functions import label_of
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import clock, day_heading, day_within
from zorgverband.ui.sentences import listed

from .visits import NO_ITEM, Visit

NAMED = 3
DEEDS = {
    "R": gettext_noop("las over %(subjects)s"),
    "C": gettext_noop("schreef over %(subjects)s"),
    "U": gettext_noop("veranderde iets over %(subjects)s"),
    "D": gettext_noop("haalde iets terug over %(subjects)s"),
    "E": gettext_noop("nam gegevens mee over %(subjects)s"),
}
IN_THE_LOG = {
    "R": gettext_noop("bekeek deze bladzijde"),
    "E": gettext_noop("bewaarde een kopie van deze bladzijde"),
}
# The worst first: it gives the sentence its tone.
REASONS = {
    "outside": gettext_noop("%(name)s deed op dat moment niet mee"),
    "emergency": gettext_noop("%(name)s keek met noodtoegang"),
    "night": gettext_noop("%(name)s keek 's nachts"),
    "namesake": gettext_noop("%(name)s heeft dezelfde achternaam als %(client)s"),
    "by_name": gettext_noop("%(name)s zocht op naam"),
}


def reasons(odd: Iterable[str], *, name: str, client: str) -> list[str]:
    """Why a visit of `name` stands on top, a sentence each; `client`: 'u', or whose log it is."""
    met = set(odd)
    return [
        _(words) % {"client": client, "name": name}
        for rule, words in REASONS.items()
        if rule in met
    ]


def what(deeds: Iterable[tuple[str, int]]) -> str:
    """'Las over gezondheid en medicijnen, en schreef over dagelijks leven.'"""
    found: dict[str, list[int]] = {}
    for action, subject in deeds:
        found.setdefault(action, []).append(subject)
    parts = []
    for action, subjects in found.items():
        named = [subject for subject in dict.fromkeys(subjects) if subject != NO_ITEM]
        if named:
            parts.append(_(DEEDS[action]) % {"subjects": _some(named)})
        if NO_ITEM in subjects and action in IN_THE_LOG:
            parts.append(_(IN_THE_LOG[action]))
    text = listed(parts)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def summed_up(found: Sequence[Visit]) -> str:
    """'12 mensen keken. 1 keer was anders dan anders.': the whole log in one breath."""
    people = len({visit.person for visit in found})
    odd = sum(bool(visit.odd) for visit in found)
    who = ngettext("%(count)s persoon keek.", "%(count)s mensen keken.", people)
    strange = (
        ngettext(
            "%(count)s keer was anders dan anders.", "%(count)s keer was anders dan anders.", odd
        )
        % {"count": odd}
        if odd
        else _("Er was niets bijzonders.")
    )
    return f"{who % {'count': people}} {strange}"


def how_often(found: Sequence[Visit]) -> str:
    """'14 keer, gewone bezoeken' or '14 keer, waarvan 1 keer anders dan anders'."""
    odd = sum(bool(visit.odd) for visit in found)
    if odd == 0:
        return _("%(times)s, gewone bezoeken") % {"times": times(len(found))}
    if odd == len(found):
        return _("%(times)s, anders dan anders") % {"times": times(len(found))}
    return _("%(times)s, waarvan %(odd)s anders dan anders") % {
        "times": times(len(found)),
        "odd": times(odd),
    }


def when(visit: Visit) -> str:
    """'Woensdag 18 november, 2.14 uur'."""
    return moment(visit.start, capital=True)


def moment(at: datetime, *, capital: bool = False) -> str:
    """'vandaag, 9.40 uur'; with a capital at the start of a line."""
    day = day_heading(at, now()) if capital else day_within(at, now())
    return f"{day[:1].upper()}{day[1:]}, {clock(at)}" if capital else f"{day}, {clock(at)}"


def last_day(found: Sequence[Visit]) -> str:
    """'gisteren': the day of the newest of these visits."""
    return day_within(found[0].start, now())


def times(count: int) -> str:
    """'14 keer'."""
    return ngettext("%(count)s keer", "%(count)s keer", count) % {"count": count}


def described(function: str, organisation: str = "") -> str:
    """'huisarts, Huisartsenpraktijk De Linde'."""
    return ", ".join(part for part in (label_of(function), organisation) if part)


def _some(subjects: list[int]) -> str:
    names = [str(Subject(number).label).lower() for number in subjects]
    more = len(names) - NAMED
    if more <= 1:
        return listed(names)
    return f"{', '.join(names[:NAMED])} " + ngettext(
        "en nog %(count)s onderwerp", "en nog %(count)s onderwerpen", more
    ) % {"count": more}
