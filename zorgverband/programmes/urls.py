"""Addresses of programmes within a network: which there are, and one line by line."""

from django.urls import path

from .views import proposal

urlpatterns = [
    path("programmas/", proposal.programmes, name="programmes"),
    path("programmas/<uuid:version_id>/", proposal.proposal, name="proposal_lines"),
]
