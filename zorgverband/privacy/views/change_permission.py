"""Changing what one person reads and writes of one subject: choose, see what changes, confirm."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base import deciding
from zorgverband.base.refusals import NotHere
from zorgverband.control.queries import helped_by
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing import actions
from zorgverband.sharing.actions import Reading
from zorgverband.sharing.actions.change_permission import NeverForSocial, must_decide
from zorgverband.sharing.confirming import Question, confirmed
from zorgverband.sharing.consequences import consequences
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.sharing.models import Permission
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import short_date

from .abouts import Scope, scope

CHOICES = (Reading.NONE, Reading.NEW, Reading.PAST)


@require_http_methods(["GET", "POST"])
@network_door
def change_permission(here: Here, about_id: UUID, member_id: UUID, subject: int) -> HttpResponse:
    """Reading and writing apart; reading from now on, or also what is there already."""
    people = faces(here.network)
    found = scope(here, people, about_id)
    if subject not in found.subjects or not any(one.member == member_id for one in found.seen):
        raise NotHere()
    if found.about not in helped_by(here.network, here.seat.member):
        must_decide(here.seat, about=found.about, subject=subject)
    face, chosen = people[member_id], Subject(subject)
    if chosen.medical and face.side == Side.SOCIAL:
        raise NeverForSocial()
    data = here.request.POST or here.request.GET
    if data.get("read") in CHOICES:
        if not _alone(here, found, face, chosen, data):
            return HttpResponseRedirect(_proposal(here, found, face, chosen, data))
        return _asked(here, found, face, chosen, data)
    return _form(here, found, face, chosen)


def _alone(here: Here, found: Scope, face: Face, subject: Subject, data: QueryDict) -> bool:
    """Whether nobody else has to say yes; closing needs nobody."""
    decides = here.seat.decides(about=found.about, subject=subject)
    return decides and (
        data["read"] == Reading.NONE
        or deciding.may_open(
            network=here.network, about=found.about, subject=subject, member=face.member
        )
    )


def _proposal(here: Here, found: Scope, face: Face, subject: Subject, data: QueryDict) -> str:
    place = address(here, "propose_permission", found.about, face.member, subject=subject.value)
    return f"{place}?{urlencode({'read': data['read'], 'write': data.get('write', '')})}"


def _form(here: Here, found: Scope, face: Face, subject: Subject) -> HttpResponse:
    row = _row(found, face, subject)
    return page(
        here, "privacy/change_permission.html", current="more", scope=found, face=face,
        subject=subject, reading=_reading(row), writing=bool(row and row["can_write"]),
        since=short_date(row["since"]) if row and _reading(row) == Reading.NEW else "",
        back=address(here, "who_sees_person", found.about, face.member),
    )  # fmt: skip


def _row(found: Scope, face: Face, subject: Subject) -> dict[str, Any] | None:
    there = Permission.objects.filter(member_id=face.member, about_id=found.about, subject=subject)
    row: Any = there.values("can_read", "can_write", "past", "since").first()
    return row  # type: ignore[no-any-return]


def _reading(row: dict[str, Any] | None) -> Reading:
    if row is None or not row["can_read"]:
        return Reading.NONE
    return Reading.PAST if row["past"] else Reading.NEW


def _asked(here: Here, found: Scope, face: Face, subject: Subject, data: QueryDict) -> HttpResponse:
    reading, writing = Reading(str(data["read"])), data.get("write") == "1"
    stops = reading == Reading.NONE and _reading(_row(found, face, subject)) != Reading.NONE
    name = {"name": face.name, "subject": str(subject.label).lower()}
    question = Question(
        title=_("Veranderen wat %(name)s leest over: %(subject)s?") % name,
        first=consequences([subject], face.side, face.name, whole=True) if stops else (),
        yes=_("Bezwaar maken") if stops else _("Veranderen"), no=_("Niet doen"),
        done=_("Veranderd. Dit ziet %(name)s nu.") % name,
        back=address(here, "who_sees_person", found.about, face.member),
        kept=[("read", reading.value), ("write", "1" if writing else "")],
    )  # fmt: skip
    return confirmed(
        here,
        lambda: actions.change_permission(
            seat=here.seat, person=here.person, about=found.about, member=face.member,
            subject=subject, reading=reading, writing=writing,
        ),
        question,
    )  # fmt: skip


def address(here: Here, name: str, about: UUID, member: UUID, **more: int) -> str:
    """The address of a page about what this member may of this client."""
    parts = {"network_id": here.network, "about_id": about, "member_id": member}
    return reverse(name, kwargs={**parts, **more})
