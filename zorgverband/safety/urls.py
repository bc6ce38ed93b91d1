"""Addresses of looking in need."""

from django.urls import path

from .views import emergency

urlpatterns = [
    path("noodtoegang/", emergency.emergencies, name="emergencies"),
    path("noodtoegang/<uuid:emergency_id>/", emergency.emergency, name="emergency"),
    path("noodtoegang/<uuid:emergency_id>/stoppen/", emergency.end_emergency, name="end_emergency"),
    path(
        "noodtoegang/<uuid:emergency_id>/oordeel/",
        emergency.review_emergency,
        name="review_emergency",
    ),
    path("noodtoegang/openen/<uuid:about_id>/", emergency.open_emergency, name="open_emergency"),
]
