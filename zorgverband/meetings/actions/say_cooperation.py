"""Saying how one finds that people work together, once each half year; read by whom one chooses."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base.refusals import AlreadyDone, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.networks.queries import faces
from zorgverband.sharing.actions import share
from zorgverband.sharing.circles import EVERYONE as ALL
from zorgverband.sharing.circles import OWN
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.sentences import kept_words

from ..cooperation import HIGHEST, LOWEST, STATEMENTS, coordinators, half_now
from ..models import Cooperation

EVERYONE, COORDINATOR, NOBODY = "everyone", "coordinator", "nobody"


class NoScore(Refusal):
    """Kies bij ten minste één zin een cijfer."""


class SaidAlready(AlreadyDone):
    """U gaf dit half jaar al antwoord. Over een half jaar vragen wij het opnieuw."""


def say_cooperation(
    *, seat: Seat, person: UUID, scores: Sequence[int], words: str = "", readers: str = NOBODY
) -> UUID:
    """Keep the answer of this half year: a score of 1 to 5 for each statement, 0 for none; answer the
    id of the item. It counts in the mean of who may read it: who answers is told so.

    Raises NoScore, SaidAlready, and what `share` raises.
    """
    given = [one if LOWEST <= one <= HIGHEST else 0 for one in scores][: len(STATEMENTS)]
    if not any(given):
        raise NoScore(field="score-1")
    half = half_now()
    if Cooperation.objects.filter(network_id=seat.network, person_id=person, half=half).exists():
        raise SaidAlready()
    with kept_words():
        title = _("Hoe wij samenwerken")
    item = share(
        seat=seat, person=person, about=seat.network, subject=Subject.ARRANGEMENTS,
        kind="cooperation", title=title, body=words, in_news=False, tell=False,
        audience=_audience(seat, readers), circle=ALL if readers == EVERYONE else OWN,
    )  # fmt: skip
    given += [0] * (len(STATEMENTS) - len(given))
    row = Cooperation(
        item_id=item.id, network_id=seat.network, person_id=person, half=half, scores=given
    )
    Cooperation.objects.bulk_create([row])
    return item.id


def _audience(seat: Seat, readers: str) -> list[UUID] | None:
    if readers == EVERYONE:
        return None
    if readers == COORDINATOR:
        return sorted({seat.member, *coordinators(faces(seat.network))})
    return [seat.member]
