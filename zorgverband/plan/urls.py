"""Addresses of the plan."""

from django.urls import path

from .views import (
    agreeing,
    changes,
    earlier,
    goal,
    network,
    other_plan,
    part,
    person,
    plan,
    printing,
    question,
    review,
    score,
    start,
    suggestions,
)

urlpatterns = [
    path("plan/", plan.plan, name="plan"),
    path("plan/doelen/klaar/", plan.closed_goals, name="closed_goals"),
    path("plan/begin/", start.start_plan, name="start_plan"),
    path("plan/erbij/", part.choose_part, name="choose_part"),
    path("plan/erbij/<slug:kind>/", part.add_part, name="add_part"),
    path("plan/stuk/<uuid:part_id>/weg/", part.end_part, name="end_part"),
    path("plan/vraag/<uuid:question_id>/", question.answer_question, name="answer_question"),
    path("plan/doel/<uuid:goal_id>/", goal.goal, name="goal"),
    path("plan/doel/<uuid:goal_id>/hoe-gaat-het/", goal.note_step, name="note_step"),
    path("plan/doel/<uuid:goal_id>/meten/", goal.set_aim, name="set_aim"),
    path("plan/doel/<uuid:goal_id>/afsluiten/", goal.close_goal, name="close_goal"),
    path("plan/hoe-gaat-het/", score.score_domains, name="score_domains"),
    path("plan/lezen/<uuid:about_id>/", agreeing.sign_plan, name="sign_plan"),
    path("plan/ja/", agreeing.agree_plan, name="agree_plan"),
    path("plan/veranderd/", changes.plan_changes, name="plan_changes"),
    path("plan/toen/<uuid:part_id>/", changes.plan_then, name="plan_then"),
    path("plan/terugkijken/", review.review_plan, name="review_plan"),
    path("plan/terugkijken/eerder/", earlier.earlier_reviews, name="earlier_reviews"),
    path("plan/terugkijken/antwoord/", review.answer_review, name="answer_review"),
    path("plan/terugkijken/vragen/", review.ask_review, name="ask_review"),
    path("plan/terugkijken/verder/", review.next_cycle, name="next_cycle"),
    path("plan/ander/<uuid:part_id>/", other_plan.other_plan, name="other_plan"),
    path("plan/voorstellen/", suggestions.plan_suggestions, name="plan_suggestions"),
    path("plan/voorstellen/<uuid:suggestion_id>/", suggestions.take_up, name="take_up"),
    path("plan/voorstellen/<uuid:suggestion_id>/weg/", suggestions.set_aside, name="set_aside"),
    path(
        "plan/voorstellen/<uuid:suggestion_id>/uitnodigen/",
        suggestions.invite_suggested,
        name="invite_suggested",
    ),
    path("plan/wie/<uuid:member_id>/", person.plan_of_member, name="plan_of_member"),
    path("plan/week/", person.plan_week, name="plan_week"),
    path("plan/afdrukken/", printing.print_plan, name="print_plan"),
    path("plan/afdrukken/groot/", printing.plan_in_large, name="plan_in_large"),
    path(
        "plan/afdrukken/groot/<uuid:member_id>/", printing.plan_for_client, name="plan_for_client"
    ),
    path("plan/afdrukken/tabel/", printing.plan_as_table, name="plan_as_table"),
    path("mensen/tekening/", network.network_picture, name="network_picture"),
]
