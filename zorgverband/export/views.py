"""'Mijn dossier meenemen': asking for it, and downloading it."""

import time
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import IO, cast
from uuid import UUID

from django.core.files.storage import default_storage
from django.db import transaction
from django.http import FileResponse, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from zorgverband.base import clock, taking
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.viewer import enter
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.doors import EXECUTE, Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.sharing.step_up import step_up

from .actions import ask_archive
from .archive import file_name, write_archive
from .contents import gather
from .models import Taking
from .shown import Choice, choices, offered

# Seconds between two questions whether somebody may still have the rest of an archive.
ASK_AGAIN = 1.0


class NothingOfYours(Refusal):
    """Hier is niets dat over u gaat. Het dossier is van de cliënt, of van wie namens hem beslist."""

    status = 403


class NoLongerYours(Refusal):
    """In dit bestand staat iets dat u niet meer mag lezen. Maak een nieuw bestand."""

    status = 410


class NotReady(Refusal):
    """Dit bestand is nog niet klaar, of het is weg. Kijk straks nog eens, of maak een nieuw bestand."""

    status = 410


@require_safe
@network_door
def take_along(here: Here) -> HttpResponse:
    """What one can take along, and what is ready."""
    people = faces(here.network)
    return page(
        here,
        "export/take_along.html",
        current="more",
        people=people,
        choices=_choices(here, people),
        offered=offered(here.person, here.network, people),
    )


def _choices(here: Here, people: dict[UUID, Face]) -> list[Choice]:
    found = choices(taking.takes_of(here.network), people, here.seat.member)
    if not found:
        raise NothingOfYours()
    return found


@require_POST
@network_door
@step_up
def make_archive(here: Here) -> HttpResponse:
    """Ask for a record; a small one can be saved at once, a large one is made in the background."""
    found = {str(one.about): one.about for one in _choices(here, faces(here.network))}
    asked = here.request.POST.get("about", "") or next(iter(found))
    if asked not in found:
        raise NotHere()
    ask_archive(seat=here.seat, person=here.person, about=found[asked])
    return HttpResponseRedirect(reverse("take_along", kwargs={"network_id": here.network}))


@require_safe
@network_door
@step_up
def download_taking(here: Here, taking_id: UUID) -> FileResponse:
    """The archive itself; every item in it is noted as taken along."""
    row = Taking.objects.filter(
        id=taking_id, network_id=here.network, person_id=here.person, removed_at=None
    ).first()
    if row is None or row.until <= clock.now():
        raise NotHere()
    return _kept(here, row) if row.large else _fresh(here, row)


def _fresh(here: Here, row: Taking) -> FileResponse:
    contents = gather(seat=here.seat, person=here.person, about=row.about_id)
    # Not large, so it fits in memory and touches no disk.
    archive = BytesIO()
    write_archive(archive, contents)
    return _send(here, row, archive, [item["id"] for item in contents.items])


def _kept(here: Here, row: Taking) -> FileResponse:
    if not row.stored_as or not default_storage.exists(row.stored_as):
        raise NotReady()
    if not taking.all_theirs(network=here.network, about=row.about_id, items=row.items):
        raise NoLongerYours()
    return _send(here, row, default_storage.open(row.stored_as), row.items)


def _send(here: Here, row: Taking, archive: IO[bytes], items: list[UUID]) -> FileResponse:
    for item in items:
        here.touch(EXECUTE, item)
    response = FileResponse(
        archive, content_type="application/zip", filename=file_name(), as_attachment=True
    )
    response.headers["Cache-Control"] = "private, no-store"
    pieces = cast("Iterator[bytes]", response.streaming_content)
    response.streaming_content = _as_long_as_theirs(here, row.about_id, items, pieces)
    return response


def _as_long_as_theirs(
    here: Here, about: UUID, items: list[UUID], pieces: Iterable[bytes]
) -> Iterator[bytes]:
    """The pieces of the archive; on a slow line the rule is asked again, and who lost the right
    to anything in it gets no more. The browser then says that the download failed."""
    asked = time.monotonic()
    for piece in pieces:
        if time.monotonic() - asked >= ASK_AGAIN:
            with transaction.atomic():
                enter(person=here.person, networks=[here.network])
                theirs = taking.all_theirs(network=here.network, about=about, items=items)
            if not theirs:
                return
            asked = time.monotonic()
        yield piece
