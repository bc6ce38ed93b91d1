"""Addresses of the agenda."""

from django.urls import path

from .views import agenda, change, feeds, plan, series, turns, visit

urlpatterns = [
    path("agenda/", agenda.agenda, name="agenda"),
    path("agenda/nieuw/", plan.plan_visit, name="plan_visit"),
    path("agenda/op-uw-telefoon/", feeds.agenda_feeds, name="agenda_feeds"),
    path("agenda/op-uw-telefoon/<uuid:feed_id>/stoppen/", feeds.end_feed, name="end_feed"),
    path("agenda/ruilen/<uuid:asked_id>/", turns.answer_turn, name="answer_turn"),
    path("agenda/ruilen/<uuid:asked_id>/intrekken/", turns.withdraw_turn, name="withdraw_turn"),
    path("agenda/<uuid:visit_id>/", series.visit_next, name="visit_next"),
    path("agenda/<uuid:visit_id>/weer-door/", series.resume_visits, name="resume_visits"),
    path("agenda/<uuid:visit_id>/<str:day>/", visit.visit, name="visit"),
    path("agenda/<uuid:visit_id>/<str:day>/geweest/", visit.mark_been, name="mark_been"),
    path("agenda/<uuid:visit_id>/<str:day>/verzetten/", change.move_visit, name="move_visit"),
    path("agenda/<uuid:visit_id>/<str:day>/afzeggen/", change.cancel_visit, name="cancel_visit"),
    path("agenda/<uuid:visit_id>/<str:day>/ruilen/", turns.ask_turn, name="ask_turn"),
    path("agenda/<uuid:visit_id>/<str:day>/ik-doe-dit/", turns.take_part, name="take_part"),
    path("agenda/<uuid:visit_id>/<str:day>/toch-door/", visit.restore_visit, name="restore_visit"),
]
