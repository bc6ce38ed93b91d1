"""Addresses of supervision over the log, outside any network."""

from django.urls import path

from .views import review

urlpatterns = [
    path("toezicht/", review.review_queue, name="review_queue"),
    path("toezicht/<uuid:mark_id>/", review.review_mark, name="review_mark"),
]
