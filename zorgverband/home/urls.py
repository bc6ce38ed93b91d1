"""Addresses of the first pages."""

from django.urls import path

from .views import (
    agenda_across,
    brief,
    for_me,
    hat,
    more,
    networks,
    news,
    reading,
    route,
    start,
    step_up,
    today,
    visit_report,
    welcome,
)

urlpatterns = [
    path("", start.home, name="home"),
    path("hulp/", welcome.help, name="help"),
    path("welkom/", welcome.welcome, name="welcome"),
    path("welkom/gelezen/", welcome.welcomed, name="welcomed"),
    path("meer/", more.more_across, name="more_across"),
    path("als-wie/", hat.hats, name="hats"),
    path("als-wie/kiezen/", hat.choose_hat, name="choose_hat"),
    path("netwerken/", networks.networks, name="networks"),
    path("n/<uuid:network_id>/meer/", more.more, name="more"),
    path("bent-u-het/", step_up.step_up, name="step_up"),
    path("lezen/", reading.set_reading, name="set_reading"),
    path("n/<uuid:network_id>/schrijven/bezoek/", visit_report.visit_report, name="visit_report"),
    path("n/<uuid:network_id>/nieuws/", news.news, name="news"),
    path("n/<uuid:network_id>/zoeken/", news.search, name="search"),
    path("n/<uuid:network_id>/nieuws/gezien/", news.seen, name="seen"),
    path("n/<uuid:network_id>/", today.today, name="today"),
    path("n/<uuid:network_id>/kort/", brief.brief, name="brief"),
    path("mijn-route/", route.my_route, name="my_route"),
    path("agenda/", agenda_across.agenda_across, name="agenda_across"),
    path("voor-mij/", for_me.for_me, name="for_me"),
    path("voor-mij/gezien/", for_me.mark_seen_here, name="mark_seen_here"),
]
