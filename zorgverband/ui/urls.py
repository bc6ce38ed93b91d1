"""Addresses of the look itself."""

from django.urls import path

from zorgverband.ui import views

urlpatterns = [path("ui/<str:digest>.css", views.stylesheet_file, name="stylesheet_file")]
