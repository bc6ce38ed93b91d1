"""Addresses of what informal carers say about themselves."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
