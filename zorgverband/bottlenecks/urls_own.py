"""Addresses of the desk, outside any network."""

from django.urls import path

from .views import desk

urlpatterns = [path("netwerken/aandacht/", desk.desk, name="desk")]
