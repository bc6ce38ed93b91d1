"""Signing in through an organisation: to its sign-in page, and back."""

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe
from requests import RequestException

from zorgverband.people.provider import Adapter, NotNow, Protocol
from zorgverband.sharing.doors import own_door
from zorgverband.sharing.frame import onward

from .safety.overview import safe


@require_POST
@own_door
def to_provider(request: HttpRequest, provider_id: str) -> HttpResponse:
    """To the sign-in page of the organisation."""
    there = Protocol(request, _known(provider_id))
    wanted = request.POST.get("next", "")
    try:
        answer = there.get_provider().redirect(
            request, process="login", next_url=wanted if safe(request, wanted) else None
        )
    except RequestException:
        answer = None
    if answer is None:
        return _failed(request)
    return onward(answer.headers["Location"])


@require_safe
@own_door
def from_provider(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Back from there: signed in, or on the sign-in page with a sentence."""
    answer: HttpResponse = OAuth2CallbackView.adapter_view(Protocol(request, _known(provider_id)))(
        request
    )
    return answer


def _known(provider_id: str) -> str:
    if provider_id != settings.OIDC_ID or not settings.OIDC_NAME:
        raise Http404
    return provider_id


def _failed(request: HttpRequest) -> HttpResponse:
    try:
        Adapter().on_authentication_error(request, error=NotNow())
    except ImmediateHttpResponse as back:
        answer: HttpResponse = back.response
        return answer
    raise AssertionError("always sends back")
