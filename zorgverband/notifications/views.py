"""'Meldingen': when somebody wants to hear of what, and on which devices."""

from dataclasses import asdict, replace
from datetime import datetime, time, timedelta

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base import clock, telling
from zorgverband.base.refusals import Refusal
from zorgverband.people import known_devices
from zorgverband.people.devices import LABELS
from zorgverband.sharing.doors import Outside, person_door
from zorgverband.sharing.frame import page_across, say

from . import forms
from .actions import set_preferences
from .kinds import Pace
from .queries import Wishes, wishes
from .subscribing import devices_with_messages
from .views_push import push_key


@require_http_methods(["GET", "POST"])
@person_door
def notification_settings(here: Outside) -> HttpResponse:
    """Show or keep how soon this person wants to hear of each kind, and their quiet hours."""
    if here.request.method != "POST":
        return _show(here, wishes(here.person))
    try:
        chosen = forms.read(here.request.POST)
        set_preferences(person=here.person, **asdict(chosen))
    except Refusal as refusal:
        return _show(here, _typed(here), refusal)
    say(here.request, _("Bewaard. Dit geldt voor wat er vanaf nu gebeurt."))
    return HttpResponseRedirect(reverse("notification_settings"))


def _show(here: Outside, now: Wishes, refusal: Refusal | None = None) -> HttpResponse:
    start, end = last_week()
    mark = known_devices.here(here.request)
    devices = devices_with_messages(person=here.person, here=mark)
    return page_across(
        here, "notifications/settings.html", current="more_across",
        status=refusal.status if refusal else 200, refusal=refusal, wishes=now, devices=devices,
        labels=LABELS, push_key=push_key(), on_here=any(one.here for one in devices),
        groups=forms.groups(now, telling.told_between(start=start, end=end)), hours=forms.hours(),
        address=getattr(here.request.user, "email", ""),
    )  # fmt: skip


def _typed(here: Outside) -> Wishes:
    """What stands now, with over it what was filled in as far as it can be read."""
    asked, now = here.request.POST, wishes(here.person)
    typed = {kind: asked.get(f"pace_{kind}", "") for kind in now.paces}
    paces = now.paces | {kind: Pace(pace) for kind, pace in typed.items() if pace in Pace.values}
    peace = replace(now.peace, quiet="quiet" in asked, work_hours="work_hours" in asked)
    return replace(now, paces=paces, peace=peace)


def last_week() -> tuple[datetime, datetime]:
    """From Monday to Monday, the week before this one, where the clients live."""
    today = clock.today()
    monday = datetime.combine(today - timedelta(days=today.weekday()), time(), tzinfo=clock.HOME)
    return monday - timedelta(days=7), monday
