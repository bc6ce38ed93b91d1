"""Addresses for who keeps the programmes of a neighbourhood."""

from django.urls import path

from .views import draft, kept, line

_DRAFT = "versie/<uuid:version_id>/"
urlpatterns = [
    path("", kept.kept_programmes, name="kept_programmes"),
    path("buurt/<uuid:neighbourhood_id>/nieuw/", kept.new_programme, name="new_programme"),
    path(
        "buurt/<uuid:neighbourhood_id>/overnemen/<uuid:version_id>/",
        kept.copy_programme,
        name="copy_programme",
    ),
    path("geschiedenis/<uuid:programme_id>/", kept.kept_programme, name="kept_programme"),
    path(_DRAFT, draft.programme_version, name="programme_version"),
    path(_DRAFT + "naam/", draft.change_programme, name="change_programme"),
    path(_DRAFT + "publiceren/", draft.publish_programme, name="publish_programme"),
    path(_DRAFT + "weggooien/", draft.discard_draft, name="discard_draft"),
    path(_DRAFT + "erbij/<slug:kind>/", line.add_line, name="add_line"),
    path(_DRAFT + "regel/<uuid:line_id>/", line.change_line, name="change_line"),
    path(_DRAFT + "regel/<uuid:line_id>/weg/", line.remove_line, name="remove_line"),
]
