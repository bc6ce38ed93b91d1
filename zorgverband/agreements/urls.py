"""Addresses of agreements."""

from django.urls import path

from .views import agreement, answer, ask, counter, reminder

_ONE = "afspraken/<uuid:agreement_id>/"
urlpatterns = [
    path("afspraken/", agreement.agreements, name="agreements"),
    path("afspreken/", ask.ask_agreement, name="ask_agreement"),
    path(_ONE, agreement.agreement, name="agreement"),
    path(_ONE + "gezien/", answer.receive_agreement, name="receive_agreement"),
    path(_ONE + "ja/", answer.accept_agreement, name="accept_agreement"),
    path(_ONE + "nee/", answer.decline_agreement, name="decline_agreement"),
    path(_ONE + "ander-voorstel/", counter.counter_agreement, name="counter_agreement"),
    path(_ONE + "begonnen/", answer.start_agreement, name="start_agreement"),
    path(_ONE + "stilzetten/", answer.hold_agreement, name="hold_agreement"),
    path(_ONE + "verder/", answer.resume_agreement, name="resume_agreement"),
    path(_ONE + "afvinken/", answer.tick_agreement, name="tick_agreement"),
    path(_ONE + "gedaan/", answer.mark_done, name="mark_done"),
    path(_ONE + "niet-gelukt/", answer.fail_agreement, name="fail_agreement"),
    path(_ONE + "stoppen/", answer.cancel_agreement, name="cancel_agreement"),
    path(_ONE + "herinneren/", reminder.set_reminder, name="set_reminder"),
]
