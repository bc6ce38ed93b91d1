"""Addresses of meetings that stand in no network."""

from django.urls import path

from .views import policy

_ONE = "organisatie/overleg/<uuid:policy_id>/"
urlpatterns = [
    path("organisatie/overleg/", policy.policy_meetings, name="policy_meetings"),
    path("organisatie/overleg/nieuw/", policy.plan_policy_meeting, name="plan_policy_meeting"),
    path(_ONE, policy.policy_meeting, name="policy_meeting"),
    path(_ONE + "punt/", policy.add_policy_point, name="add_policy_point"),
    path(_ONE + "punt/<uuid:topic_id>/", policy.note_policy, name="note_policy"),
    path(
        _ONE + "actie/<uuid:action_id>/", policy.finish_policy_action, name="finish_policy_action"
    ),
    path(_ONE + "sluiten/", policy.close_policy_meeting, name="close_policy_meeting"),
]
