"""Addresses of coming and going: within a network, and behind the link in an invitation."""

from django.urls import path

from .views import answer, going, invite, people, portrait, role, substitute, team

_ONE = "n/<uuid:network_id>/mensen/"
urlpatterns = [
    path(_ONE, people.people, name="people"),
    path(_ONE + "uitnodigen/", invite.invite, name="invite"),
    path(_ONE + "uitnodigen/<uuid:invitation_id>/", invite.invite_effect, name="invite_effect"),
    path(_ONE + "uitnodigen/<uuid:invitation_id>/nee/", invite.refuse, name="refuse_invitation"),
    path(_ONE + "uitnodigen/<uuid:invitation_id>/code/", invite.invited, name="invited"),
    path(
        _ONE + "uitnodigen/<uuid:invitation_id>/opnieuw/", invite.resend_invitation, name="resend"
    ),
    path(
        _ONE + "uitnodigen/<uuid:invitation_id>/intrekken/",
        invite.withdraw_invitation,
        name="withdraw",
    ),
    path(_ONE + "team/", team.find_team, name="find_team"),
    path(_ONE + "team/<uuid:team_id>/", team.add_team, name="add_team"),
    path(_ONE + "waarnemen/", substitute.substitute, name="substitute"),
    path(
        _ONE + "waarnemen/<uuid:substitute_id>/stoppen/",
        substitute.end_substitute,
        name="end_substitute",
    ),
    path(_ONE + "weggaan/", going.leave, name="leave_network"),
    path(_ONE + "weer-meedoen/<uuid:person_id>/", going.readmit, name="readmit"),
    path(_ONE + "<uuid:member_id>/", people.member, name="member"),
    path(_ONE + "<uuid:member_id>/foto/", portrait.portrait, name="portrait"),
    path(_ONE + "<uuid:member_id>/functie/", role.change_role, name="change_role"),
    path(_ONE + "<uuid:member_id>/laten-zien/", role.show_role, name="show_role"),
    path(_ONE + "<uuid:member_id>/weghalen/", going.remove, name="remove"),
    path(_ONE + "<uuid:member_id>/weren/<uuid:person_id>/", going.exclude, name="exclude"),
    path(_ONE + "<uuid:member_id>/coordinator/", going.make_coordinator, name="make_coordinator"),
    path(
        _ONE + "<uuid:member_id>/aanspreekpunt/",
        going.make_first_contact,
        name="make_first_contact",
    ),
    path("uw-foto/", portrait.my_portrait, name="my_portrait"),
    path("uw-foto/foto/", portrait.own_portrait, name="own_portrait"),
    path("uw-foto/weg/", portrait.drop_portrait, name="drop_portrait"),
    path("uitnodiging/<str:token>/", answer.invitation, name="invitation"),
    path("uitnodiging/<str:token>/ja/", answer.accept_invitation, name="accept_invitation"),
    path("uitnodiging/<str:token>/nee/", answer.decline_invitation, name="decline_invitation"),
]
