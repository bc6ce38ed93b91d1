"""Addresses of who sees what and who looked."""

from django.urls import path

from .views import (
    ask_about_look,
    change_permission,
    what_changed,
    who_looked,
    who_sees_person,
    who_sees_what,
)

_PEOPLE = "wie-ziet-wat/<uuid:about_id>/mensen/"
_PERSON = _PEOPLE + "<uuid:member_id>/"
urlpatterns = [
    path("wie-ziet-wat/", who_sees_what.who_sees_what, name="who_sees_what"),
    path("wie-ziet-wat/veranderd/", what_changed.what_changed, name="what_changed"),
    path(_PEOPLE, who_sees_person.who_sees_people, name="who_sees_people"),
    path(_PERSON, who_sees_person.who_sees_person, name="who_sees_person"),
    path(_PERSON + "bezwaar/", who_sees_person.object_to_person, name="object_to_person"),
    path(
        _PERSON + "bezwaar/intrekken/",
        who_sees_person.withdraw_objection_to_person,
        name="withdraw_objection_to_person",
    ),
    path(
        _PERSON + "<int:subject>/",
        change_permission.change_permission,
        name="change_permission",
    ),
    path("wie-ziet-wat/<uuid:about_id>/", who_sees_what.who_sees_what, name="who_sees_about"),
    path(
        "wie-ziet-wat/<uuid:about_id>/<int:subject>/",
        who_sees_what.who_sees_subject,
        name="who_sees_subject",
    ),
    path("wie-heeft-gekeken/", who_looked.who_looked, name="who_looked"),
    path("wie-heeft-gekeken/tabel/", who_looked.who_looked_csv, name="who_looked_csv"),
    path("wie-heeft-gekeken/document/", who_looked.who_looked_pdf, name="who_looked_pdf"),
    path(
        "wie-heeft-gekeken/<uuid:person_id>/",
        who_looked.who_looked_person,
        name="who_looked_person",
    ),
    path(
        "wie-heeft-gekeken/<uuid:person_id>/vraag/",
        ask_about_look.ask_about_visit,
        name="ask_about_visit",
    ),
]
