"""'Wie ziet wat': per subject a sentence that says who reads it, as the rule itself decides."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext
from django.views.decorators.http import require_GET

from zorgverband.base import locked
from zorgverband.base.locked import Overseen
from zorgverband.base.refusals import NotHere
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, clients, faces, names_of_people
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.sharing.queries import Reason
from zorgverband.sharing.shown import reader_lines
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.sentences import listed

SIDES = {
    Side.CLIENT: gettext_noop("cliënt"),
    Side.FAMILY: gettext_noop("familie en buren"),
    Side.CARE: gettext_noop("zorg"),
    Side.SOCIAL: gettext_noop("gemeente, welzijn en school"),
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


@require_GET
@network_door
def who_sees_what(here: Here, about_id: UUID | None = None) -> HttpResponse:
    """All subjects of one client or the household, a sentence each."""
    people = faces(here.network)
    about = _about(here, people, about_id)
    seen = locked.overview(network=here.network, about=about)
    subjects = [
        subject
        for subject in Subject
        if subject is not Subject.CARER and not (subject.medical and about == here.network)
    ]
    rows = [
        _line(here, about, subject, [one for one in seen if one.subject == subject], people)
        for subject in subjects
        if any(one.subject == subject for one in seen)
    ]
    return page(
        here, "privacy/who_sees_what.html", current="more", people=people, rows=rows,
        abouts=_abouts(here, people), about=about,
        name=people[about].given_name if about in people else _("het huishouden"),
    )  # fmt: skip


@require_GET
@network_door
def who_sees_subject(here: Here, about_id: UUID, subject: int) -> HttpResponse:
    """The names for one subject: who reads, since when, who may write, and who does not read."""
    people = faces(here.network)
    about = _about(here, people, about_id)
    seen = [
        one for one in locked.overview(network=here.network, about=about) if one.subject == subject
    ]
    if not seen:
        raise NotHere()
    names = names_of_people(here.network)
    reasons = [Reason(one.member, one.person, one.line) for one in seen]
    reading, others = reader_lines(reasons, people=people, names=names, subject=Subject(subject))
    return page(
        here, "privacy/who_sees_subject.html", current="more", people=people,
        reading=reading, others=others, subject=Subject(subject), about=about,
        writing=sorted({names.get(one.person, "") for one in seen if one.writes}),
        fresh=sorted(
            {(names.get(one.person, ""), one.since) for one in seen
             if one.line == 8 and one.since is not None}, key=lambda pair: pair[0]
        ),
    )  # fmt: skip


def _about(here: Here, people: dict[UUID, Face], wanted: UUID | None) -> UUID:
    known = [about for about, _name in _abouts(here, people)]
    if wanted is None:
        return known[0]
    if wanted not in known:
        raise NotHere()
    return wanted


def _abouts(here: Here, people: dict[UUID, Face]) -> list[tuple[UUID, str]]:
    found = [(face.member, face.name) for face in clients(people) if face.active]
    return [*found, (here.network, _("Het huishouden"))] if len(found) > 1 else found


def _line(
    here: Here, about: UUID, subject: Subject, seen: list[Overseen], people: dict[UUID, Face]
) -> Line:
    reads = {one.person for one in seen if one.line > 0}
    by_side = {side: [one for one in seen if people[one.member].side == side] for side in SIDES}
    whole = [s for s, all_ in by_side.items() if all_ and all(one.line > 0 for one in all_)]
    none = [s for s, all_ in by_side.items() if all_ and not any(one.line > 0 for one in all_)]
    circle, tone = _circle(whole, none, by_side)
    return Line(
        title=str(subject.label),
        circle=f"{circle} ({len(reads)})",
        tone=tone,
        text=_sentence(seen, by_side, whole, none, people),
        href=reverse(
            "who_sees_subject",
            kwargs={"network_id": here.network, "about_id": about, "subject": subject.value},
        ),
        action=_("Bekijk de namen"),
    )


def _circle(
    whole: list[Side], none: list[Side], by_side: dict[Side, list[Overseen]]
) -> tuple[str, str]:
    present = [side for side, members in by_side.items() if members]
    if set(whole) == set(present):
        return _("Iedereen"), "all"
    if Side.SOCIAL in none or Side.SOCIAL not in present:
        if Side.CARE in none:
            return _("Alleen familie"), "family"
        return _("Familie en zorg"), "care"
    return _("Sommige mensen"), "all"


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
    parts = [_(SIDES[side]) for side in none]
    parts += sorted({people[one.member].given_name for one in mixed})[:5]
    if not parts:
        return ""
    more = len({one.member for one in mixed}) - 5
    text = listed(parts)
    if more > 0:
        text += " " + ngettext("en nog %(count)s", "en nog %(count)s", more) % {"count": more}
    return _("Niet: %(who)s.") % {"who": text}
