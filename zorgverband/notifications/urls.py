"""Addresses of this room."""

from django.urls import path

from . import views

urlpatterns = [path("meldingen/", views.notification_settings, name="notification_settings")]
