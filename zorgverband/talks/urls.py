"""Addresses of questions, conversations, consultation and reporting: a list per thing."""

from django.urls import URLPattern, path

from . import urls_conversations, urls_reports
from .views import answer_question, ask_question, passing, questions

_QUESTION = "vragen/<uuid:item_id>/"
_QUESTIONS: list[URLPattern] = [
    path("vragen/", questions.questions, name="questions"),
    path("vragen/nieuw/", ask_question.ask_question, name="ask_question"),
    path(_QUESTION, questions.question, name="question"),
    path(_QUESTION + "antwoord/", answer_question.answer_question, name="give_answer"),
    path(_QUESTION + "doorsturen/", passing.pass_question, name="pass_question"),
    path(_QUESTION + "intrekken/", passing.withdraw_question, name="withdraw_question"),
]
urlpatterns: list[URLPattern] = [
    *_QUESTIONS,
    *urls_conversations.urlpatterns,
    *urls_reports.inside,
]
