"""Behind the link in a mail: one question that leads to nobody, and a place for one answer. No account
is needed, and a link that ended answers like one that never was."""

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from zorgverband.base import talking
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.secret_links import token_hash
from zorgverband.sharing.doors import own_door
from zorgverband.sharing.frame import basics, rendered

from ..actions.answer_outside import answer_outside


class TooOften(Refusal):
    """Er is te vaak iets verstuurd. Wacht een minuut en probeer het dan opnieuw."""

    status = 429


@require_http_methods(["GET", "POST"])
@own_door
def outside_answer(request: HttpRequest, token: str) -> HttpResponse:
    """The question; posted, the answer is kept and its asker is told."""
    refusal: Refusal | None = None
    if request.method == "POST":
        try:
            _answer(request, token)
        except Refusal as raised:
            refusal = raised
        else:
            return _page(request, "talks/answered_outside.html", 200)
    asked = talking.outside_question(token_hash(token))
    if asked is None:
        raise NotHere()
    typed = {name: request.POST.get(name, "") for name in ("answer", "by")}
    return _page(
        request, "talks/answer_outside.html", refusal.status if refusal else 200, refusal=refusal,
        topic=asked[0], body=asked[1], typed=typed,
    )  # fmt: skip


def _answer(request: HttpRequest, token: str) -> None:
    if not ratelimit.consume(request, action="outside_answer"):
        raise TooOften()
    answer_outside(
        token=token_hash(token),
        answer=request.POST.get("answer", ""),
        by=request.POST.get("by", ""),
    )


def _page(request: HttpRequest, template: str, status: int, **context: object) -> HttpResponse:
    response = rendered(template, basics(request, **context), status=status)
    # Marked so that Django writes no log line: the address is a secret.
    response._has_been_logged = True  # type: ignore[attr-defined]
    return response
