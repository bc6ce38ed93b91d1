"""What surrounds every request: headers, the plain CSRF token, how one reads, refusals as pages."""

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.middleware.gzip import GZipMiddleware
from django.urls import reverse
from django.utils import translation

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.viewer import weak_session
from zorgverband.people.proof import weak_person
from zorgverband.people.sessions import attend

from .failures import refused

type_get = Callable[[HttpRequest], HttpResponse]


class SecurityHeaders:
    """Content security policy and its companions on every response."""

    def __init__(self, get_response: type_get) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        host = request.get_host().rsplit(":", 1)[0]
        live = settings.LIVE_ADDRESS or f"http://{host}:{settings.LIVE_PORT}"
        response.headers.setdefault(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            f"connect-src 'self' {live}; form-action 'self'; frame-ancestors 'none'; "
            "base-uri 'none'; manifest-src 'self'; font-src 'self'",
        )
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "same-origin")
        response.headers.setdefault("X-Frame-Options", "DENY")
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", "geolocation=(), camera=(), payment=()")
        if settings.SECURE:
            response.headers.setdefault(
                "Strict-Transport-Security", f"max-age={settings.SECURE_HSTS_SECONDS}"
            )
        if "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "no-store"
        return response


class Waited:
    """Answers a form that a device sends itself (zorgverband/offline): where the person must go next
    is said in a header instead of by a redirect, which would be followed out of sight; 401 for who must
    sign in."""

    def __init__(self, get_response: type_get) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if "X-Waited" not in request.headers or response.status_code not in (301, 302, 303):
            return response
        onward = response.headers["Location"]
        if onward.startswith(reverse("account_login")):
            return HttpResponse(status=401)
        return HttpResponse(status=204, headers={"X-Onward": onward})


# Places in lists and choices from them: ids, numbers and moments, with which no word can be guessed.
_NAMES = "before|id|subject|author|about|page|day|visit|back"
_WORDLESS = re.compile(rf"(?:(?:{_NAMES})=[0-9a-fA-F:.TZ+%-]{{0,48}}&?)*")


class Packed(GZipMiddleware):
    """Sends the product's files packed, and pages on which no word of the request comes back.

    From the sizes of packed pages somebody on the way could guess words on them, if they could put
    their guesses on those pages too: docs/decisions/0009-packed-pages.md.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """The same answer, packed when that is safe."""
        file = request.path.startswith(str(settings.STATIC_URL))
        if file or (_asks_without_words(request) and _is_whole_page(response)):
            return super().process_response(request, response)
        return response


def _asks_without_words(request: HttpRequest) -> bool:
    query = request.META.get("QUERY_STRING", "")
    return request.method == "GET" and _WORDLESS.fullmatch(query) is not None


def _is_whole_page(response: HttpResponseBase) -> bool:
    kind = response.headers.get("Content-Type", "")
    return response.status_code == 200 and kind.startswith("text/html")


class PlainCsrf(CsrfViewMiddleware):
    """Django's check of forged requests, also used where pages are rendered by Jinja2."""


class Reading:
    """Language of this request: the account's, else the cookie's, else the browser's."""

    def __init__(self, get_response: type_get) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        account = request.user
        language = getattr(account, "language", None) or request.COOKIES.get("language")
        if language not in dict(settings.LANGUAGES):
            language = settings.LANGUAGE_CODE
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language.partition("-")[0])
        return response


class Visits:
    """Notes that a session is used, and says for this request whether it proved itself with a password
    only, so that whatever asks for rows in it gets none that a professional reads for their work."""

    def __init__(self, get_response: type_get) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        signed_in = request.user.is_authenticated
        if signed_in:
            attend(request)
        with weak_session(weak_person(request)):
            response = self.get_response(request)
        if signed_in and not request.user.is_authenticated:
            # What the browser has of its own of these pages goes too; what we keep on a device the
            # service worker wipes, and not what somebody wrote and is still to be sent.
            response.headers["Clear-Site-Data"] = '"cache"'
        return response


LONGEST = 20_000
# Twelve photos at once, with what belongs to them. Of files the framework itself knows no bound, and who
# is not signed in can send them too.
LARGEST = 150 * 1024 * 1024


class TooMuchAtOnce(Refusal):
    """Dit is te veel in één keer. Kies minder bestanden, of kleinere."""

    status = 413


class TooLong(Refusal):
    """Uw tekst is te lang. Er passen 20.000 tekens in. Maak de tekst korter, of verdeel hem."""


class OddSigns(Refusal):
    """In uw tekst staat een teken dat wij niet kunnen bewaren. Typ de tekst opnieuw."""


def _must_fit(request: HttpRequest) -> None:
    """Raise TooMuchAtOnce before anything of it is read."""
    said = request.META.get("CONTENT_LENGTH") or "0"
    if not said.isdigit() or int(said) > LARGEST:
        raise TooMuchAtOnce()


def _must_be_text(request: HttpRequest) -> None:
    """Raise TooLong or OddSigns for what no field of any form can hold."""
    for sent in (request.GET, request.POST):
        for values in dict(sent.lists()).values():
            for value in values:
                if len(str(value)) > LONGEST:
                    raise TooLong()
                if "\x00" in str(value):
                    raise OddSigns()


class Refusals:
    """Turns a refusal that left a view into a page (or a fragment) with its sentence."""

    def __init__(self, get_response: type_get) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            _must_fit(request)
            _must_be_text(request)
        except Refusal as refusal:
            return refused(request, refusal)
        response = self.get_response(request)
        if response.status_code == 405 and request.method == "GET" and not response.content:
            # Where a form goes to there is no page: who lands there reads that, and can go on.
            response.content = refused(request, NotHere()).content
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A page for a Refusal; every other error goes on."""
        return refused(request, error) if isinstance(error, Refusal) else None
