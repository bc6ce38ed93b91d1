"""How somebody likes to read: language, letters, light or dark. Also before signing in."""

from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from zorgverband.base.viewer import enter, networks_of
from zorgverband.networks.models import Side
from zorgverband.people.models import Account
from zorgverband.sharing.doors import own_door

A_YEAR = 365 * 24 * 3600
LOOKED_AT = 5
OFFERED = {
    "letters": frozenset(Account.Letters.values),
    "theme": frozenset(Account.Theme.values),
    "language": frozenset(dict(settings.LANGUAGES)),
}


@require_POST
@own_door
def set_reading(request: HttpRequest) -> HttpResponse:
    """Keep the choice with the account, and in a cookie for the page to sign in on; back to the
    page. Compact letters are for who is here for their work; from others nothing is kept."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    person = request.user.person_id if request.user.is_authenticated else None
    chosen = {
        name: request.POST[name]
        for name, values in OFFERED.items()
        if request.POST.get(name) in values
    }
    if chosen.get("letters") == Account.Letters.COMPACT and not (person and _works(person)):
        del chosen["letters"]
    response = HttpResponseRedirect(back)
    for name, value in chosen.items():
        response.set_cookie(
            name, value, max_age=A_YEAR, httponly=True, samesite="Lax", secure=settings.SECURE
        )
    if chosen and person:
        Account.objects.filter(person_id=person).update(**chosen)
    return response


def _works(person: UUID) -> bool:
    """Whether they look in some network for their work; the networks they came to first tell."""
    with transaction.atomic():
        enter(person=person)
        seats = enter(person=person, networks=networks_of(person)[:LOOKED_AT]).seats.values()
    return any(seat.side in (Side.CARE, Side.SOCIAL) for seat in seats)
