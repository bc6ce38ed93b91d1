"""Every address of the product, room by room."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", include("allauth.account.urls")),
    path("", include("zorgverband.ui.urls")),
]
handler404 = "zorgverband.config.failures.not_found"
handler500 = "zorgverband.config.failures.failed"
