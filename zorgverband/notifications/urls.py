"""Addresses of this room."""

from django.urls import path

from . import views, views_push

urlpatterns = [
    path("meldingen/", views.notification_settings, name="notification_settings"),
    path("meldingen/toestel/", views_push.begin_push, name="begin_push"),
    path("meldingen/toestel/<uuid:device_id>/uit/", views_push.end_push, name="end_push"),
]
