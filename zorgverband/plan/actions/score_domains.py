"""'Hoe gaat het hiermee?': a score from 1 to 5 per life domain, by the client or by somebody else."""

from collections.abc import Mapping
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.sharing.actions import share
from zorgverband.ui.sentences import kept_words

from ..domains import DOMAINS
from ..kinds import SCORE
from ..models import PlanPart


class NothingScored(Refusal):
    """Kies bij ten minste één deel van het leven hoe het gaat."""


def score_domains(
    *, seat: Seat, person: UUID, about: UUID, values: Mapping[str, int]
) -> list[PlanPart]:
    """Keep these scores (1 to 5, by domain), each an item under the subject of its domain; the ones
    they said before stay to be seen. By the client when they say it of themselves.

    Raises NothingScored, and what `share` raises.
    """
    known = {code: value for code, value in values.items() if code in DOMAINS and 1 <= value <= 5}
    if not known:
        raise NothingScored(field="score")
    return [_score(seat, person, about, code, value) for code, value in known.items()]


def _score(seat: Seat, person: UUID, about: UUID, code: str, value: int) -> PlanPart:
    one, by_client = DOMAINS[code], seat.member == about
    with kept_words():
        title = str(one.label)
    item = share(
        seat=seat, person=person, about=about, subject=one.subject, kind="plan_score",
        title=title, in_news=False, tell=False,
    )  # fmt: skip
    PlanPart.objects.filter(
        network_id=seat.network, kind=SCORE, ended_at=None, domain=code, said_by_id=seat.member,
        item__about_id=about,
    ).update(ended_at=clock.now(), ended_by_id=person)  # fmt: skip
    row = PlanPart(
        item_id=item.id, network_id=seat.network, kind=SCORE, domain=code, value=value,
        by_client=by_client, said_by_id=seat.member,
    )  # fmt: skip
    PlanPart.objects.bulk_create([row])
    return row
