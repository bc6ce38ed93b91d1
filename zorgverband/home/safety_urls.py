"""Addresses of 'Inloggen en veiligheid'."""

from django.urls import path

from .views.safety import code_app, devices, overview, passkeys, password, recovery, stopping

urlpatterns = [
    path("", overview.safety, name="safety"),
    path("tweede-stap/", overview.second_factor, name="second_factor"),
    path("wachtwoord/", password.password, name="password"),
    path("passkeys/", passkeys.passkeys, name="passkeys"),
    path("passkeys/<int:passkey_id>/weg/", passkeys.forget_passkey, name="forget_passkey"),
    path("code-app/", code_app.code_app, name="code_app"),
    path("code-app/uit/", code_app.stop_code_app, name="stop_code_app"),
    path("herstelcodes/", recovery.recovery_codes, name="recovery_codes"),
    path("herstelcodes/nieuw/", recovery.new_recovery_codes, name="new_recovery_codes"),
    path("toestellen/", devices.devices, name="devices"),
    path("toestellen/uitloggen/", devices.sign_out_there, name="sign_out_there"),
    path("toestellen/gedeeld/", devices.share_device, name="share_device"),
    path("organisatie/", stopping.provider, name="provider"),
    path("stoppen/", stopping.stop_account, name="stop_account"),
]
