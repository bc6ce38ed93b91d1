"""The page before every change of who decides: what it means and what the rule says it changes;
confirmed, exactly that happens, or it is shown anew."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect

from zorgverband.base.refusals import Refusal
from zorgverband.networks.queries import faces, names_of_people
from zorgverband.sharing.doors import Here
from zorgverband.sharing.effect import Effect, carry_out, preview
from zorgverband.sharing.effect_words import sentences
from zorgverband.sharing.frame import page, say

from .noting import keep_shown

Act = Callable[[], UUID | None]
Words = Callable[[Effect], list[str]]


@dataclass(frozen=True)
class Question:
    """What is asked: a title, sentences before the effect, two verbs, where one goes; `kept` are
    the choices made, for the form."""

    title: str
    first: Sequence[str]
    yes: str
    no: str
    done: str
    back: str
    onward: str = ""
    kept: Sequence[tuple[str, str]] = ()
    effect: bool = True


def confirmed(
    here: Here,
    act: Act,
    question: Question,
    words: Words | None = None,
    *,
    template: str = "control/confirm.html",
) -> HttpResponse:
    """Show the effect of `act`; posted with the digest of what was shown, do it. `act` answers the
    change in the history with which the sentences shown are kept. Raises what the act refuses when
    nothing can be shown, for the form to say."""
    refusal = None
    if "seen" in here.request.POST:
        try:
            _do(here, act, question, words)
        except Refusal as raised:
            if raised.status in (403, 404):
                raise
            refusal = raised
        else:
            say(here.request, question.done)
            return HttpResponseRedirect(question.onward or question.back)
    try:
        effect = preview(seat=here.seat, person=here.person, act=act)
    except Refusal:
        if refusal is None:
            raise
        return _page(here, template, question, refusal, "", [])
    return _page(here, template, question, refusal, effect.digest, _said(here, effect, words))


def cannot(here: Here, question: Question, refusal: Refusal, *, template: str) -> HttpResponse:
    """The same page when nothing can be shown: why it cannot be, a page like any other."""
    answer = _page(here, template, question, refusal, "", [])
    if here.request.method == "GET":
        answer.status_code = 200
    return answer


def _do(here: Here, act: Act, question: Question, words: Words | None) -> None:
    made: list[UUID] = []

    def acted() -> None:
        change = act()
        made.extend([change] if change else [])

    effect = carry_out(seat=here.seat, act=acted, seen=here.request.POST.get("seen", ""))
    shown = [question.title, *question.first, *_said(here, effect, words)]
    for change in made:
        keep_shown(seat=here.seat, change=change, shown=shown)


def _said(here: Here, effect: Effect, words: Words | None) -> list[str]:
    if words is not None:
        return words(effect)
    return sentences(
        effect,
        network=here.network,
        people=faces(here.network),
        names=names_of_people(here.network),
    )


def _page(
    here: Here,
    template: str,
    question: Question,
    refusal: Refusal | None,
    seen: str,
    changes: list[str],
) -> HttpResponse:
    return page(
        here,
        template,
        current="more",
        status=refusal.status if refusal else 200,
        refusal=refusal,
        question=question,
        seen=seen,
        changes=changes,
    )
