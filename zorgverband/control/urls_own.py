"""Addresses of taking back what shut somebody out: outside every network."""

from django.urls import path

from .views import undoing

urlpatterns = [
    path("terugdraaien/", undoing.undoing, name="undoing"),
    path("terugdraaien/netwerk/<uuid:closed_id>/", undoing.open_again, name="open_again"),
    path(
        "terugdraaien/overlijden/<uuid:dead_id>/",
        undoing.undo_recorded_death,
        name="undo_recorded_death",
    ),
]
