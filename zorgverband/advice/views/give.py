"""Writing an advice down: new, from a message, or in the place of an older one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.queries import names_of_people
from zorgverband.record.views.about import Whose, record_page, whose
from zorgverband.sharing.actions.share import MayNotWrite
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.forms import subject_options, writable_subjects
from zorgverband.sharing.frame import say
from zorgverband.sharing.queries import item as readable_item
from zorgverband.sharing.queries import reasons_if
from zorgverband.sharing.shown import reader_lines
from zorgverband.sharing.source import as_source
from zorgverband.sharing.subjects import Subject

from .. import actions
from ..forms import read_told
from ..guess import Guess, guess
from ..queries import one_advice
from ..topics import TOPICS, Topic
from ..units import UNITS
from .fields import filled_in, giver_options, way_options


@dataclass(frozen=True)
class Making:
    """An advice that is being made: about whom, under which subjects it may fall, who reads it at
    most, and the message or older advice it comes from."""

    about: UUID
    subjects: Sequence[Subject]
    audience: list[UUID] | None = None
    message: dict[str, Any] | None = None
    instead_of: dict[str, Any] | None = None

    def subject(self, asked: str, topic: Topic | None) -> Subject:
        """The subject chosen, else the topic's own, else the first. Raises MayNotWrite for a choice
        that was never offered."""
        chosen = [one for one in self.subjects if str(one.value) == asked]
        if asked and not chosen:
            raise MayNotWrite(field="subject")
        usual = [one for one in self.subjects if topic and one is topic.subject]
        return (*chosen, *usual, *self.subjects)[0]


@require_http_methods(["GET", "POST"])
@network_door
def give_advice(here: Here) -> HttpResponse:
    """Choose what it is about, then say what is advised."""
    found = whose(here)
    making = _making(here, found)
    guessed = _guessed(making, here.request.POST.get("why", "") if _begins(here) else "")
    topic = TOPICS.get(_asked(here, "topic") or guessed.topic)
    if topic is None or "choose" in here.request.GET:
        return _page(here, found, making, "advice/choose.html", topics=_offered(here, making))
    refusal = None
    if here.request.method == "POST" and not _begins(here):
        try:
            return _give(here, found, making, topic)
        except Refusal as raised:
            if raised.status == NotHere.status:
                raise
            refusal = raised
    return _form(here, found, making, topic, guessed, refusal)


def _offered(here: Here, making: Making) -> list[Topic]:
    """What it can be about: nothing medical is asked of who may not write about that at all."""
    medical = any(one.medical for one in writable_subjects(here.seat, making.about))
    return [topic for topic in TOPICS.values() if medical or not topic.subject.medical]


def _begins(here: Here) -> bool:
    """Whether this is a fresh form that comes with words already: out of a question and its answer."""
    return "look" in here.request.POST


def _asked(here: Here, name: str) -> str:
    return here.request.POST.get(name) or here.request.GET.get(name, "")


def _making(here: Here, found: Whose) -> Making:
    """Raises NotHere for who may write about nothing here, or not about this."""
    message, older = _id(here, "message"), _id(here, "instead_of")
    if message is not None:
        made = as_source(network=here.network, item=message)
        may = here.seat.may_write(about=made.about, subject=made.subject)
        if made.subject is Subject.CARER or not may:
            raise NotHere()
        row = readable_item(network=here.network, id=message)
        return Making(made.about, [made.subject], made.audience, message=row)
    instead = one_advice(network=here.network, item=older) if older else None
    about = instead["about_id"] if instead else found.member
    subjects = writable_subjects(here.seat, about)
    if not subjects:
        raise NotHere()
    return Making(about, subjects, instead_of=instead)


def _id(here: Here, name: str) -> UUID | None:
    asked = _asked(here, name)
    try:
        return UUID(asked) if asked else None
    except ValueError:
        raise NotHere() from None


def _guessed(making: Making, words: str) -> Guess:
    if making.message:
        return guess(words or f"{making.message['title']}. {making.message['body']}")
    return Guess(making.instead_of["topic"]) if making.instead_of else Guess()


def _give(here: Here, found: Whose, making: Making, topic: Topic) -> HttpResponse:
    item = actions.give_advice(
        seat=here.seat,
        person=here.person,
        about=making.about,
        subject=making.subject(_asked(here, "subject"), topic),
        told=read_told(here.request.POST, found.people),
        why=here.request.POST.get("why", ""),
        source=making.message["id"] if making.message else None,
        instead_of=making.instead_of["item_id"] if making.instead_of else None,
    )
    here.touch(CREATE, item.id)
    say(here.request, _("Het advies staat in het dossier."))
    return HttpResponseRedirect(_list(here, found))


def _form(
    here: Here, found: Whose, making: Making, topic: Topic, guessed: Guess, refusal: Refusal | None
) -> HttpResponse:
    author = making.message["author_member_id"] if making.message else here.seat.member
    lost = refusal is not None and refusal.field == "subject"
    subject = making.subject("" if lost else _asked(here, "subject"), topic)
    return _page(
        here, found, making, "advice/give.html", topic=topic, refusal=refusal,
        status=refusal.status if refusal else 200, subject=subject,
        typed=filled_in(here.request.POST, guessed, author), ways=way_options(topic),
        units=[(key, str(UNITS[key].label)) for key in topic.units],
        givers=giver_options(found.people), subjects=subject_options(list(making.subjects)),
        care=here.seat.side == "care", **_readers(here, found, making, subject),
    )  # fmt: skip


def _readers(here: Here, found: Whose, making: Making, subject: Subject) -> dict[str, Any]:
    """Who will read it, asked of the rule itself."""
    reasons = reasons_if(
        network=here.network, about=making.about, subject=subject, author=here.person,
        audience=making.audience,
    )  # fmt: skip
    names = names_of_people(here.network)
    reading, others = reader_lines(reasons, people=found.people, names=names, subject=subject)
    return {"reading": reading, "others": others}


def _list(here: Here, found: Whose) -> str:
    return reverse("advice", kwargs={"network_id": here.network}) + found.query


def _page(here: Here, found: Whose, making: Making, template: str, **context: Any) -> HttpResponse:
    message = making.message
    back = _list(here, found)
    if message:
        at = {"network_id": here.network, "item_id": message["id"]}
        back = reverse("item", kwargs=at)
    return record_page(
        here, found, template, message=message, older=making.instead_of, back=back, **context
    )
