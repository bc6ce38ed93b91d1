"""'Iets afspreken': who does what, when, about what; with the live panel of who will read it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.base.repeating import Repeat
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces, names_of_people
from zorgverband.sharing.circles import CIRCLES, EVERYONE
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.forms import checked, writable_abouts, writable_subjects
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.queries import reasons_if
from zorgverband.sharing.shown import reader_lines
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.addresses import address
from zorgverband.ui.repeats import weekday_name

from ..actions import ask_agreement as ask
from ..actions.ask_agreement import CannotRead
from ..forms import AgreementDraft, read_agreement


@require_http_methods(["GET", "POST"])
@network_door
def ask_agreement(here: Here) -> HttpResponse:
    """The form, and asking what was filled in."""
    people = faces(here.network)
    wanted = read_agreement(here.request.POST or here.request.GET, seat=here.seat, people=people)
    if here.request.method == "GET" or "look" in here.request.POST:
        return _form(here, wanted, people)
    try:
        return _ask(here, wanted, people)
    except Refusal as refusal:
        return _form(here, wanted, people, refusal)


def _ask(here: Here, wanted: AgreementDraft, people: dict[UUID, Face]) -> HttpResponse:
    draft = checked(wanted.draft, people=people)
    executor = wanted.executor(people)
    made = ask(
        seat=here.seat, person=here.person, about=draft.about, subject=draft.subject,
        executor=executor, what=wanted.what, more=draft.body, terms=wanted.terms(),
        audience=draft.audience(people.values()), circle=draft.circle,
        made_from=wanted.source,
    )  # fmt: skip
    here.touch(CREATE, made.item_id)
    if executor == here.seat.member:
        say(here.request, _("Afgesproken: u doet dit."))
    else:
        words = _("Gevraagd aan %(name)s. U hoort het antwoord.")
        say(here.request, words % {"name": people[executor].name})
    parts = {"network_id": here.network, "agreement_id": made.item_id}
    return HttpResponseRedirect(reverse("agreement", kwargs=parts))


def _form(
    here: Here,
    wanted: AgreementDraft,
    people: dict[UUID, Face],
    refusal: Refusal | None = None,
) -> HttpResponse:
    draft = wanted.draft
    reasons = reasons_if(
        network=here.network, about=draft.about, subject=draft.subject, author=here.person,
        audience=draft.audience(people.values()),
    )  # fmt: skip
    names = names_of_people(here.network)
    reading, others = reader_lines(reasons, people=people, names=names, subject=draft.subject)
    return page(
        here, "agreements/ask.html", current="more", people=people,
        status=refusal.status if refusal else 200, refusal=refusal, wanted=wanted, draft=draft,
        reading=reading, others=others, circles=_circles(draft.subject), first=clock.today(),
        why=_("Nieuws over gezondheid gaat alleen naar familie en zorg.")
        if draft.subject.medical else "",
        abouts=writable_abouts(here.seat, people), executors=_executors(here, people),
        choosable=[
            face for face in people.values()
            if face.active and face.side != Side.CLIENT and face.member != here.seat.member
        ],
        subject_options=_subjects(writable_subjects(here.seat, draft.about)),
        open_up=_open_up(here, wanted, refusal),
        repeats=_repeats(), weekdays=[(day, weekday_name(day)) for day in range(7)],
    )  # fmt: skip


def _open_up(here: Here, wanted: AgreementDraft, refusal: Refusal | None) -> str:
    """Where who decides sees what would change if the one who was named might read it."""
    draft = wanted.draft
    if not isinstance(refusal, CannotRead):
        return ""
    if not here.seat.decides(about=draft.about, subject=draft.subject):
        return ""
    parts = {"network_id": here.network, "about_id": draft.about, "subject": draft.subject.value}
    return address("change_permission", member_id=wanted.executor_typed, **parts)


def _repeats() -> list[tuple[str, str]]:
    return [
        (Repeat.ONCE, _("Eén keer")), (Repeat.DAILY, _("Elke dag")),
        (Repeat.WEEKLY, _("Elke week")), (Repeat.BIWEEKLY, _("Om de week")),
        (Repeat.MONTHLY, _("Elke maand")),
    ]  # fmt: skip


def _circles(subject: Subject) -> list[Any]:
    return [one for one in CIRCLES.values() if not (subject.medical and one.code == EVERYONE)]


def _executors(here: Here, people: dict[UUID, Face]) -> list[tuple[str, str]]:
    mine = here.seat.member
    others = [
        (str(face.member), f"{face.name}, {face.described}" if face.described else face.name)
        for face in people.values()
        if face.active and face.member != mine
    ]
    me = people[mine]
    own = _("Wij: %(team)s") % {"team": me.name} if me.team else _("Ik doe dit zelf")
    return [("", _("Kies wie dit doet")), (str(mine), own), *others]


def _subjects(subjects: list[Subject]) -> list[tuple[str, list[tuple[int, str]]]]:
    groups = (
        (_("Het gewone leven"), [subject for subject in subjects if not subject.medical]),
        (_("Gezondheid"), [subject for subject in subjects if subject.medical]),
    )
    return [
        (name, [(one.value, str(one.label)) for one in group]) for name, group in groups if group
    ]
