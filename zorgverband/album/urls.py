"""Addresses of the album."""

from django.urls import path

from .views import adding, album

urlpatterns = [
    path("fotos/", album.album, name="album"),
    path("fotos/nieuw/", adding.add_photos, name="add_photos"),
]
