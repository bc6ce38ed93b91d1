"""Addresses of questions and complaints about the care or the cooperation."""

from django.urls import path

from .views import another, complain, complaint, insight

_ALL = "klacht-of-vraag/"
_ONE = _ALL + "<uuid:complaint_id>/"
urlpatterns = [
    path(_ALL, complain.complaints, name="complaints"),
    path(_ALL + "nieuw/", complain.complain, name="complain"),
    path(_ONE, complaint.complaint, name="complaint"),
    path(_ONE + "ontvangen/", complaint.receive_complaint, name="receive_complaint"),
    path(_ONE + "erbij/", complaint.say_more, name="say_more"),
    path(_ONE + "langer/", complaint.extend_complaint, name="extend_complaint"),
    path(_ONE + "antwoord/", complaint.answer_complaint, name="answer_complaint"),
    path(_ONE + "klaar/", complaint.end_complaint, name="end_complaint"),
    path(_ONE + "iemand-anders/", another.change_handler, name="change_handler"),
    path(_ONE + "inzage/", insight.give_insight, name="give_insight"),
    path(_ONE + "inzage/<uuid:insight_id>/stoppen/", insight.stop_insight, name="stop_insight"),
]
