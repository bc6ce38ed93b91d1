"""Addresses of the desk and of an organisation's figures, outside any network."""

from django.urls import path

from .views import desk, in_view

urlpatterns = [
    path("netwerken/aandacht/", desk.desk, name="desk"),
    path(
        "organisatie/<uuid:organisation_id>/in-beeld/",
        in_view.organisation_in_view,
        name="organisation_in_view",
    ),
]
