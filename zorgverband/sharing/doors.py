"""Doors: what stands around every page that shows something of a network.

A door knows who is looking, hangs their keys on the transaction, lets the same POST in once, looks
once more whether those keys still hold when the answer is ready, and writes the access log from
what the answer shows. Without its log row no page leaves.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils import translation

from zorgverband.base import once
from zorgverband.base.look import look_all, look_if_still, shown_in
from zorgverband.base.refusals import AlreadyDone, NotHere, SecondFactorFirst
from zorgverband.base.subscribing import Bearer
from zorgverband.base.viewer import Seat, Viewer, enter, networks_of, still
from zorgverband.networks.models import Side
from zorgverband.people.models import Person
from zorgverband.ui.addresses import page_of

Rest = ParamSpec("Rest")
READ, CREATE, UPDATE, DELETE, EXECUTE = "R", "C", "U", "D", "E"
_ONWARD = (204, 301, 302, 303)


@dataclass
class Here:
    """Where somebody is: the request, who they are, and the network they look at. `through` is the
    door that stands in the log, when the name of the address does not tell it."""

    request: HttpRequest
    person: UUID
    viewer: Viewer
    network: UUID
    seat: Seat
    touched: dict[str, set[UUID]] = field(default_factory=dict)
    through: str = ""

    def touch(self, action: str, item: UUID) -> None:
        """Note for the access log that this request did `action` with `item`."""
        self.touched.setdefault(action, set()).add(item)

    def log_now(self, action: str, item: UUID) -> None:
        """Write it in the access log at once: for an item that is gone after this request."""
        look_all(touched={action: {item}}, **_where(self))


@dataclass
class Outside:
    """Where somebody is who looks over several networks, or at what is only theirs."""

    request: HttpRequest
    person: UUID
    touched: dict[str, set[UUID]] = field(default_factory=dict)
    through: str = ""


Place = TypeVar("Place", Here, Outside)
NetworkView = Callable[Concatenate[Here, Rest], HttpResponseBase]
PersonView = Callable[Concatenate[Outside, Rest], HttpResponseBase]
View = Callable[..., HttpResponseBase]
TIMES = 3


class StillChanging(AlreadyDone):
    """Er veranderde iets terwijl u keek. Laad de bladzijde opnieuw."""


def network_door(view: NetworkView[Rest]) -> View:
    """For pages of one network, `network_id` in their address: 404 for who has no seat there."""

    @wraps(view)
    def opened(
        request: HttpRequest, network_id: UUID, *args: Rest.args, **kwargs: Rest.kwargs
    ) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(page_of(request))
        person = request.user.person_id

        def arrive() -> Here:
            viewer = enter(person=person, networks=[network_id])
            _greet(request, person)
            seat = viewer.seat(network_id)
            _note_work(request, seat)
            return Here(request, person, viewer, network_id, seat)

        return _answer(request, arrive, lambda here: view(here, *args, **kwargs))

    opened.door = "network"  # type: ignore[attr-defined]
    return opened


def person_door(view: PersonView[Rest]) -> View:
    """For pages that are somebody's own, or over several networks (the view enters those). Who would
    find nothing there without a second factor is asked for it."""
    return _person_door(view, weak_too=False)


def account_door(view: PersonView[Rest]) -> View:
    """For the pages about signing in, which must open before there is a second factor."""
    return _person_door(view, weak_too=True)


def _person_door(view: PersonView[Rest], *, weak_too: bool) -> View:
    @wraps(view)
    def opened(request: HttpRequest, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(page_of(request))
        person = request.user.person_id

        def arrive() -> Outside:
            viewer = enter(person=person)
            if viewer.withheld and not weak_too and not networks_of(person):
                raise SecondFactorFirst()
            _greet(request, person)
            return Outside(request, person)

        try:
            return _answer(request, arrive, lambda here: view(here, *args, **kwargs))
        except NotHere:
            # What a second factor would show is not "not there".
            if enter(person=person).withheld and not weak_too:
                raise SecondFactorFirst() from None
            raise

    opened.door = "person"  # type: ignore[attr-defined]
    return opened


def bearer_door(bearer: Callable[[str], Bearer | None]) -> Callable[[View], View]:
    """For what a program reads at a secret address, `token` in it, without a session: as the person whose
    address it is, through the seat it was made for. 404, the same, for all that does not open."""

    def around(view: View) -> View:
        @wraps(view)
        def opened(request: HttpRequest, token: str) -> HttpResponseBase:
            who = bearer(token)
            if who is None:
                raise NotHere()

            def arrive() -> Here:
                viewer = enter(person=who.person, networks=[who.network])
                seat = viewer.seat(who.network)
                if seat.member != who.member:
                    raise NotHere()
                return Here(request, who.person, viewer, who.network, seat)

            with translation.override(who.language):
                return _looked(request, arrive, lambda here: view(here, who))

        opened.door = "open"  # type: ignore[attr-defined]
        return opened

    return around


def _greet(request: HttpRequest, person: UUID) -> None:
    """Once per session: how this person is called, and whether there are networks to choose from."""
    if "name" not in request.session:
        request.session["name"] = Person.objects.get(pk=person).name
        note_networks(request, networks_of(person))


def note_networks(request: HttpRequest, networks: Sequence[UUID]) -> None:
    """What the menu hangs on: whether there are networks to choose from, or just the one."""
    request.session["many"] = len(networks) > 1
    request.session["only"] = str(networks[0]) if len(networks) == 1 else ""


def _note_work(request: HttpRequest, seat: Seat) -> None:
    """From the first network of their work on a session knows that somebody is here for their work."""
    if seat.side in (Side.CARE, Side.SOCIAL) and not request.session.get("works"):
        request.session["works"] = True


def _answer(
    request: HttpRequest, arrive: Callable[[], Place], view: Callable[[Place], HttpResponseBase]
) -> HttpResponseBase:
    if request.method != "POST":
        return _looked(request, arrive, view)
    here, response = _changed(request, arrive, view)
    look_all(touched=here.touched, **_where(here))
    return response


def _looked(
    request: HttpRequest, arrive: Callable[[], Place], view: Callable[[Place], HttpResponseBase]
) -> HttpResponseBase:
    """Make the answer, and make it anew when the keys it was made with hold no more. Who has no
    seat by then finds nothing here. Raises StillChanging when it keeps changing."""
    said = request.session.get("said", ())
    for _time in range(TIMES):
        here = arrive()
        response = view(here)
        here.touched.setdefault(READ, set()).update(_shown(response))
        if look_if_still(touched=here.touched, **_where(here)):
            return response
        # Not `close`: that says that the whole request is over.
        for put_away in response._resource_closers:  # type: ignore[attr-defined]
            put_away()
        # What was to be said once was on the answer that did not leave.
        request.session["said"] = said
    raise StillChanging()


def _shown(response: HttpResponseBase) -> set[UUID]:
    if isinstance(response, HttpResponse) and "html" in response.headers.get("Content-Type", ""):
        return shown_in(response.content)
    return set()


def _changed(
    request: HttpRequest, arrive: Callable[[], Place], view: Callable[[Place], HttpResponseBase]
) -> tuple[Place, HttpResponseBase]:
    """Do what was posted, once. An answer that shows something and whose keys hold no more does not
    leave, and nothing of the act stays."""
    here = arrive()
    response = _once(request, here.person, lambda: view(here))
    if _shows(response) and not still():
        arrive()
        raise StillChanging()
    here.touched.setdefault(READ, set()).update(_shown(response))
    return here, response


def _shows(response: HttpResponseBase) -> bool:
    return (
        "html" in response.headers.get("Content-Type", "") and response.status_code not in _ONWARD
    )


def _where(here: Here | Outside) -> dict[str, str]:
    found = here.request.resolver_match
    return {
        "door": here.through or (found and found.url_name) or "",
        "address": here.request.META.get("REMOTE_ADDR", ""),
    }


def only_shows(response: HttpResponse) -> HttpResponse:
    """Mark the answer to a form that was sent only to see it in another way: nothing was done, so the
    same form may be sent once more, and be done then."""
    response.only_shows = True  # type: ignore[attr-defined]
    return response


class _Undone(Exception):
    """Carries an answer out of a transaction that must leave nothing behind."""

    def __init__(self, response: HttpResponseBase) -> None:
        super().__init__("undone")
        self.response = response


def _once(
    request: HttpRequest, person: UUID, view: Callable[[], HttpResponseBase]
) -> HttpResponseBase:
    key = once.request_key(request)
    try:
        with transaction.atomic():
            earlier = once.claim(person=person, key=key)
            if earlier:
                return _repeat(earlier)
            response = view()
            if response.status_code >= 400 or getattr(response, "only_shows", False):
                raise _Undone(response)
            once.remember(
                person=person,
                key=key,
                status=response.status_code,
                location=response.headers.get("Location", response.headers.get("HX-Location", "")),
            )
    except _Undone as undone:
        return undone.response
    once.count_sent(request)
    return response


def _repeat(earlier: once.Earlier) -> HttpResponse:
    if earlier.location:
        return HttpResponseRedirect(earlier.location)
    return HttpResponse(status=earlier.status or 204)


def own_door(view: Callable[..., HttpResponseBase]) -> Any:
    """For the few POSTs of who is not signed in or that are idempotent by nature; marks them so
    that the doors table knows they were thought about."""
    view.door = "open"  # type: ignore[attr-defined]
    return view
