"""Addresses of what asks attention in a network."""

from django.urls import path

from .views import bottlenecks, handling

urlpatterns = [
    path("aandacht/", bottlenecks.bottlenecks, name="bottlenecks"),
    path(
        "aandacht/<uuid:bottleneck_id>/niet-nodig/",
        handling.dismiss_bottleneck,
        name="dismiss_bottleneck",
    ),
]
