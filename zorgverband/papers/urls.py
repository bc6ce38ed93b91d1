"""Addresses of what goes on paper."""

from django.urls import path

from .views import choosing, explaining, letter, phones, week

_ALL = "afdrukken/"
_LETTER = _ALL + "brief/<uuid:member_id>/"
urlpatterns = [
    path(_ALL, choosing.papers, name="papers"),
    path(_ALL + "week/", week.print_week, name="print_week"),
    path(_ALL + "week/papier/", week.week_on_paper, name="week_on_paper"),
    path(_ALL + "telefoonlijst/", phones.phone_list, name="phone_list"),
    path(_ALL + "telefoonlijst/papier/", phones.phones_on_paper, name="phones_on_paper"),
    path(_ALL + "uitleg/", explaining.explanation, name="explanation"),
    path(_ALL + "uitleg/papier/", explaining.explanation_on_paper, name="explanation_on_paper"),
    path(_ALL + "brief/", letter.letters, name="letters"),
    path(_LETTER, letter.letter, name="letter"),
    path(_LETTER + "papier/", letter.letter_on_paper, name="letter_on_paper"),
    path(_LETTER + "<uuid:letter_id>/terug/", letter.undo_letter, name="undo_letter"),
]
