"""Giving an advice: about whom, what, which way or how much, how long, by whom; from a message or not."""

import re
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.sharing.actions import share
from zorgverband.sharing.circles import EVERYONE, FAMILY_CARE, OWN
from zorgverband.sharing.models import Item
from zorgverband.sharing.source import as_source
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.sentences import kept_words

from ..models import Advice, Direction
from ..topics import TOPICS
from ..wording import advice_words
from .end_advice import finish

_ATC = re.compile(r"[A-Z]\d\d[A-Z]{2}\d\d")


class NoTopic(Refusal):
    """Kies waar het advies over gaat."""


class NoDirection(Refusal):
    """Kies wat het advies is: wel doen, niet doen, meer, minder, of hoeveel."""


class NoAmount(Refusal):
    """Vul in hoeveel, bijvoorbeeld 1,5 tot 2, en kies waarin u dat telt."""


class WrongWayRound(Refusal):
    """Het eerste getal is hoger dan het tweede. Draai ze om."""


class NotNamed(Refusal):
    """Vul in om welk medicijn, welke wond of welk ding het gaat."""


class NoSuchCode(Refusal):
    """Dit is geen ATC-code. Die ziet eruit als C03CA01. U mag dit ook leeg laten."""


class EndsBeforeItStarts(Refusal):
    """De laatste dag is eerder dan de eerste dag. Kies een latere dag."""


@dataclass(frozen=True)
class Told:
    """What an advice says, and who gave it; fields as in `models.Advice`."""

    topic: str
    direction: str
    what: str = ""
    code: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    by_member: UUID | None = None
    by_name: str = ""

    def check(self) -> None:
        """Raise the first thing that is wrong with it."""
        if self.topic not in TOPICS:
            raise NoTopic(field="topic")
        if self.direction not in Direction.values:
            raise NoDirection(field="direction")
        if TOPICS[self.topic].specific and not self.what:
            raise NotNamed(field="what")
        if self.code and not _ATC.fullmatch(self.code):
            raise NoSuchCode(field="code")
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise EndsBeforeItStarts(field="ends_on")
        if self.direction == Direction.AMOUNT:
            self._check_amount()

    def _check_amount(self) -> None:
        if self.unit not in TOPICS[self.topic].units:
            raise NoAmount(field="low")
        if self.low is None and self.high is None:
            raise NoAmount(field="low")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise WrongWayRound(field="low")


def give_advice(
    *,
    seat: Seat,
    person: UUID,
    about: UUID,
    subject: Subject,
    told: Told,
    why: str = "",
    source: UUID | None = None,
    instead_of: UUID | None = None,
) -> Item:
    """Write down an advice about a client or household. Made from a message (`source`) it is about the
    same, under the same subject, and has no more readers than that message has now. `instead_of` ends
    an older advice. Raises what `Told.check` and `share` raise, NotHere, and ChangedAlready when the
    older one was ended before."""
    told.check()
    audience = None
    if source is not None:
        found = as_source(network=seat.network, item=source)
        about, subject, audience = found.about, found.subject, found.audience
    with kept_words():
        title = advice_words(asdict(told))
    if instead_of is not None:
        finish(seat=seat, person=person, item=instead_of)
    circle = FAMILY_CARE if subject.medical else EVERYONE
    item = share(
        seat=seat, person=person, about=about, subject=subject, kind="advice", title=title,
        body=why, audience=audience, circle=circle if audience is None else OWN,
        made_from=source,
    )  # fmt: skip
    columns = asdict(told)
    by = columns.pop("by_member")
    row = Advice(
        item=item, network_id=seat.network, about_id=about, source_id=source,
        instead_of_id=instead_of, by_member_id=by, **columns,
    )  # fmt: skip
    Advice.objects.bulk_create([row])
    return item
