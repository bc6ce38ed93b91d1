"""Handing a network to a substitute for some days, and taking it back before these are over."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.contrib.postgres.functions import TransactionNow
from django.db.models.functions import Greatest

from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.base.moments import now_at_the_latest
from zorgverband.base.refusals import NotHere, NotYours, Refusal
from zorgverband.base.repeating import moment_of
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.models import Side, Substitute
from zorgverband.networks.substitutes import substitutes

from .remove import must_be_there

AT_MOST = timedelta(days=92)
_MORNING = time()


class NotTheCoordinator(NotYours):
    """Alleen de coördinator kiest wie waarneemt."""


class NotAsSubstitute(Refusal):
    """Kies een hulpverlener van zorg of gemeente die hier meedoet, en niet uzelf."""


class NoSuchDays(Refusal):
    """Kies een begin vanaf vandaag, en een einde daarna. Het mag drie maanden duren."""


class SomebodyAlready(Refusal):
    """In deze dagen neemt er al iemand waar. Stop dat eerst."""

    status = 409


def name_substitute(
    *, seat: Seat, person: UUID, member: UUID | None, first: date | None, last: date | None
) -> None:
    """Have `member` look after this network from the first to the last day. Nobody reads more or less
    by it. Raises NotTheCoordinator, NotAsSubstitute, NoSuchDays, SomebodyAlready, NotHere."""
    if not seat.coordinator:
        raise NotTheCoordinator()
    starts, ends = _days(first, last)
    if member is None or member == seat.member:
        raise NotAsSubstitute(field="member")
    to_person = _person_behind(seat, member)
    if any(one.starts_at < ends and starts < one.ends_at for one in substitutes(seat.network)):
        raise SomebodyAlready(field="first")
    row = Substitute(
        id=new_id(), network_id=seat.network, coordinator_id=seat.member, substitute_id=member,
        named_by_id=person, ends_at=ends,
        starts_at=now_at_the_latest() if first == clock.today() else starts,
    )  # fmt: skip
    Substitute.objects.bulk_create([row])
    record(verb="substitute_named", network=seat.network, person=person, member=member)
    if to_person:
        record(verb="substitute_asked", network=seat.network, person=person, member=member,
               to_person=to_person)  # fmt: skip


def _days(first: date | None, last: date | None) -> tuple[datetime, datetime]:
    """From the beginning of the first day (now, when that is today) to the end of the last."""
    today = clock.today()
    if first is None or last is None or not today <= first <= last <= first + AT_MOST:
        raise NoSuchDays(field="last" if first and first >= today else "first")
    starts = clock.now() if first == today else moment_of(first, _MORNING)
    return starts, moment_of(last + timedelta(days=1), _MORNING)


def _person_behind(seat: Seat, member: UUID) -> UUID | None:
    """The person behind this professional, none for a team."""
    chosen = must_be_there(seat, member)
    if chosen["side"] not in (Side.CARE, Side.SOCIAL):
        raise NotAsSubstitute(field="member")
    return chosen["person_id"] if isinstance(chosen["person_id"], UUID) else None


def end_substitute(*, seat: Seat, person: UUID, substitute: UUID) -> None:
    """From now the coordinator looks after it again. For the coordinator and who substitutes; raises
    NotHere for what is over, NotYours for others."""
    rows = Substitute.objects.filter(
        network_id=seat.network, id=substitute, ends_at__gt=clock.now()
    )
    member = rows.values_list("substitute_id", flat=True).first()
    if member is None:
        raise NotHere()
    if not rows.update(ends_at=Greatest(TransactionNow(), "starts_at")):
        raise NotYours()
    record(verb="substitute_ended", network=seat.network, person=person, member=member)
