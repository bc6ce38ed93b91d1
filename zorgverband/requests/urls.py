"""Addresses of requests."""

from django.urls import path

from .views import ask, requests

urlpatterns = [
    path("bericht/<uuid:item_id>/verzoek/", ask.ask_request, name="ask_request"),
    path("verzoeken/", requests.requests, name="requests"),
    path("verzoeken/<uuid:request_id>/", requests.request, name="request"),
    path("verzoeken/<uuid:request_id>/ja/", requests.grant_request, name="grant_request"),
    path("verzoeken/<uuid:request_id>/nee/", requests.refuse_request, name="refuse_request"),
    path("verzoeken/<uuid:request_id>/langer/", requests.extend_request, name="extend_request"),
    path(
        "verzoeken/<uuid:request_id>/intrekken/",
        requests.withdraw_request,
        name="withdraw_request",
    ),
]
