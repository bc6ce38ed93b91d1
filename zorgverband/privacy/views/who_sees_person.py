"""'Wie ziet wat', person by person: what each reads and writes, and an objection to one person."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from zorgverband.base.locked import Overseen
from zorgverband.base.refusals import NotHere
from zorgverband.control.queries import helped_by
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing import actions
from zorgverband.sharing.confirming import Question, confirmed
from zorgverband.sharing.consequences import consequences
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.sharing.models import Permission
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import short_date
from zorgverband.ui.sentences import listed

from .abouts import Scope, choices, scope

OWN, BY_PERMISSION = 4, 8
ORDER = (Side.CLIENT, Side.FAMILY, Side.CARE, Side.SOCIAL)


@dataclass(frozen=True)
class Row:
    """One person or team, or one subject of theirs, in a sentence, with where it is changed."""

    title: str
    text: str
    href: str = ""
    face: Face | None = None


@require_safe
@network_door
def who_sees_people(here: Here, about_id: UUID) -> HttpResponse:
    """Everybody, a sentence each: what they read and what they write."""
    people = faces(here.network)
    found = scope(here, people, about_id)
    members = {one.member for one in found.seen}
    decides = here.seat.controls(found.about)
    there = sorted((people[one] for one in members), key=lambda one: ORDER.index(Side(one.side)))
    rows = [
        Row(
            title=face.name,
            text=_in_short(found, face.member),
            href=_address(here, "who_sees_person", found.about, face.member),
            face=face,
        )
        for face in there
    ]
    return page(
        here, "privacy/who_sees_people.html", current="more", people=people, scope=found,
        abouts=choices(here, people), rows=rows, decides=decides,
    )  # fmt: skip


@require_safe
@network_door
def who_sees_person(here: Here, about_id: UUID, member_id: UUID) -> HttpResponse:
    """One person or team: a sentence per subject, and the change of each for who decides."""
    people = faces(here.network)
    found, face = _whom(here, people, about_id, member_id)
    mine = {one.subject: one for one in found.seen if one.member == member_id}
    objected = _objected(found.about, member_id) if here.seat.controls(found.about) else set()
    helping = found.about in helped_by(here.network, here.seat.member)
    rows = [
        Row(
            title=str(subject.label),
            text=_of_subject(mine[subject], objected=subject in objected),
            href=_change(here, found, face, subject, helping=helping),
        )
        for subject in found.subjects
        if subject in mine
    ]
    return page(
        here, "privacy/who_sees_person.html", current="more", people=people, scope=found,
        face=face, rows=rows, may_object=bool(_closable(here, found, face)),
        may_withdraw=bool(objected), unchanging=_unchanging(face, found),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@network_door
def object_to_person(here: Here, about_id: UUID, member_id: UUID) -> HttpResponse:
    """Objecting to a person: they read nothing about this client any more."""
    people = faces(here.network)
    found, face = _whom(here, people, about_id, member_id)
    subjects = _closable(here, found, face)
    name = {"name": face.name}
    question = Question(
        title=_("%(name)s niets meer laten lezen?") % name,
        first=[
            *consequences(subjects, face.side, face.name, whole=True),
            _("Wat %(name)s zelf schreef, blijft daar te lezen.") % name,
        ],
        yes=_("Bezwaar maken"), no=_("Niet doen"),
        done=_("%(name)s leest niet meer mee.") % name,
        back=_address(here, "who_sees_person", found.about, member_id),
    )  # fmt: skip
    return confirmed(
        here,
        lambda: actions.object_to_member(
            seat=here.seat, person=here.person, about=found.about, member=member_id,
            subjects=subjects,
        ),
        question,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@network_door
def withdraw_objection_to_person(here: Here, about_id: UUID, member_id: UUID) -> HttpResponse:
    """Ending the objection: what this person read before, they read again."""
    people = faces(here.network)
    found, face = _whom(here, people, about_id, member_id)
    name = {"name": face.name}
    question = Question(
        title=_("Bezwaar tegen %(name)s intrekken?") % name,
        first=[_("%(name)s leest dan weer wat %(name)s voor uw bezwaar ook las.") % name],
        yes=_("Bezwaar intrekken"), no=_("Niet doen"),
        done=_("Uw bezwaar tegen %(name)s is ingetrokken.") % name,
        back=_address(here, "who_sees_person", found.about, member_id),
    )  # fmt: skip
    return confirmed(
        here,
        lambda: actions.withdraw_objection_to_member(
            seat=here.seat, person=here.person, about=found.about, member=member_id,
            subjects=list(Subject),
        ),
        question,
    )  # fmt: skip


def _whom(here: Here, people: dict[UUID, Face], about: UUID, member: UUID) -> tuple[Scope, Face]:
    found = scope(here, people, about)
    if not any(one.member == member for one in found.seen):
        raise NotHere()
    return found, people[member]


def _in_short(found: Scope, member: UUID) -> str:
    """'Leest over: A, B. Schrijft over: C.'; subjects are named once."""
    mine = {one.subject: one for one in found.seen if one.member == member}
    reads = [subject for subject in found.subjects if subject in mine and mine[subject].line > 0]
    writes = [subject for subject in found.subjects if subject in mine and mine[subject].writes]
    if mine and all(one.line == OWN for one in mine.values()):
        return _("Leest alles.")
    parts = (
        (_("Leest en schrijft over: %(what)s."), [one for one in reads if one in writes]),
        (_("Leest over: %(what)s."), [one for one in reads if one not in writes]),
        (_("Schrijft over: %(what)s."), [one for one in writes if one not in reads]),
    )
    said = [words % {"what": _labels(those)} for words, those in parts if those]
    return " ".join(said) or _("Leest en schrijft niets.")


def _labels(subjects: Sequence[Subject]) -> str:
    return listed(str(subject.label).lower() for subject in subjects)


def _of_subject(one: Overseen, *, objected: bool) -> str:
    if one.line == BY_PERMISSION:
        reads = (
            _("Leest dit, ook wat er al stond.")
            if one.past
            else _("Leest wat er sinds %(day)s is geschreven.") % {"day": short_date(one.since)}  # type: ignore[arg-type]
        )
    elif one.line > 0:
        reads = _("Leest dit altijd.") if one.line == OWN else _("Leest dit nu.")
    else:
        reads = _("Leest dit niet: er is bezwaar.") if objected else _("Leest dit niet.")
    return (
        f"{reads} {_('Kan hierover schrijven.') if one.writes else _('Schrijft hier niet over.')}"
    )


def _objected(about: UUID, member: UUID) -> set[int]:
    there = Permission.objects.filter(about_id=about, member_id=member, ground="objection")
    return set(there.values_list("subject", flat=True))


def _closable(here: Here, found: Scope, face: Face) -> list[Subject]:
    """What an objection to this person closes: subjects they read by permission."""
    if face.member in (found.about, here.seat.member):
        return []
    read = {one.subject for one in found.seen
            if one.member == face.member and one.line == BY_PERMISSION}  # fmt: skip
    return [one for one in found.subjects
            if one in read and here.seat.decides(about=found.about, subject=one)]  # fmt: skip


def _unchanging(face: Face, found: Scope) -> str:
    if face.member == found.about:
        return _("Wat over iemand zelf gaat, kan die persoon altijd lezen.")
    return ""


def _change(here: Here, found: Scope, face: Face, subject: Subject, *, helping: bool) -> str:
    decides = helping or here.seat.decides(about=found.about, subject=subject)
    if face.member == found.about or not decides:
        return ""
    if subject.medical and face.side == Side.SOCIAL:
        return ""
    return _address(here, "change_permission", found.about, face.member, subject=subject.value)


def _address(here: Here, name: str, about: UUID, member: UUID, **more: int) -> str:
    parts = {"network_id": here.network, "about_id": about, "member_id": member}
    return reverse(name, kwargs={**parts, **more})
