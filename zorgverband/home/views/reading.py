"""How somebody likes to read: language, letters, light or dark. Also before signing in."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from zorgverband.people.models import Account
from zorgverband.sharing.doors import own_door

A_YEAR = 365 * 24 * 3600


@require_POST
@own_door
def set_reading(request: HttpRequest) -> HttpResponse:
    """Keep the choice with the account, and the language in a cookie too; back to the page."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    response = HttpResponseRedirect(back)
    asked = request.POST
    chosen = {}
    if asked.get("letters") in Account.Letters.values:
        chosen["letters"] = asked["letters"]
    if asked.get("theme") in Account.Theme.values:
        chosen["theme"] = asked["theme"]
    if asked.get("language") in dict(settings.LANGUAGES):
        chosen["language"] = asked["language"]
        response.set_cookie(
            "language", asked["language"], max_age=A_YEAR, httponly=True, samesite="Lax",
            secure=settings.SECURE,
        )  # fmt: skip
    if chosen and request.user.is_authenticated:
        Account.objects.filter(pk=request.user.pk).update(**chosen)
    return response
