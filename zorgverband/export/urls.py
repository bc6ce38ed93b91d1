"""Addresses of taking a record along."""

from django.urls import path

from . import views

urlpatterns = [
    path("meenemen/", views.take_along, name="take_along"),
    path("meenemen/klaarmaken/", views.make_archive, name="make_archive"),
    path("meenemen/<uuid:taking_id>/", views.download_taking, name="download_taking"),
]
