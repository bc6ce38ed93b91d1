"""Addresses of taking over files from other systems."""

from django.urls import path

from . import views

urlpatterns = [
    path("overnemen/", views.fhir_upload, name="fhir_upload"),
    path("overnemen/<uuid:about_id>/<uuid:upload_id>/", views.fhir_store, name="fhir_store"),
]
