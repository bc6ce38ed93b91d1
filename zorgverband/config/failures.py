"""How failures look to people and to logs: a clear sentence outside, no personal data inside."""

import logging
import re
import traceback

from django.conf import settings
from django.contrib.sessions.exceptions import SessionInterrupted
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from zorgverband.base.refusals import NotHere, Refusal, SecondFactorFirst
from zorgverband.ui.sentences import language

_SECRETS = re.compile(r"/(uitnodiging|wachtwoord|doorgeven|agenda-adres|vraag)/[^/\s]+")
_LETTERS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")


class Nameless(logging.Filter):
    """Keeps addresses and the words of forms out of the log."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always true; blanks e-mail addresses and drops the request with its form."""
        said = _SECRETS.sub(r"/\1/…", str(record.getMessage()))
        record.msg = _LETTERS.sub("…", said).split("?", 1)[0]
        if record.exc_info and record.exc_info[0]:
            # Where it went wrong and what kind of fault it was; never the values in its message.
            frames = "".join(traceback.format_tb(record.exc_info[2]))
            record.exc_text = f"{frames}{record.exc_info[0].__name__}"
            record.exc_info = None
        record.args = ()
        record.__dict__.pop("request", None)
        return True


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """The page for a refusal: its sentence, and the way back. Who must prove themselves first goes to
    the page that says how."""
    if isinstance(refusal, SecondFactorFirst) and "X-Waited" in request.headers:
        # It waits on the device until there was a second step.
        words = urlencode({"next": reverse("waiting")})
        return HttpResponse(status=401, headers={"X-Onward": f"{reverse('second_factor')}?{words}"})
    if isinstance(refusal, SecondFactorFirst) and request.method == "GET":
        words = urlencode({"next": request.get_full_path()})
        return HttpResponseRedirect(f"{reverse('second_factor')}?{words}")
    context = {"sentence": refusal.sentence, "title": _("Dit kan niet")}
    if isinstance(refusal, NotHere):
        context["title"] = _("Niet gevonden")
    return render(request, "ui/refusal.html", context, status=refusal.status, using="jinja2")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, the same for what is not there and what is not for you."""
    return refused(request, NotHere())


def odd_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400. Whose session was ended by somebody else while this request was under way, signs in again."""
    if isinstance(exception, SessionInterrupted):
        answer = HttpResponseRedirect(reverse("account_login"))
        answer.delete_cookie(settings.SESSION_COOKIE_NAME)
        return answer
    return refused(request, OddRequest())


class OddRequest(Refusal):
    """Wij begrijpen deze vraag niet. Ga terug, laad de bladzijde opnieuw en probeer het nog eens."""

    status = 400


def failed(request: HttpRequest) -> HttpResponse:
    """500: ours to mend. Uses nothing that may be broken itself."""
    sentence = _("Er ging iets mis bij ons. Probeer het over 5 minuten nog een keer.")
    return HttpResponse(
        f'<!doctype html><html lang="{language()}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Zorgverband</title><main><h1>{sentence}</h1></main>",
        status=500,
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that did not come from our page, or one that lay open too long."""
    if "X-Waited" in request.headers:
        # What a device sends itself it sends again, with the token of that moment.
        return HttpResponse(status=401)
    return refused(request, StaleForm())


class StaleForm(Refusal):
    """Deze bladzijde stond te lang open. Ga terug, laad de bladzijde opnieuw en probeer het nog eens."""

    status = 403
