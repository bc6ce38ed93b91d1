"""Addresses of the agenda."""

from django.urls import path

from .views import agenda, change, plan, printing, series, visit

urlpatterns = [
    path("agenda/", agenda.agenda, name="agenda"),
    path("agenda/nieuw/", plan.plan_visit, name="plan_visit"),
    path("agenda/afdrukken/", printing.print_week, name="print_week"),
    path("agenda/afdrukken/papier/", printing.week_on_paper, name="week_on_paper"),
    path("agenda/<uuid:visit_id>/", series.visit_next, name="visit_next"),
    path("agenda/<uuid:visit_id>/weer-door/", series.resume_visits, name="resume_visits"),
    path("agenda/<uuid:visit_id>/<str:day>/", visit.visit, name="visit"),
    path("agenda/<uuid:visit_id>/<str:day>/geweest/", visit.mark_been, name="mark_been"),
    path("agenda/<uuid:visit_id>/<str:day>/verzetten/", change.move_visit, name="move_visit"),
    path("agenda/<uuid:visit_id>/<str:day>/afzeggen/", change.cancel_visit, name="cancel_visit"),
    path("agenda/<uuid:visit_id>/<str:day>/toch-door/", visit.restore_visit, name="restore_visit"),
]
