"""Stepping up: before something that reaches far, somebody shows again that it is them.

    @require_http_methods(["GET", "POST"])
    @network_door
    @step_up
    def export(here: Here) -> HttpResponse: ...

Stands directly above the view, under its door. When the last proof (signing in, or an earlier step
up) is older than ten minutes, the page "Bent u het zelf?" comes first: a GET returns to the page
that was asked, a POST goes on with the very words that were sent. Who came in with one click in a
demo steps up with one click.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from zorgverband.people import proof

from .frame import basics, rendered

_OURS = "proof_"
_ASIDE = {"csrfmiddlewaretoken", "key"}
View = Callable[..., Any]


def step_up(view: View) -> View:
    """Let `view` answer only who proved themselves in the last ten minutes.

    The view takes a request, or what a door makes of it (`.request`). Not for forms with files:
    those would have to be chosen again; put it on the page before.
    """

    @wraps(view)
    def guarded(first: Any, *args: Any, **kwargs: Any) -> Any:
        request: HttpRequest = getattr(first, "request", first)
        if not proof.recently_proven(request):
            answer = _ask_first(request)
            if answer is not None:
                return answer
        return view(first, *args, **kwargs)

    return guarded


def _ask_first(request: HttpRequest) -> HttpResponse | None:
    """The question, or None when this very request answers it."""
    if request.method != "POST":
        words = urlencode({"next": request.get_full_path()})
        return HttpResponseRedirect(f"{reverse('step_up')}?{words}")
    given = given_in(request)
    wrong = proof.prove(request, given) if given else ""
    if given and not wrong:
        return None
    carried = [
        (name, value)
        for name in request.POST
        for value in request.POST.getlist(name)
        if name not in _ASIDE and not name.startswith(_OURS)
    ]
    return question(request, carried=carried, wrong=wrong, key=request.POST.get("key", ""))


def given_in(request: HttpRequest) -> dict[str, str]:
    """What was filled in on the page "Bent u het zelf?", by way."""
    return {
        name.removeprefix(_OURS): request.POST[name]
        for name in request.POST
        if name.startswith(_OURS) and request.POST[name]
    }


def question(
    request: HttpRequest, *, carried: list[tuple[str, str]], wrong: str = "", **context: Any
) -> HttpResponse:
    """The page "Bent u het zelf?", posting to where it stands with `carried` as hidden fields."""
    ways = proof.ways(request)
    return rendered(
        "sharing/step_up.html",
        basics(
            request, carried=carried, wrong=wrong, ways=ways, via=_via(ways),
            passkey=proof.passkey_question(request) if proof.PASSKEY in ways else None, **context,
        ),
        status=403,
    )  # fmt: skip


def _via(ways: list[str]) -> tuple[str, str] | None:
    """The organisation through which somebody came who has nothing of their own to prove it with."""
    return (settings.OIDC_ID, settings.OIDC_NAME) if settings.OIDC_NAME and not ways else None
