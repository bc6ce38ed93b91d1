"""Addresses of who sees what and who looked."""

from django.urls import path

from .views import who_looked, who_sees_what

urlpatterns = [
    path("wie-ziet-wat/", who_sees_what.who_sees_what, name="who_sees_what"),
    path("wie-ziet-wat/<uuid:about_id>/", who_sees_what.who_sees_what, name="who_sees_about"),
    path(
        "wie-ziet-wat/<uuid:about_id>/<int:subject>/",
        who_sees_what.who_sees_subject,
        name="who_sees_subject",
    ),
    path("wie-heeft-gekeken/", who_looked.who_looked, name="who_looked"),
]
