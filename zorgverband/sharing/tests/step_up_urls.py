"""The product's addresses and one more, behind a step up, for its test."""

from django.http import HttpResponse
from django.urls import path

from zorgverband.config.urls import urlpatterns as _product
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.step_up import step_up


@network_door
@step_up
def guarded(here: Here) -> HttpResponse:
    """Says what was sent to it."""
    if here.request.method == "POST":
        return HttpResponse("gedaan: " + here.request.POST["words"], status=202)
    return HttpResponse("binnen")


urlpatterns = [*_product, path("n/<uuid:network_id>/proef/", guarded, name="guarded")]
