"""Sessions that know whose they are: kept in the database, listed for their owner, ended at once.

Django's own store with a row of ours: account, kind of device, last use. On a shared device a session
ends after a few minutes in which nobody asked for a page.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore as InDatabase
from django.http import HttpRequest, HttpResponse

from zorgverband.base.clock import now
from zorgverband.base.own_devices import end_own_devices

from .devices import KNOWN_COOKIE, device_of, mark_of
from .models import Account, OwnDevice, Session

SHARED, DEVICE, BEGUN, KNOWN = "shared", "device", "begun", "known"
SHARED_COOKIE = "shared_device"
# With this a device fetches pages to keep; nobody looks at them now.
FOR_LATER = "X-Kept"
EACH = timedelta(minutes=1)


class SessionStore(InDatabase):
    """Django's sessions in the database, in rows of ours. Named by SESSION_ENGINE."""

    _used_at: datetime | None = None

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """Rows that know their account."""
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """The row for what the session holds."""
        row = super().create_model_instance(data)
        assert isinstance(row, Session)
        row.account_id = data.get("_auth_user_id")
        row.device, row.shared = data.get(DEVICE, ""), bool(data.get(SHARED))
        row.known = data.get(KNOWN, "")
        row.used_at = now()
        row.begun_at = datetime.fromtimestamp(data.get(BEGUN) or row.used_at.timestamp(), UTC)
        row.expire_date = row.used_at + lifetime(shared=row.shared)
        return row

    def _get_session_from_db(self) -> Session | None:
        row: Session | None = super()._get_session_from_db()  # type: ignore[misc]
        self._used_at = row.used_at if row else None
        return row

    def touch(self) -> None:
        """Note that it is used, at most once a minute, without rewriting what it holds."""
        at = now()
        if self._used_at is None or at - self._used_at < EACH:
            return
        Session.objects.filter(pk=self.session_key).update(
            used_at=at, expire_date=at + lifetime(shared=bool(self.get(SHARED)))
        )


def lifetime(*, shared: bool) -> timedelta:
    """How long a session stands after its last use."""
    return timedelta(seconds=settings.SHARED_IDLE if shared else settings.SESSION_COOKIE_AGE)


def attend(request: HttpRequest) -> None:
    """Note with which kind of device this session was begun, and that it is used."""
    session: Any = request.session
    if DEVICE not in session:
        session[DEVICE] = device_of(request.headers.get("User-Agent", ""))
        session[BEGUN] = now().timestamp()
        session.setdefault(KNOWN, mark_of(request.COOKIES.get(KNOWN_COOKIE, "")))
        session.setdefault(SHARED, is_shared_device(request))
        Session.objects.filter(expire_date__lt=now()).delete()
    # What a page fetches by itself is no sign that somebody is there.
    if "HX-Request" not in request.headers and FOR_LATER not in request.headers:
        session.touch()


def is_shared_device(request: HttpRequest) -> bool:
    """Whether somebody said in this browser that others use it too."""
    return request.COOKIES.get(SHARED_COOKIE) == "1"


def remember_shared(answer: HttpResponse, *, shared: bool) -> HttpResponse:
    """Keep that in the browser, for who signs in next; no more than that."""
    if shared:
        answer.set_cookie(
            SHARED_COOKIE, "1", max_age=365 * 24 * 3600, httponly=True, samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )  # fmt: skip
    else:
        answer.delete_cookie(SHARED_COOKIE)
    return answer


@dataclass(frozen=True)
class Device:
    """Somewhere this account is signed in. `mark` names it on its owner's page; the key of a session
    never leaves the server."""

    mark: str
    kind: str
    begun_at: datetime
    used_at: datetime
    shared: bool
    here: bool
    own: bool = False


def devices_of(account: Account, *, here: str) -> list[Device]:
    """Where this account is signed in now, the session with key `here` first, then by last use."""
    own = {one.mark for one in OwnDevice.objects.filter(ends_at=None)}
    rows = [
        Device(
            _mark(row), row.device, row.begun_at, row.used_at, row.shared, row.pk == here,
            row.known in own,
        )
        for row in _standing(account)
    ]  # fmt: skip
    return sorted(rows, key=lambda one: (not one.here, -one.used_at.timestamp()))


def end_one(account: Account, *, mark: str) -> None:
    """End one of this account's sessions, and that its device is its person's own; safe to repeat."""
    for row in _standing(account):
        if _mark(row) == mark:
            if row.known:
                end_own_devices(account.pk, only=row.known)
            row.delete()


def end_others(account: Account, *, keep: str = "") -> None:
    """End all sessions of this account but the one with this key, and what was said of the devices."""
    kept = Session.objects.filter(account=account, pk=keep).values_list("known", flat=True)
    end_own_devices(account.pk, but=kept.first() or "")
    Session.objects.filter(account=account).exclude(pk=keep).delete()


def _mark(row: Session) -> str:
    return hashlib.sha256(row.pk.encode()).hexdigest()[:16]


def _standing(account: Account) -> Any:
    return Session.objects.filter(account=account, expire_date__gt=now())
