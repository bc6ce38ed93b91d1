"""Other readers or another subject for a whole message: choose, see what changes, confirm."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base import deciding
from zorgverband.base.refusals import Refusal
from zorgverband.networks.models import Side
from zorgverband.networks.queries import faces

from .. import actions, queries
from ..actions.change_audience import NotYourReaders, widens
from ..actions.move_item import NotThatSubject, NotYourSubject
from ..circles import CIRCLES, EVERYONE, FAMILY_CARE, OWN, audience_of
from ..confirming import Question, confirmed
from ..doors import Here, network_door
from ..forms import NoReaders, UnknownChoice, subject_options, writable_subjects
from ..frame import page
from ..subjects import Subject
from .readers import address, may_decide


@require_http_methods(["GET", "POST"])
@network_door
def choose_readers(here: Here, item_id: UUID) -> HttpResponse:
    """Other readers: the circles, then who reads more and who less."""
    row = queries.item(network=here.network, id=item_id)
    decides = may_decide(here, row)
    if not decides and (row["author_id"] != here.person or row["compartment_id"]):
        raise NotYourReaders()
    data = here.request.POST or here.request.GET
    refusal = None
    if "circle" in data:
        try:
            return _chosen_readers(here, row, data)
        except Refusal as raised:
            refusal = raised
    medical = Subject(row["subject"]).medical
    people = faces(here.network)
    return page(
        here, "sharing/choose_readers.html", current="news", people=people, row=row,
        status=refusal.status if refusal else 200, refusal=refusal, decides=decides,
        circle=data.get("circle", row["circle"]), chosen=_members(data) or set(row["audience"] or ()),
        circles=[one for one in CIRCLES.values() if not (medical and one.code == EVERYONE)],
        choosable=[face for face in people.values() if face.active and face.side != Side.CLIENT
                   and face.member != here.seat.member and not (medical and face.side == Side.SOCIAL)],
        back=address(here, "readers", item_id),
    )  # fmt: skip


def _chosen_readers(here: Here, row: dict[str, Any], data: QueryDict) -> HttpResponse:
    circle, chosen = data["circle"], _members(data)
    if circle not in CIRCLES:
        raise UnknownChoice(field="circle")
    if circle == OWN and not chosen:
        raise NoReaders(field="circle")
    item = UUID(str(row["id"]))
    medical = Subject(row["subject"]).medical
    everyone = circle == EVERYONE or (medical and circle == FAMILY_CARE)
    people = faces(here.network)
    audience = None if everyone else audience_of(circle, people.values(), chosen)
    if may_decide(here, row) and not _alone(here, row, audience):
        words = urlencode({"circle": circle, "member": sorted(map(str, chosen))}, doseq=True)
        return HttpResponseRedirect(f"{address(here, 'propose_audience', item)}?{words}")
    question = Question(
        title=_("Andere mensen dit bericht laten lezen?"), yes=_("Veranderen"), no=_("Niet doen"),
        done=_("Andere mensen lezen dit bericht nu."), back=address(here, "readers", item),
        first=[_("U kiest: %(circle)s.") % {"circle": str(CIRCLES[circle].label).lower()}],
        item=item, current="news",
        kept=[("circle", circle), *(("member", str(one)) for one in sorted(chosen))],
    )  # fmt: skip
    return confirmed(
        here,
        lambda: actions.change_audience(
            seat=here.seat, person=here.person, item=item, audience=audience, circle=circle
        ),
        question,
    )


def _alone(here: Here, row: dict[str, Any], audience: Sequence[UUID] | None) -> bool:
    """Whether who decides may choose these readers without another's yes; fewer always."""
    return not widens(row["audience"], audience, but=here.seat.member) or deciding.may_widen(
        network=here.network, about=row["about_id"], subject=row["subject"], item=row["id"],
        audience=audience,
    )  # fmt: skip


def _members(data: QueryDict) -> set[UUID]:
    try:
        return {UUID(value) for value in data.getlist("member")}
    except ValueError:
        raise UnknownChoice() from None


@require_http_methods(["GET", "POST"])
@network_door
def move(here: Here, item_id: UUID) -> HttpResponse:
    """Another subject: choose it, then who reads more and who less."""
    row = queries.item(network=here.network, id=item_id)
    if not may_decide(here, row) and (row["author_id"] != here.person or row["compartment_id"]):
        raise NotYourSubject()
    if not actions.movable(kind=row["kind"], subject=row["subject"]):
        raise NotThatSubject()
    data = here.request.POST or here.request.GET
    options = [
        one for one in writable_subjects(here.seat, row["about_id"]) if one != row["subject"]
    ]
    chosen = next((one for one in options if str(one.value) == data.get("subject")), None)
    if chosen:
        return _moved(here, item_id, Subject(row["subject"]), chosen)
    return page(
        here, "sharing/move.html", current="news", row=row, old=Subject(row["subject"]),
        options=subject_options(options), back=address(here, "readers", item_id),
    )  # fmt: skip


def _moved(here: Here, item: UUID, old: Subject, new: Subject) -> HttpResponse:
    first = [_("Nu staat het onder: %(old)s. Dan onder: %(new)s.")
             % {"old": old.label, "new": new.label}]  # fmt: skip
    if new.medical and not old.medical:
        first.append(_("Gemeente, welzijn en school kunnen dit bericht dan nooit lezen."))
    if old.medical and not new.medical:
        first.append(_("Dit bericht telt dan niet meer als nieuws over gezondheid. Gemeente, "
                       "welzijn en school kunnen het misschien lezen."))  # fmt: skip
    question = Question(
        title=_("Dit bericht onder een ander onderwerp zetten?"), yes=_("Ander onderwerp kiezen"),
        no=_("Niet doen"), done=_("Dit bericht staat nu onder: %(new)s.") % {"new": new.label},
        back=address(here, "readers", item), onward=address(here, "item", item), first=first,
        item=item, current="news", kept=[("subject", str(new.value))],
    )  # fmt: skip
    return confirmed(
        here,
        lambda: actions.move_item(seat=here.seat, person=here.person, item=item, subject=new),
        question,
    )
