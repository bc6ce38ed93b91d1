"""The page before every act that changes who reads what: first what it means, then who reads more
and who less, by the rule itself; posted, exactly that happens, or it is shown anew."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect

from zorgverband.base.refusals import Refusal
from zorgverband.networks.queries import faces, names_of_people

from .actions.note_change import keep_words
from .doors import UPDATE, Here
from .effect import Effect, carry_out, preview
from .effect_words import item_sentences, sentences
from .frame import page, say

Act = Callable[[], Sequence[UUID] | None]


@dataclass(frozen=True)
class Question:
    """What is asked: a title, sentences that stand before the effect, two verbs, where one goes.

    `item` is the one item it is about; `kept` are the words of choices made, for the form.
    """

    title: str
    yes: str
    no: str
    done: str
    back: str
    onward: str = ""
    first: Sequence[str] = ()
    current: str = "more"
    item: UUID | None = None
    kept: Sequence[tuple[str, str]] = ()


def confirmed(
    here: Here,
    act: Act,
    question: Question,
    *,
    template: str = "sharing/confirm.html",
    **more: Any,
) -> HttpResponse:
    """Show the effect of `act`; posted with the digest of what was shown, do it.

    `act` answers the changes with which the words shown are kept, if any. `template` is for a room that
    shows more below it, for which `more` is there.
    """
    refusal = None
    if here.request.method == "POST":
        try:
            _do(here, act, question)
        except Refusal as raised:
            refusal = raised
        else:
            say(here.request, question.done)
            return HttpResponseRedirect(question.onward or question.back)
    try:
        effect = preview(seat=here.seat, person=here.person, act=act, items=_items(question))
    except Refusal as raised:
        if raised.status in (403, 404):
            raise
        return _page(here, question, refusal or raised, None, template, more)
    return _page(here, question, refusal, effect, template, more)


def _do(here: Here, act: Act, question: Question) -> None:
    made: list[UUID] = []
    effect = carry_out(
        seat=here.seat,
        act=lambda: made.extend(act() or ()),
        seen=here.request.POST.get("seen", ""),
        items=_items(question),
    )
    said = [question.title, *question.first, *_sentences(here, question, effect)]
    keep_words(seat=here.seat, changes=made, words=said)
    if question.item:
        here.touch(UPDATE, question.item)


def _page(
    here: Here,
    question: Question,
    refusal: Refusal | None,
    effect: Effect | None,
    template: str,
    more: dict[str, Any],
) -> HttpResponse:
    return page(
        here,
        template,
        current=question.current,
        # A page that tells why something cannot be is a page like any other.
        status=refusal.status if refusal and here.request.method == "POST" else 200,
        refusal=refusal,
        question=question,
        seen=effect.digest if effect else "",
        changes=_sentences(here, question, effect) if effect else [],
        **more,
    )


def _sentences(here: Here, question: Question, effect: Effect) -> list[str]:
    words = item_sentences if question.item else sentences
    return words(
        effect,
        network=here.network,
        people=faces(here.network),
        names=names_of_people(here.network),
    )


def _items(question: Question) -> list[UUID] | None:
    return [question.item] if question.item else None
