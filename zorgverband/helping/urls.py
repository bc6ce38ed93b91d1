"""Addresses of asking for help, answering, and a carer's own page."""

from django.urls import path

from .views import answering, ask, away, listing, one, own

_ONE = "hulp/<uuid:help_id>/"

urlpatterns = [
    path("hulp/", listing.help_list, name="help_list"),
    path("hulp/vragen/", ask.ask_help, name="ask_help"),
    path(_ONE, one.help_one, name="help_one"),
    path(f"{_ONE}doen/", answering.take_help, name="take_help"),
    path(f"{_ONE}kan-niet/", answering.refuse_help, name="refuse_help"),
    path(f"{_ONE}toch-niet/", answering.give_back_help, name="give_back_help"),
    path(f"{_ONE}iedereen/", answering.open_help, name="open_help"),
    path(f"{_ONE}niet-nodig/", answering.end_help, name="end_help"),
    path(f"{_ONE}bedankt/", answering.thank_help, name="thank_help"),
    path("wat-ik-doe/", own.what_i_do, name="what_i_do"),
    path("wat-ik-doe/weg/", away.be_away, name="be_away"),
    path("wat-ik-doe/weg/<uuid:away_id>/terug/", away.be_back, name="be_back"),
]
