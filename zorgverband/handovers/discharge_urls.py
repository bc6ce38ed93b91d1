"""Addresses of going home from hospital, and of what is needed at home."""

from django.urls import path

from .views import arrival, discharge, needed, open_discharge, printing

_HOME = "uit-het-ziekenhuis/"
_ONE = _HOME + "<uuid:discharge_id>/"
_NEEDED = "nodig/<uuid:needed_id>/"
DISCHARGING = [
    path(_HOME, discharge.discharges, name="discharges"),
    path(_HOME + "nieuw/", open_discharge.open_discharge, name="open_discharge"),
    path(_ONE, discharge.discharge, name="discharge"),
    path(_ONE + "welke-dag/", discharge.ask_for_day, name="ask_for_day"),
    path(_ONE + "dag/", discharge.move_discharge, name="move_discharge"),
    path(_ONE + "toevoegen/", discharge.add_lines, name="add_lines"),
    path(_ONE + "afsluiten/", discharge.end_discharge, name="end_discharge"),
    path(_ONE + "lijst.pdf", printing.print_discharge, name="print_discharge"),
    path("nodig/", needed.needs, name="needs"),
    path("nodig/nieuw/", needed.need_something, name="need_something"),
    path(_NEEDED, needed.needed, name="needed"),
    path(_NEEDED + "vragen/", needed.ask_for_needed, name="ask_for_needed"),
    path(_NEEDED + "niet-nodig/", needed.close_needed, name="close_needed"),
    path(_NEEDED + "toch-nodig/", needed.open_needed_again, name="open_needed_again"),
    path(_NEEDED + "dag/", needed.move_needed, name="move_needed"),
    path(_NEEDED + "er/", arrival.say_arrived, name="say_arrived"),
    path("is-alles-er/", arrival.is_all_there, name="is_all_there"),
]
