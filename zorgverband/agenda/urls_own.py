"""The address a calendar program reads, outside any session."""

from django.urls import path

from .views import feed

urlpatterns = [path("agenda-adres/<str:token>.ics", feed.agenda_feed, name="agenda_feed")]
