"""'Wat er nodig is': the list, one thing of it, asking somebody for it, and what is not needed."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zorgverband.agreements.actions.ask_agreement import CannotRead
from zorgverband.base import clock
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.doors import CREATE, UPDATE, Here, network_door
from zorgverband.sharing.forms import subject_options, writable_subjects
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.queries import reasons
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.addresses import address
from zorgverband.ui.repeats import weekday_name

from .. import needs_forms as forms
from ..actions import ask_for_needed as asking
from ..actions import close_needed as closing
from ..actions import move_discharge as moving
from ..actions import need_something as needing
from ..covering import days_needed, stretches, uncovered_weekdays
from ..needs_shown import gap_words, name_of, promise_words, show_needs
from ..queries import discharge as queries
from .discharge import groups_of

_TYPED = ("what", "more", "starts_on", "about", "subject", "discharge")


@require_safe
@network_door
def needs(here: Here) -> HttpResponse:
    """Everything that is needed and that one may read: what is open first."""
    people = faces(here.network)
    shown = show_needs(queries.open_needs(here.network), network=here.network, people=people)
    return page(
        here, "handovers/needs.html", current="more", people=people, groups=groups_of(shown),
        may_add=bool(_subjects(here, people)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@network_door
def need_something(here: Here) -> HttpResponse:
    """The form for something that is needed, and writing it down."""
    people, refusal = faces(here.network), None
    if here.request.method == "POST":
        try:
            return _need(here, people)
        except Refusal as raised:
            if raised.status == NotHere.status:
                raise
            refusal = raised
    data = here.request.POST or here.request.GET
    found = _subjects(here, people)
    return page(
        here, "handovers/need_something.html", current="more", people=people, refusal=refusal,
        status=refusal.status if refusal else 200, first=clock.today(),
        typed={name: data.get(name, "") for name in _TYPED}, weekdays=_weekdays(range(7)),
        chosen=[int(one) for one in data.getlist("weekday") if one.isdigit()],
        abouts=list({about: name for about, name, _one in found}.items()),
        subjects=subject_options(sorted({one for _about, _name, one in found})),
    )  # fmt: skip


def _need(here: Here, people: dict[UUID, Face]) -> HttpResponse:
    data = here.request.POST
    subject = forms.read_subject(data)
    item = needing.need_something(
        seat=here.seat, person=here.person, subject=subject, what=data.get("what", "")[:120],
        about=forms.whose(data, seat=here.seat, people=people, subject=subject),
        more=data.get("more", "")[:2000], starts_on=forms.read_day(data, "starts_on"),
        weekdays=forms.read_weekdays(data), discharge=_discharge(data.get("discharge", "")),
    )  # fmt: skip
    here.touch(CREATE, item)
    return _to(here, item)


def _discharge(text: str) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        raise NotHere() from None


def _subjects(here: Here, people: dict[UUID, Face]) -> list[tuple[UUID, str, Subject]]:
    """About which client one may write on which subject."""
    return [
        (about, name, subject)
        for subject in Subject
        for about, name in forms.abouts(here.seat, people, subject)
        if subject in writable_subjects(here.seat, about)
    ]


@require_safe
@network_door
def needed(here: Here, needed_id: UUID) -> HttpResponse:
    """One thing that is needed."""
    return one_page(here, needed_id)


def one_page(here: Here, needed_id: UUID, refusal: Refusal | None = None) -> HttpResponse:
    """The page of one thing, with what went wrong and what was typed."""
    people, found = faces(here.network), queries.need(network=here.network, id=needed_id)
    shown = show_needs([found], network=here.network, people=people)[0]
    data, may = here.request.POST, not found.closed and _may(here, found)
    free = uncovered_weekdays(
        found.weekdays, found.promised, starts_on=found.starts_on or clock.today()
    )
    return page(
        here, "handovers/needed.html", current="more", people=people, refusal=refusal,
        status=refusal.status if refusal else 200, need=shown, found=found, may=may,
        may_reopen=found.closed and _may(here, found), first=clock.today(),
        subject=str(Subject(found.subject).label), discharge=queries.discharge_of(needed_id),
        may_ask=may and here.seat.may_write(about=found.about, subject=found.subject),
        executors=_executors(here, people, needed_id) if may else [],
        weekdays=_weekdays(found.weekdays), promised=_promised(here, found, people),
        gap=gap_words(found, stretches(days_needed(found.starts_on, found.weekdays), found.promised)),
        chosen=[int(one) for one in data.getlist("weekday") if one.isdigit()] if data else free,
        open_up=_open_up(here, found, refusal),
        typed={name: data.get(name, "") for name in ("executor", "more", "because")}
        | {"starts_on": data.get("starts_on", str(found.starts_on or ""))},
    )  # fmt: skip


def _may(here: Here, found: queries.Need) -> bool:
    return moving.may_change(here.seat, here.person, found.about, found.subject, found.author)


def _promised(here: Here, found: queries.Need, people: dict[UUID, Face]) -> list[dict[str, str]]:
    """Who was asked, each with the address of the agreement."""
    parts = {"network_id": here.network}
    return [
        {
            "id": str(one.id), "href": address("agreement", agreement_id=one.id, **parts),
            "words": promise_words(one, people, day=found.starts_on)
            or name_of(one.executor, people),
        }
        for one in found.promised
    ]  # fmt: skip


def _executors(here: Here, people: dict[UUID, Face], item: UUID) -> list[tuple[str, object]]:
    """Whom one can ask: first who reads this, then who does not yet."""
    reading = {one.member for one in reasons(item) if one.reads}
    named = [
        (str(one.member), f"{one.name}, {one.described}" if one.described else one.name)
        for one in people.values()
        if one.active
    ]
    others = [one for one in named if UUID(one[0]) not in reading]
    found: list[tuple[str, object]] = [("", _("Kies wie u dit vraagt"))]
    found += [one for one in named if UUID(one[0]) in reading]
    return [*found, (_("Leest dit nog niet"), others)] if others else found


def _weekdays(days: object) -> list[tuple[int, str]]:
    return [(day, weekday_name(day)) for day in days]  # type: ignore[attr-defined]


def _open_up(here: Here, found: queries.Need, refusal: Refusal | None) -> str:
    """Where who decides sees what would change if the one who was named might read it."""
    if not isinstance(refusal, CannotRead):
        return ""
    if not here.seat.decides(about=found.about, subject=found.subject):
        return ""
    parts = {"network_id": here.network, "about_id": found.about, "subject": found.subject}
    return address("change_permission", member_id=here.request.POST["executor"], **parts)


@require_POST
@network_door
def ask_for_needed(here: Here, needed_id: UUID) -> HttpResponse:
    """Ask one member or team for it."""
    data = here.request.POST

    def act() -> None:
        people = faces(here.network)
        executor = forms.read_executor(data, people)
        asking.ask_for_needed(
            seat=here.seat, person=here.person, needed=needed_id, executor=executor,
            weekdays=forms.read_weekdays(data), more=data.get("more", "")[:2000],
        )  # fmt: skip
        words = _("Gevraagd aan %(name)s. U hoort het antwoord.")
        say(here.request, words % {"name": people[executor].name})

    return _done(here, needed_id, act)


@require_POST
@network_door
def close_needed(here: Here, needed_id: UUID) -> HttpResponse:
    """It is not needed, because."""
    because = here.request.POST.get("because", "")[: forms.LONGEST]
    return _done(here, needed_id, lambda: closing.close_needed(
        seat=here.seat, person=here.person, needed=needed_id, because=because))  # fmt: skip


@require_POST
@network_door
def open_needed_again(here: Here, needed_id: UUID) -> HttpResponse:
    """It is needed after all."""
    return _done(here, needed_id, lambda: closing.open_needed_again(
        seat=here.seat, person=here.person, needed=needed_id))  # fmt: skip


@require_POST
@network_door
def move_needed(here: Here, needed_id: UUID) -> HttpResponse:
    """Another day."""

    def act() -> None:
        on = forms.read_day(here.request.POST, "starts_on")
        if on is None:
            raise forms.NotADay(field="starts_on")
        moving.move_needed(seat=here.seat, person=here.person, needed=needed_id, on=on)

    return _done(here, needed_id, act)


def _done(here: Here, needed_id: UUID, act: Callable[[], None]) -> HttpResponse:
    """Do it and show how it stands; on a refusal with everything that was typed."""
    try:
        act()
    except Refusal as refusal:
        if refusal.status == NotHere.status:
            raise
        return one_page(here, needed_id, refusal)
    here.touch(UPDATE, needed_id)
    return _to(here, needed_id)


def _to(here: Here, needed_id: UUID) -> HttpResponse:
    parts = {"network_id": here.network, "needed_id": needed_id}
    return HttpResponseRedirect(reverse("needed", kwargs=parts))
