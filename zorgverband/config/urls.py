"""Every address of the product, room by room."""

from allauth.account import views as account
from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path, re_path

from zorgverband.home.views import sign_in, via
from zorgverband.home.views.safety.devices import leave_quickly
from zorgverband.talks import urls_conversations as talks

# Of allauth only what is used: accounts come from invitations, not from a sign-up page.
_account: list[URLPattern | URLResolver] = [
    path("inloggen/", sign_in.SignIn.as_view(), name="account_login"),
    path("inloggen/tweede-stap/", sign_in.second_step, name="mfa_authenticate"),
    path("inloggen/passkey/", sign_in.with_passkey, name="mfa_login_webauthn"),
    path("inloggen/via/<slug:provider_id>/", via.to_provider, name="openid_connect_login"),
    path(
        "inloggen/via/<slug:provider_id>/terug/", via.from_provider, name="openid_connect_callback"
    ),
    path("snel-weg/", leave_quickly, name="leave_quickly"),
    path("uitloggen/", account.logout, name="account_logout"),
    path("wachtwoord/", account.password_reset, name="account_reset_password"),
    path("wachtwoord/mail/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^wachtwoord/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "wachtwoord/klaar/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]
_demo: list[URLPattern | URLResolver] = [
    path("demo/inloggen/", sign_in.demo_sign_in, name="demo_sign_in")
]
_rooms: list[URLPattern | URLResolver] = [
    path("", include("zorgverband.ui.urls")),
    path("", include("zorgverband.home.urls")),
    path("", include("zorgverband.offline.urls")),
    path("veilig/", include("zorgverband.home.safety_urls")),
    path("", include("zorgverband.notifications.urls")),
    path("", include("zorgverband.membership.urls")),
    path("", include("zorgverband.organisations.urls")),
    path("", include("zorgverband.meetings.urls_own")),
    path("", include("zorgverband.control.urls_own")),
    path("", include("zorgverband.bottlenecks.urls_own")),
    path("", include("zorgverband.agenda.urls_own")),
    path("programmas/", include("zorgverband.programmes.urls_own")),
    path("", include("zorgverband.privacy.urls_own")),
    path("", include("zorgverband.talks.urls_reports")),
    path("", include(talks.urls_own)),
    path("n/<uuid:network_id>/", include("zorgverband.sharing.urls")),
    path("n/<uuid:network_id>/", include("zorgverband.safety.urls")),
    path("n/<uuid:network_id>/", include("zorgverband.agenda.urls")),
    path("n/<uuid:network_id>/", include("zorgverband.agreements.urls")),
    path("n/<uuid:network_id>/", include("zorgverband.control.urls")),
    path("n/<uuid:network_id>/", include("zorgverband.plan.urls")),
    path("n/<uuid:network_id>/", include("zorgverband.bottlenecks.urls")),
    path("n/<uuid:network_id>/", include("zorgverband.programmes.urls")),
    path("n/<uuid:network_id>/", include("zorgverband.record.urls")),
    path("n/<uuid:network_id>/", include("zorgverband.advice.urls")),
    path("n/<uuid:network_id>/", include("zorgverband.carers.urls")),
    path("n/<uuid:network_id>/", include("zorgverband.talks.urls")),
    path("n/<uuid:network_id>/", include("zorgverband.complaints.urls")),
    path("n/<uuid:network_id>/", include("zorgverband.papers.urls")),
    path("n/<uuid:network_id>/", include("zorgverband.album.urls")),
    path("n/<uuid:network_id>/", include("zorgverband.meetings.urls")),
    path("n/<uuid:network_id>/", include("zorgverband.meetings.urls_held")),
    path("n/<uuid:network_id>/", include("zorgverband.handovers.urls")),
    path("n/<uuid:network_id>/", include("zorgverband.helping.urls")),
    path("n/<uuid:network_id>/", include("zorgverband.fhir.urls")),
    path("n/<uuid:network_id>/", include("zorgverband.privacy.urls")),
    path("n/<uuid:network_id>/", include("zorgverband.export.urls")),
    path("n/<uuid:network_id>/", include("zorgverband.requests.urls")),
]
urlpatterns = _account + (_demo if settings.DEMO else []) + _rooms

handler400 = "zorgverband.config.failures.odd_request"
handler404 = "zorgverband.config.failures.not_found"
handler500 = "zorgverband.config.failures.failed"
