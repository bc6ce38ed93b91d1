"""Addresses of an organisation's own list, and behind the link of an invitation to work there."""

from django.urls import path

from .views import answer, colleague, invite, officer, organisation, programmes, team

_ONE = "organisatie/<uuid:organisation_id>/"
_WHO = _ONE + "mensen/<uuid:person_id>/"
urlpatterns = [
    path("organisatie/", organisation.my_organisations, name="my_organisations"),
    path(_ONE, organisation.organisation, name="organisation"),
    path(_ONE + "uitnodigen/", invite.invite_colleague, name="invite_colleague"),
    path(_ONE + "uitnodigen/<uuid:invitation_id>/", invite.work_code, name="work_code"),
    path(
        _ONE + "uitnodigen/<uuid:invitation_id>/intrekken/",
        invite.withdraw_work,
        name="withdraw_work",
    ),
    path(_ONE + "klachten/", officer.set_officer, name="set_officer"),
    path(_ONE + "team/", team.make_team, name="make_team"),
    path(_ONE + "team/<uuid:team_id>/", team.our_team, name="our_team"),
    path(_ONE + "team/beurt/<uuid:turn_id>/", team.end_turn, name="end_turn"),
    path(_WHO, colleague.colleague, name="colleague"),
    path(_WHO + "team/", colleague.begin_turn, name="begin_turn"),
    path(_WHO + "nummers/", colleague.set_numbers, name="set_numbers"),
    path(_WHO + "beheer/", colleague.keep_list, name="keep_list"),
    path(_WHO + "programmas/", programmes.programme_keeper, name="programme_keeper"),
    path(
        _WHO + "programmas/<uuid:keeping_id>/stoppen/",
        programmes.end_programme_keeper,
        name="end_programme_keeper",
    ),
    path(_WHO + "weg/", colleague.leave_organisation, name="leave_organisation"),
    path("werk/uitnodiging/<str:token>/", answer.work_invitation, name="work_invitation"),
    path("werk/uitnodiging/<str:token>/ja/", answer.accept_work, name="accept_work"),
    path("werk/uitnodiging/<str:token>/nee/", answer.decline_work, name="decline_work"),
]
