"""'Wie ziet wat': per subject a sentence that says who reads it, as the rule itself decides."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext
from django.views.decorators.http import require_safe

from zorgverband.base.locked import Overseen
from zorgverband.base.refusals import NotHere
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces, names_of_people
from zorgverband.sharing.circles import CROWDS, crowd
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.sharing.queries import Reason
from zorgverband.sharing.shown import ReaderLine, reader_lines
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.sentences import listed

from .abouts import Scope, choices, scope

SIDES = {
    Side.CLIENT: [gettext_noop("cliënt")],
    Side.FAMILY: [gettext_noop("familie"), gettext_noop("buren")],
    Side.CARE: [gettext_noop("zorg")],
    Side.SOCIAL: [gettext_noop("gemeente"), gettext_noop("welzijn"), gettext_noop("school")],
}


@dataclass(frozen=True)
class Line:
    """One subject: who reads it in words, and where the names stand."""

    title: str
    circle: str
    tone: str
    text: str
    href: str
    action: str
    id: None = None


@require_safe
@network_door
def who_sees_what(here: Here, about_id: UUID | None = None) -> HttpResponse:
    """All subjects of one client or the household, a sentence each."""
    people = faces(here.network)
    found = scope(here, people, about_id)
    rows = [
        _line(here, found, subject, [one for one in found.seen if one.subject == subject], people)
        for subject in found.subjects
    ]
    return page(
        here, "privacy/who_sees_what.html", current="more", people=people, rows=rows, scope=found,
        abouts=choices(here, people), decides=here.seat.controls(found.about),
    )  # fmt: skip


@require_safe
@network_door
def who_sees_subject(here: Here, about_id: UUID, subject: int) -> HttpResponse:
    """The names for one subject: who reads, since when, who may write, and who does not read."""
    people = faces(here.network)
    found = scope(here, people, about_id)
    seen = [one for one in found.seen if one.subject == subject]
    if not seen:
        raise NotHere()
    names = names_of_people(here.network)
    reasons = [Reason(one.member, one.person, one.line) for one in seen]
    reading, others = reader_lines(reasons, people=people, names=names, subject=Subject(subject))
    decides = here.seat.decides(about=found.about, subject=subject)
    return page(
        here, "privacy/who_sees_subject.html", current="more", people=people, scope=found,
        reading=reading, others=others, subject=Subject(subject),
        change=partial(_change, here, found.about, subject) if decides else None,
        writing=sorted({names.get(one.person, "") for one in seen if one.writes}),
        fresh=sorted(
            {(names.get(one.person, ""), one.since) for one in seen
             if one.line == 8 and one.since is not None}, key=lambda pair: pair[0]
        ),
    )  # fmt: skip


def _change(here: Here, about: UUID, subject: int, line: ReaderLine) -> str:
    """Where this reader is changed; "" for who reads because it is about them, or never does."""
    fixed = line.member == about or (Subject(subject).medical and line.side == Side.SOCIAL)
    parts = {"network_id": here.network, "about_id": about, "member_id": line.member}
    return "" if fixed else reverse("change_permission", kwargs=parts | {"subject": subject})


def _line(
    here: Here, found: Scope, subject: Subject, seen: list[Overseen], people: dict[UUID, Face]
) -> Line:
    reads = {one.person for one in seen if one.line > 0}
    by_side = {side: [one for one in seen if people[one.member].side == side] for side in SIDES}
    whole = [s for s, all_ in by_side.items() if all_ and all(one.line > 0 for one in all_)]
    none = [s for s, all_ in by_side.items() if all_ and not any(one.line > 0 for one in all_)]
    sides = {people[one.member].side for one in seen if one.line > 0}
    reading = CROWDS[crowd(sides, everyone=all(one.line > 0 for one in seen))]
    return Line(
        title=str(subject.label),
        circle=f"{reading.label} ({len(reads)})",
        tone=reading.tone,
        text=_sentence(seen, by_side, whole, none, people),
        href=reverse(
            "who_sees_subject",
            kwargs={
                "network_id": here.network,
                "about_id": found.about,
                "subject": subject.value,
            },
        ),
        action=_("Veranderen")
        if here.seat.decides(about=found.about, subject=subject)
        else _("Bekijk de namen"),
    )


def _sentence(
    seen: list[Overseen],
    by_side: dict[Side, list[Overseen]],
    whole: list[Side],
    none: list[Side],
    people: dict[UUID, Face],
) -> str:
    if not none and len(whole) == sum(bool(members) for members in by_side.values()):
        return _("Niemand is uitgesloten.")
    mixed = [
        one
        for side, members in by_side.items()
        if side not in whole and side not in none
        for one in members
        if one.line <= 0
    ]
    parts = [_(word) for side in none for word in SIDES[side]]
    parts += sorted({people[one.member].given_name for one in mixed})[:5]
    if not parts:
        return ""
    more = len({one.member for one in mixed}) - 5
    text = listed(parts)
    if more > 0:
        text += " " + ngettext("en nog %(count)s", "en nog %(count)s", more) % {"count": more}
    return _("Niet: %(who)s.") % {"who": text}
