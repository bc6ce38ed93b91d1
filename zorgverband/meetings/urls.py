"""Addresses of meetings."""

from django.urls import path

from .views import agreeing, arranging, building, listing, meeting, points, responding, start

_ONE = "overleg/<uuid:meeting_id>/"
_POINT = "overleg/punt/<uuid:point_id>/"
urlpatterns = [
    path("overleg/", listing.meetings, name="meetings"),
    path("overleg/nieuw/", start.call_meeting, name="call_meeting"),
    path(_ONE, meeting.meeting, name="meeting"),
    path(_ONE + "punten/", building.build_agenda, name="build_agenda"),
    path(_ONE + "kom-ik/", responding.answer_call, name="answer_call"),
    path(_ONE + "klaar/", responding.say_ready, name="say_ready"),
    path(_ONE + "stem/<uuid:option_id>/", responding.vote, name="vote_meeting"),
    path(_ONE + "datum/", arranging.choose_date, name="choose_date"),
    path(_ONE + "veranderen/", arranging.change_meeting, name="change_meeting"),
    path(_ONE + "vragen/", arranging.ask_more, name="ask_more"),
    path(_ONE + "vooraf/<uuid:member_id>/", arranging.ask_before, name="ask_before"),
    path(_ONE + "niet-vragen/<uuid:member_id>/", arranging.leave_out, name="leave_out"),
    path(_ONE + "afzeggen/", arranging.cancel_meeting, name="cancel_meeting"),
    path(_POINT + "plaats/", points.move_point, name="move_point"),
    path(_POINT + "stuk/", points.add_paper, name="add_paper"),
    path(_POINT + "weg/", points.drop_point, name="drop_point"),
    path(_ONE + "punt/", points.bring_point, name="bring_point"),
    path(_POINT, points.point, name="meeting_point"),
    path("overleg/notitie/<uuid:note_id>/afspreken/", agreeing.agree_on_note, name="agree_on_note"),
    path(_POINT + "notitie/", points.write_note, name="write_note"),
]
