"""Addresses of looking in need and of safety compartments."""

from django.urls import path

from .views import compartment, compartment_log, emergency, invite, widen

_ONE = "afgeschermd/<uuid:compartment_id>/"

urlpatterns = [
    path("noodtoegang/", emergency.emergencies, name="emergencies"),
    path("noodtoegang/<uuid:emergency_id>/", emergency.emergency, name="emergency"),
    path("noodtoegang/<uuid:emergency_id>/stoppen/", emergency.end_emergency, name="end_emergency"),
    path(
        "noodtoegang/<uuid:emergency_id>/oordeel/",
        emergency.review_emergency,
        name="review_emergency",
    ),
    path("noodtoegang/openen/<uuid:about_id>/", emergency.open_emergency, name="open_emergency"),
    path("afgeschermd/", compartment.compartments, name="compartments"),
    path("afgeschermd/nieuw/", compartment.make_compartment, name="make_compartment"),
    path(_ONE, compartment.compartment, name="compartment"),
    path(_ONE + "schrijven/", compartment.write_inside, name="write_inside"),
    path(_ONE + "sluiten/", compartment.close_compartment, name="close_compartment"),
    path(_ONE + "erbij/", widen.widen, name="widen_compartment"),
    path(_ONE + "erbij/team/<uuid:team_id>/", widen.admit_inside, name="admit_inside"),
    path(_ONE + "erbij/persoon/", invite.invite_inside, name="invite_inside"),
    path(
        _ONE + "erbij/persoon/<uuid:invitation_id>/intrekken/",
        invite.withdraw_inside,
        name="withdraw_inside",
    ),
    path(_ONE + "wie-las/", compartment_log.open_log, name="open_log"),
    path(
        _ONE + "wie-las/<uuid:opening_id>/terug/",
        compartment_log.withdraw_opening,
        name="withdraw_opening",
    ),
]
