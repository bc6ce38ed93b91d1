"""Addresses of passing something on: within a network, and behind a personal link."""

from django.urls import URLPattern, path

from .views import report, report_by_link, report_links, reports

inside: list[URLPattern] = [
    path("doorgeven/", report.report, name="report"),
    path("doorgegeven/", reports.reports, name="reports"),
    path("doorgegeven/<uuid:item_id>/gelezen/", reports.read_report, name="read_report"),
    path("doorgegeven/links/", report_links.report_links, name="report_links"),
    path(
        "doorgegeven/links/<uuid:link_id>/stoppen/",
        report_links.end_report_link,
        name="end_report_link",
    ),
]
urlpatterns: list[URLPattern] = [
    path("doorgeven/<str:token>/", report_by_link.report_by_link, name="report_by_link")
]
