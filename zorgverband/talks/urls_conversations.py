"""Addresses of conversations and consultations within a network."""

from django.urls import URLPattern, path

from .views import closing, consultation, conversation, conversations, outside, outside_answer

_OUTSIDE = "bespreking/buiten/<uuid:question_id>/"
_ONE = "gesprek/<uuid:item_id>/"
urlpatterns: list[URLPattern] = [
    path("gesprekken/", conversations.conversation_list, name="conversations"),
    path("gesprekken/beginnen/", conversations.begin, name="begin_conversation"),
    path(_ONE, conversation.conversation, name="conversation"),
    path(_ONE + "zeggen/", conversation.say, name="say"),
    path(_ONE + "gezien/", conversation.seen, name="conversation_seen"),
    path(_ONE + "afronden/", closing.close, name="close_conversation"),
    path(_ONE + "weer-openen/", closing.reopen, name="reopen_conversation"),
    path(
        _ONE + "zeggen/<uuid:message_id>/terughalen/",
        conversation.take_back,
        name="take_back_message",
    ),
    path("bespreking/", consultation.consult, name="consult"),
    path("bespreking/beginnen/", consultation.begin, name="begin_consultation"),
    path("bespreking/buiten/", outside.outside_questions, name="outside_questions"),
    path("bespreking/buiten/vragen/", outside.ask, name="ask_outside"),
    path(_OUTSIDE, outside.outside_question, name="outside_question"),
    path(_OUTSIDE + "gezien/", outside.seen, name="outside_seen"),
    path(_OUTSIDE + "intrekken/", outside.withdraw, name="withdraw_outside"),
    path(_OUTSIDE + "bewaren/", outside.keep, name="keep_answer"),
]
# Behind a link in a mail, outside every network.
urls_own: list[URLPattern] = [
    path("vraag/<str:token>/", outside_answer.outside_answer, name="outside_answer"),
]
