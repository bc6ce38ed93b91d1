"""Addresses of what asks attention in a network."""

from django.urls import path

from .views import bottlenecks, handling

urlpatterns = [
    path("aandacht/", bottlenecks.bottlenecks, name="bottlenecks"),
    path("aandacht/<uuid:bottleneck_id>/", handling.bottleneck, name="bottleneck"),
    path("aandacht/<uuid:bottleneck_id>/vragen/", handling.ask_about, name="ask_about_bottleneck"),
    path("aandacht/<uuid:bottleneck_id>/gedaan/", handling.note, name="note_measure"),
    path("aandacht/<uuid:bottleneck_id>/later/", handling.snooze, name="snooze_bottleneck"),
    path(
        "aandacht/<uuid:bottleneck_id>/niet-nodig/",
        handling.dismiss_bottleneck,
        name="dismiss_bottleneck",
    ),
]
