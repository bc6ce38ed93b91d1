"""Doing what was asked: correcting, removing, or keeping restricted."""

from uuid import UUID

from django.core.files.storage import default_storage
from django.db import transaction

from zorgverband.base import requesting
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.sharing.actions import edit_item, reply_to
from zorgverband.sharing.queries import item as readable_item

from ..models import Act, State
from ..queries import Asked
from .answering import asked_of, settle


class NotCorrected(Refusal):
    """Er is niets veranderd. Verander de tekst, of zeg nee met een reden."""


def grant_request(
    *,
    seat: Seat,
    person: UUID,
    request: UUID,
    answer: str = "",
    title: str = "",
    body: str = "",
    version: int = 0,
) -> None:
    """Say yes and do it. A correction by the author replaces the words (the earlier ones stay as a
    version); by another it is a reply under the item. A removal is for good.

    Raises NotHere, NotAskedOfYou, AlreadyAnswered, NotCorrected, or what editing raises.
    """
    found = asked_of(seat=seat, request=request)
    if found.act == Act.CORRECT:
        _correct(seat, person, found, answer, (title, body, version))
    settle(seat=seat, person=person, found=found, to=State.GRANTED, answer=answer)
    if found.act == Act.REMOVE:
        for name in requesting.remove_requested(request) or ():
            _forget_file(name)


def _correct(
    seat: Seat, person: UUID, found: Asked, answer: str, words: tuple[str, str, int]
) -> None:
    target = readable_item(network=seat.network, id=found.of_item)
    title, body, version = words
    if target["author_id"] != person:
        if not answer.strip():
            raise NotCorrected(field="answer")
        reply_to(seat=seat, person=person, item=found.of_item, body=answer)
        return
    if (title.strip(), body.strip()) == (target["title"], target["body"]):
        raise NotCorrected(field="body")
    edit_item(seat=seat, person=person, item=found.of_item, title=title, body=body, version=version)


def _forget_file(name: str) -> None:
    # Only once the removal stands: a file cannot be brought back.
    transaction.on_commit(lambda: default_storage.delete(name))
