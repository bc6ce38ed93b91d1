"""Addresses of the first pages."""

from django.urls import path

from .views import for_me, hat, more, networks, news, reading, start, step_up, today

urlpatterns = [
    path("", start.home, name="home"),
    path("hulp/", more.help, name="help"),
    path("meer/", more.more_across, name="more_across"),
    path("als-wie/", hat.hats, name="hats"),
    path("als-wie/kiezen/", hat.choose_hat, name="choose_hat"),
    path("netwerken/", networks.networks, name="networks"),
    path("n/<uuid:network_id>/meer/", more.more, name="more"),
    path("bent-u-het/", step_up.step_up, name="step_up"),
    path("lezen/", reading.set_reading, name="set_reading"),
    path("n/<uuid:network_id>/nieuws/", news.news, name="news"),
    path("n/<uuid:network_id>/zoeken/", news.search, name="search"),
    path("n/<uuid:network_id>/nieuws/gezien/", news.seen, name="seen"),
    path("n/<uuid:network_id>/", today.today, name="today"),
    path("voor-mij/", for_me.for_me, name="for_me"),
    path("voor-mij/gezien/", for_me.mark_seen_here, name="mark_seen_here"),
]
