"""Asking somebody outside the network: the text, what is found in it, the answer, and keeping that."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.circles import CIRCLES, EVERYONE
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.forms import (
    Draft,
    checked,
    read_draft,
    subject_options,
    writable_abouts,
    writable_subjects,
)
from zorgverband.sharing.frame import page, say

from ..actions.answer_outside import keep_answer
from ..actions.ask_outside import LeadsToSomebody, ask_outside, see_answer, withdraw_outside
from ..outside_shown import Asked, asked_outside, show_found
from .consultation import must_be_professional
from .conversations import readers


@require_safe
@network_door
def outside_questions(here: Here) -> HttpResponse:
    """What one asked outside, newest first."""
    must_be_professional(here)
    asked = asked_outside(network=here.network, person=here.person)
    return page(here, "talks/outside_questions.html", current="more", asked=asked)


@require_http_methods(["GET", "POST"])
@network_door
def ask(here: Here) -> HttpResponse:
    """The form; nothing leaves as long as something in it leads to somebody."""
    must_be_professional(here)
    typed = {name: here.request.POST.get(name, "") for name in ("topic", "body", "email")}
    refusal: Refusal | None = None
    if here.request.method == "POST":
        try:
            made = ask_outside(seat=here.seat, person=here.person, **typed)
        except Refusal as raised:
            refusal = raised
        else:
            say(here.request, _("Verstuurd. U krijgt bericht als er antwoord is."))
            return HttpResponseRedirect(_at(here, made.id))
    found = refusal.found if isinstance(refusal, LeadsToSomebody) else []
    return page(
        here, "talks/ask_outside.html", current="more", refusal=refusal, typed=typed,
        status=refusal.status if refusal else 200, hits=show_found(found, typed),
    )  # fmt: skip


@require_safe
@network_door
def outside_question(here: Here, question_id: UUID) -> HttpResponse:
    """One question, and its answer."""
    return page(here, "talks/outside_question.html", current="more", asked=_one(here, question_id))


@require_POST
@network_door
def seen(here: Here, question_id: UUID) -> HttpResponse:
    """Note that the answer was seen; a page with JavaScript does this by itself."""
    _one(here, question_id)
    see_answer(person=here.person, network=here.network, question=question_id)
    if here.request.headers.get("HX-Request"):
        return HttpResponse(status=204)
    return HttpResponseRedirect(_at(here, question_id))


@require_POST
@network_door
def withdraw(here: Here, question_id: UUID) -> HttpResponse:
    """The link leads nowhere any more."""
    withdraw_outside(person=here.person, network=here.network, question=question_id)
    say(here.request, _("Ingetrokken. De link werkt niet meer."))
    return HttpResponseRedirect(_at(here, question_id))


@require_http_methods(["GET", "POST"])
@network_door
def keep(here: Here, question_id: UUID) -> HttpResponse:
    """Make a message of question and answer: about whom, under which subject, for whom."""
    asked, people = _one(here, question_id), faces(here.network)
    if not asked.answer:
        raise NotHere()
    draft = _draft(here, asked, people)
    if here.request.method == "GET" or "look" in here.request.POST:
        return _form(here, asked, draft, people)
    try:
        item = keep_answer(
            seat=here.seat, person=here.person, question=question_id, about=draft.about,
            subject=draft.subject, title=draft.title, body=draft.body, circle=draft.circle,
            audience=checked(draft, people=people).audience(people.values()),
        )  # fmt: skip
    except Refusal as refusal:
        return _form(here, asked, draft, people, refusal)
    here.touch(CREATE, item.id)
    say(here.request, _("Het antwoord staat in het nieuws."))
    at = {"network_id": here.network, "item_id": item.id}
    return HttpResponseRedirect(reverse("item", kwargs=at))


def _draft(here: Here, asked: Asked, people: dict[UUID, Face]) -> Draft:
    """What was chosen so far; on a fresh form the words of question and answer."""
    data: QueryDict = (here.request.POST or here.request.GET).copy()
    data.setdefault("title", asked.topic)
    words = _("Vraag: %(question)s\n\nAntwoord van %(by)s: %(answer)s")
    data.setdefault(
        "body", words % {"question": asked.body, "by": asked.answered_by, "answer": asked.answer}
    )
    return read_draft(data, seat=here.seat, people=people)


def _form(
    here: Here, asked: Asked, draft: Draft, people: dict[UUID, Face], refusal: Refusal | None = None
) -> HttpResponse:
    return page(
        here, "talks/keep_answer.html", current="more", people=people, draft=draft, asked=asked,
        refusal=refusal, status=refusal.status if refusal else 200, why="",
        abouts=writable_abouts(here.seat, people),
        subject_options=subject_options(writable_subjects(here.seat, draft.about)),
        circles=[one for one in CIRCLES.values() if one.code != "own"
                 and not (draft.subject.medical and one.code == EVERYONE)],
        **readers(here, draft.about, draft.subject, draft.audience(people.values()), people),
    )  # fmt: skip


def _one(here: Here, question: UUID) -> Asked:
    found = asked_outside(network=here.network, person=here.person, question=question)
    if not found:
        raise NotHere()
    return found[0]


def _at(here: Here, question: UUID) -> str:
    at = {"network_id": here.network, "question_id": question}
    return reverse("outside_question", kwargs=at)
