"""Addresses of advice, beside the record."""

from django.urls import path

from .views import end, give, listing

urlpatterns = [
    path("dossier/adviezen/", listing.advice, name="advice"),
    path("dossier/adviezen/nieuw/", give.give_advice, name="give_advice"),
    path("dossier/adviezen/<uuid:item_id>/stoppen/", end.end_advice, name="end_advice"),
]
