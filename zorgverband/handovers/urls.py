"""Addresses of handover and discharge."""

from django.urls import path

from .discharge_urls import DISCHARGING
from .views import answering, finishing, giving, listing, on_paper, one, sections, stopping

urlpatterns = [
    path("overdracht/", listing.handovers, name="handovers"),
    path("overdracht/nieuw/", listing.announce_handover, name="announce_handover"),
    path("overdracht/stopt/", stopping.stopping_providers, name="stopping_providers"),
    path("overdracht/stopt/<uuid:member_id>/", stopping.provider_stops, name="provider_stops"),
    path("overdracht/stopt/<uuid:member_id>/zeker/", stopping.stop_provider,
         name="stop_provider"),
    path("overdracht/<uuid:handover_id>/papier/", on_paper.handover_on_paper,
         name="handover_on_paper"),
    path("overdracht/<uuid:handover_id>/", one.handover, name="handover"),
    path("overdracht/<uuid:handover_id>/onderdelen/<slug:part>/", sections.state_sections,
         name="state_sections"),
    path("overdracht/<uuid:handover_id>/regels/", giving.add_task, name="add_handover_task"),
    path("overdracht/<uuid:handover_id>/regels/<uuid:taken_id>/geven/", giving.give_line,
         name="give_handover_line"),
    path("overdracht/<uuid:handover_id>/regels/<uuid:taken_id>/antwoord/", answering.answer_line,
         name="answer_handover_line"),
    path("overdracht/<uuid:handover_id>/vragen/", answering.ask_back, name="ask_back"),
    path("overdracht/<uuid:handover_id>/vragen/<uuid:asked_id>/", answering.answer_back,
         name="answer_back"),
    path("overdracht/<uuid:handover_id>/ontvanger/", giving.choose_receiver,
         name="choose_receiver"),
    path("overdracht/<uuid:handover_id>/versturen/", finishing.send_handover,
         name="send_handover"),
    path("overdracht/<uuid:handover_id>/overnemen/", finishing.receive_handover,
         name="receive_handover"),
    path("overdracht/<uuid:handover_id>/niet-overnemen/", finishing.refuse_handover,
         name="refuse_handover"),
    path("overdracht/<uuid:handover_id>/intrekken/", finishing.withdraw_handover,
         name="withdraw_handover"),
    *DISCHARGING,
]  # fmt: skip
