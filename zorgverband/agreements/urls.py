"""Addresses of agreements."""

from django.urls import path

from .views import agreement, ask

urlpatterns = [
    path("afspraken/", agreement.agreements, name="agreements"),
    path("afspreken/", ask.ask_agreement, name="ask_agreement"),
    path("afspraken/<uuid:agreement_id>/", agreement.agreement, name="agreement"),
    path("afspraken/<uuid:agreement_id>/ja/", agreement.accept_agreement, name="accept_agreement"),
    path(
        "afspraken/<uuid:agreement_id>/nee/", agreement.decline_agreement, name="decline_agreement"
    ),
    path("afspraken/<uuid:agreement_id>/gedaan/", agreement.mark_done, name="mark_done"),
    path(
        "afspraken/<uuid:agreement_id>/stoppen/",
        agreement.cancel_agreement,
        name="cancel_agreement",
    ),
]
