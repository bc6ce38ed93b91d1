"""Devices somebody uses again: a cookie that says nothing of anybody, and what they said of the device.

The server keeps a hash of the cookie, the *mark*. A device that is shared has none of this.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from zorgverband.base.clock import now
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import NotHere, Refusal

from .devices import KNOWN_COOKIE, mark_of
from .models import OwnDevice
from .sessions import KNOWN, SHARED

_YEAR = 365 * 24 * 3600


class NotOnSharedDevice(Refusal):
    """Op een gedeeld toestel kan dit niet. Zeg eerst bij Toestellen dat het van u alleen is."""


@dataclass(frozen=True)
class Known:
    """One device that is somebody's own; `here`: the one they look with now."""

    id: UUID
    kind: str
    starts_at: datetime
    here: bool


def here(request: HttpRequest) -> str:
    """The mark of the device this request comes from; empty for a device without one, or shared."""
    if request.session.get(SHARED):
        return ""
    return mark_of(request.COOKIES.get(KNOWN_COOKIE, ""))


def recognise(request: HttpRequest) -> tuple[str, str]:
    """The cookie this device has or gets, and its mark. Raises NotOnSharedDevice."""
    if request.session.get(SHARED):
        raise NotOnSharedDevice()
    token = request.COOKIES.get(KNOWN_COOKIE) or secrets.token_urlsafe(32)
    request.session[KNOWN] = mark_of(token)
    return token, mark_of(token)


def keep_cookie(answer: HttpResponse, token: str) -> HttpResponse:
    """Have the browser keep it."""
    answer.set_cookie(
        KNOWN_COOKIE, token, max_age=_YEAR, httponly=True, samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip
    return answer


def is_own(request: HttpRequest, person: UUID) -> bool:
    """Whether this person said, and did not take back, that this device is theirs alone."""
    mark = here(request)
    running = OwnDevice.objects.filter(person_id=person, mark=mark, ends_at=None)
    return bool(mark) and running.exists()


def own_devices(request: HttpRequest, person: UUID) -> list[Known]:
    """The devices that are this person's own now, this one first."""
    rows = OwnDevice.objects.filter(person_id=person, ends_at=None).order_by("-starts_at")
    found = [Known(one.id, one.kind, one.starts_at, one.mark == here(request)) for one in rows]
    return sorted(found, key=lambda one: not one.here)


def make_own(*, person: UUID, mark: str, kind: str) -> None:
    """Note that this device is this person's alone from now on; safe to repeat."""
    row = OwnDevice(id=new_id(), person_id=person, mark=mark, kind=kind, starts_at=now())
    OwnDevice.objects.bulk_create([row], ignore_conflicts=True)


def end_own(*, person: UUID, device: UUID) -> None:
    """From now on it is not. What lies there is wiped at its next contact. Raises NotHere."""
    if not OwnDevice.objects.filter(id=device, person_id=person, ends_at=None).update(
        ends_at=now()
    ):
        raise NotHere()


def end_own_here(*, person: UUID, mark: str) -> None:
    """The same for the device with this mark."""
    OwnDevice.objects.filter(mark=mark, person_id=person, ends_at=None).update(ends_at=now())
