"""'Een vraag stellen': to whom, what, how soon; with the live panel of who will read it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, callable_first, faces, names_of_people
from zorgverband.sharing.circles import CIRCLES, EVERYONE, OWN
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.forms import checked, subject_options, writable_abouts, writable_subjects
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.queries import item as readable_item
from zorgverband.sharing.queries import reasons_if
from zorgverband.sharing.shown import reader_lines
from zorgverband.ui.addresses import address

from .. import actions
from ..actions.reading import CannotReadQuestion, NobodyAsked
from ..forms import URGENT, QuestionDraft, people_to_ask, read_question
from ..models import Urgency
from ..shown import moment_words
from ..terms import term


@require_http_methods(["GET", "POST"])
@network_door
def ask_question(here: Here) -> HttpResponse:
    """The form, and asking what was filled in."""
    people = faces(here.network)
    wanted = read_question(_data(here, here.request), seat=here.seat, people=people)
    if here.request.method == "GET" or "look" in here.request.POST:
        return _form(here, wanted, people)
    try:
        return _ask(here, wanted, people)
    except Refusal as refusal:
        return _form(here, wanted, people, refusal)


def _data(here: Here, request: HttpRequest) -> QueryDict:
    """What was typed; a fresh form out of an item begins with what that is about, and its subject."""
    data = (request.POST or request.GET).copy()
    if request.method == "GET" and data.get("source"):
        try:
            row = readable_item(network=here.network, id=UUID(str(data["source"])))
        except ValueError:
            return data
        if here.seat.may_write(about=row["about_id"], subject=row["subject"]):
            data.setdefault("about", str(row["about_id"]))
            data.setdefault("subject", str(row["subject"]))
            if row["circle"] != OWN:
                data.setdefault("circle", row["circle"])
    return data


def _ask(here: Here, wanted: QuestionDraft, people: dict[UUID, Face]) -> HttpResponse:
    draft = checked(wanted.draft, people=people)
    face, function = wanted.to(people)
    if face is None:
        raise NobodyAsked(field="to")
    made = actions.ask_question(
        seat=here.seat, person=here.person, about=draft.about, subject=draft.subject,
        to=face.member, function=function, what=wanted.what, more=draft.body,
        urgency=wanted.urgency(people), source=wanted.source,
        audience=draft.audience(people.values()), circle=draft.circle,
    )  # fmt: skip
    here.touch(CREATE, made.item_id)
    words = _("Gevraagd aan %(name)s. U hoort het antwoord.")
    say(here.request, words % {"name": face.name})
    parts = {"network_id": here.network, "item_id": made.item_id}
    return HttpResponseRedirect(reverse("question", kwargs=parts))


def _form(
    here: Here, wanted: QuestionDraft, people: dict[UUID, Face], refusal: Refusal | None = None
) -> HttpResponse:
    draft = wanted.draft
    reasons = reasons_if(
        network=here.network, about=draft.about, subject=draft.subject, author=here.person,
        audience=draft.audience(people.values()),
    )  # fmt: skip
    names = names_of_people(here.network)
    reading, others = reader_lines(reasons, people=people, names=names, subject=draft.subject)
    face, _function = wanted.to(people)
    return page(
        here, "talks/ask.html", current="more", people=people,
        status=refusal.status if refusal else 200, refusal=refusal, wanted=wanted, draft=draft,
        reading=reading, others=others, circles=_circles(draft),
        why=_("Nieuws over gezondheid gaat alleen naar familie en zorg.")
        if draft.subject.medical else "",
        abouts=writable_abouts(here.seat, people), urgencies=_urgencies(), call_instead=URGENT,
        asked=people_to_ask(people, mine=here.seat.member),
        choosable=[
            one for one in people.values()
            if one.active and one.side != Side.CLIENT and one.member != here.seat.member
        ],
        subjects=subject_options(writable_subjects(here.seat, draft.about)),
        call=face or next(iter(callable_first(people, 1)), None),
        open_up=_open_up(here, wanted, people, refusal),
    )  # fmt: skip


def _urgencies() -> list[tuple[str, str, str]]:
    """Each with its word, and until when it waits."""
    now = clock.now()
    words = _("Antwoord uiterlijk %(when)s")
    return [
        (one.value, str(one.label), words % {"when": moment_words(term(one, now).due_at)})
        for one in Urgency
    ]


def _circles(draft: Any) -> list[Any]:
    return [one for one in CIRCLES.values() if not (draft.subject.medical and one.code == EVERYONE)]


def _open_up(
    here: Here, wanted: QuestionDraft, people: dict[UUID, Face], refusal: Refusal | None
) -> str:
    """Where who decides sees what would change if the one who was named might read it."""
    draft = wanted.draft
    face, _function = wanted.to(people)
    if face is None or not isinstance(refusal, CannotReadQuestion):
        return ""
    if not here.seat.decides(about=draft.about, subject=draft.subject):
        return ""
    parts = {"network_id": here.network, "about_id": draft.about, "subject": draft.subject.value}
    return address("change_permission", member_id=face.member, **parts)
