"""Signing in: allauth does the work; in a demo the page also offers its people with one click."""

from typing import Any

from allauth.account.models import Login
from allauth.account.views import LoginView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.webauthn.internal.flows import perform_passwordless_login
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zorgverband.base.locked import DemoPerson, demo_people
from zorgverband.networks.functions import label_of
from zorgverband.people import proof
from zorgverband.people.factors import factors_of
from zorgverband.people.models import Account
from zorgverband.people.sessions import SHARED, is_shared_device, remember_shared
from zorgverband.sharing.doors import own_door
from zorgverband.sharing.frame import basics, say

from .safety.overview import safe


class SignIn(LoginView):  # type: ignore[misc]  # allauth has no types
    """The sign-in page."""

    template_name = "account/login.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form, the frame, and in a demo whom one can be."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {
            **context,
            **basics(self.request),
            "wrong": _wrong(context["form"]),
            "via": (settings.OIDC_ID, settings.OIDC_NAME) if settings.OIDC_NAME else None,
            "shared_device": is_shared_device(self.request),
            "demo": _grouped(_choices()) if settings.DEMO else [],
        }

    def form_valid(self, form: Any) -> HttpResponse:
        """Right; keep whether others use this device too."""
        shared = self.request.POST.get("shared") == "1"
        self.request.session[SHARED] = shared
        return remember_shared(super().form_valid(form), shared=shared)


class SecondStep(AuthenticateView):  # type: ignore[misc]  # allauth has no types
    """The second step of signing in: a passkey, the code of the app or a recovery code."""

    template_name = "account/second_step.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The forms, the frame, and what the browser must sign."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        has = factors_of(self.stage.login.user)
        wrong = _("Dit klopt niet. Probeer het opnieuw, of neem een herstelcode.")
        tried = any(form.is_bound for form in (self.auth_form, self.webauthn_form) if form)
        return {
            **context,
            **basics(self.request),
            "passkey": context["js_data"]["request_options"] if has.passkeys else None,
            "code_app": bool(has.code_app),
            "wrong": wrong if tried else "",
        }


class WithPasskey(LoginWebAuthnView):  # type: ignore[misc]  # allauth has no types
    """Signing in with a passkey alone: the browser asks what to sign, and sends it."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Right: on to where they were going."""
        key = form.cleaned_data["credential"]
        onward = self.request.POST.get("next", "")
        login = Login(user=key.user, redirect_url=onward if safe(self.request, onward) else None)
        answer: HttpResponse = perform_passwordless_login(self.request, key, login)
        return answer

    def form_invalid(self, form: Any) -> HttpResponse:
        """Back to the sign-in page, with a sentence."""
        say(self.request, _("Het lukte niet met deze passkey. Log in met uw wachtwoord."), "error")
        return HttpResponseRedirect(reverse("account_login"))


_asked = require_http_methods(["GET", "HEAD", "POST"])
second_step = _asked(SecondStep.as_view())
with_passkey = _asked(WithPasskey.as_view())


def _wrong(form: Any) -> str:
    """What is wrong with what was filled in, in a sentence; empty for a fresh form."""
    if not form.is_bound or not form.errors:
        return ""
    codes = {error.code for errors in form.errors.as_data().values() for error in errors}
    if "too_many_login_attempts" in codes:
        return _("U probeerde te vaak in te loggen. Wacht 5 minuten en probeer het dan opnieuw.")
    return _(
        "Dit e-mailadres of wachtwoord klopt niet. Probeer het opnieuw, of vraag een nieuw "
        "wachtwoord."
    )


def _choices() -> list[dict[str, str]]:
    found: dict[str, list[DemoPerson]] = {}
    for row in demo_people():
        found.setdefault(row.key, []).append(row)
    return [
        {
            "key": key,
            "name": rows[0].name,
            "does": ", ".join(
                dict.fromkeys(row.described or label_of(row.function) for row in rows if row.side)
            ),
            "side": rows[0].side or "",
        }
        for key, rows in found.items()
    ]


FIRST = ("jannie", "marijke", "fatima", "anouk", "linda", "hanneke")


def _grouped(choices: list[dict[str, str]]) -> list[tuple[str, list[dict[str, str]]]]:
    """Whom to try first, then everybody else by side."""
    rest = [one for one in choices if one["key"] not in FIRST]
    by_key = {one["key"]: one for one in choices}
    groups = [
        (_("Begin hier"), [by_key[key] for key in FIRST if key in by_key]),
        (_("Cliënten, familie en buren"), [o for o in rest if o["side"] in ("client", "family")]),
        (_("Zorg"), [one for one in rest if one["side"] == "care"]),
        (_("Gemeente, welzijn en school"), [one for one in rest if one["side"] == "social"]),
    ]
    return [(title, people) for title, people in groups if people]


@require_POST
@own_door
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Become a demo person. This address exists in demo mode only."""
    wanted = request.POST.get("person", "")
    for row in demo_people():
        if row.key == wanted and settings.DEMO:
            account = Account.objects.get(pk=row.account)
            request.session.flush()
            login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
            proof.note(request, account, "demo")
            return HttpResponseRedirect("/")
    raise Http404
