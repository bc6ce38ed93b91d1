"""Addresses of meetings while they are held, and after."""

from django.urls import path

from .views import cooperation, holding, minutes

_ONE = "overleg/<uuid:meeting_id>/"
urlpatterns = [
    path("overleg/samenwerken/", cooperation.cooperation, name="cooperation"),
    path(_ONE + "nu/", holding.meeting_now, name="meeting_now"),
    path(_ONE + "nu/beginnen/", holding.begin_meeting, name="begin_meeting"),
    path(_ONE + "nu/ik-ben-er/", holding.come_to_meeting, name="come_to_meeting"),
    path(_ONE + "nu/weg/", holding.go_from_meeting, name="go_from_meeting"),
    path(_ONE + "nu/punt/<uuid:point_id>/", holding.go_to_point, name="go_to_point"),
    path(_ONE + "nu/punt/<uuid:point_id>/opschrijven/", holding.note_live, name="note_live"),
    path(_ONE + "nu/sluiten/", holding.close_meeting, name="close_meeting"),
    path(_ONE + "verslag/", minutes.minutes, name="minutes"),
    path(_ONE + "verslag/afdrukken/", minutes.minutes_on_paper, name="minutes_on_paper"),
    path(_ONE + "verslag/volgend/", minutes.plan_next, name="plan_next"),
    path(_ONE + "verslag/klopt/", minutes.approve_minutes, name="approve_minutes"),
    path(_ONE + "verslag/gelezen/", minutes.confirm_missed, name="confirm_missed"),
    path(
        _ONE + "verslag/punt/<uuid:point_id>/",
        minutes.correct_minutes,
        name="correct_minutes",
    ),
]
