"""Addresses of the record of a client."""

from django.urls import path

from .views import items, lists, measurements, overview, result_question, series
from .views.writing import (
    add_document,
    ending,
    examinations,
    record_allergy,
    record_measurement,
    record_medication,
    record_problem,
)

urlpatterns = [
    path("dossier/", overview.record, name="record"),
    path("dossier/medicijnen/", lists.medication, name="medication"),
    path(
        "dossier/medicijnen/nieuw/", record_medication.record_medication, name="record_medication"
    ),
    path(
        "dossier/medicijnen/<uuid:item_id>/stoppen/",
        ending.stop_medication,
        name="stop_medication",
    ),
    path("dossier/allergieen/", lists.allergies, name="allergies"),
    path("dossier/allergieen/nieuw/", record_allergy.record_allergy, name="record_allergy"),
    path("dossier/problemen/", lists.problems, name="problems"),
    path("dossier/problemen/nieuw/", record_problem.record_problem, name="record_problem"),
    path("dossier/problemen/<uuid:item_id>/voorbij/", ending.close_problem, name="close_problem"),
    path("dossier/metingen/", measurements.measurements, name="measurements"),
    path(
        "dossier/metingen/nieuw/", record_measurement.record_measurement, name="record_measurement"
    ),
    path(
        "dossier/metingen/<uuid:series>/",
        series.measurement_series,
        name="measurement_series",
    ),
    path("dossier/onderzoeken/", lists.examinations, name="examinations"),
    path("dossier/onderzoeken/plannen/", examinations.plan_examination, name="plan_examination"),
    path("dossier/onderzoeken/nieuw/", examinations.record_examination, name="record_examination"),
    path("dossier/onderzoeken/vragen/", result_question.ask_result, name="ask_result"),
    path(
        "dossier/onderzoeken/vraag/<uuid:item_id>/",
        result_question.result_question,
        name="result_question",
    ),
    path(
        "dossier/onderzoeken/<uuid:item_id>/gedaan/",
        ending.finish_examination,
        name="finish_examination",
    ),
    path("dossier/documenten/", items.documents, name="documents"),
    path("dossier/documenten/nieuw/", add_document.add_document, name="add_document"),
    path("dossier/onderwerp/<int:subject>/", items.record_subject, name="record_subject"),
]
