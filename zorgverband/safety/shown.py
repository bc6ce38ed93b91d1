"""Looking in need in plain words: who, when, why, and what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base.viewer import Seat
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face
from zorgverband.sharing.doors import Here
from zorgverband.sharing.models import Emergency
from zorgverband.ui.addresses import address
from zorgverband.ui.dates import clock, clock_span, day_heading, local_day

from .queries import Looked, fresh_emergencies


@dataclass(frozen=True)
class Told:
    """One look in need, ready to print."""

    id: UUID
    title: str
    when: str
    reason: str
    href: str
    runs: bool
    open: bool
    mine: bool
    judgement: str
    judged: str
    remark: str


def told_to(
    here: Here,
    people: Mapping[UUID, Face],
    names: Mapping[UUID, str],
    found: Sequence[Looked] | None = None,
) -> list[Told]:
    """What the first pages tell this person of looks in need by others. The lock decides; who can
    never see any is not asked for in vain. `found` saves a statement when the view has it."""
    seat = here.seat
    concerned = (
        seat.side == Side.CLIENT
        or seat.coordinator
        or any(
            keys.control and about not in (seat.member, seat.network)
            for about, keys in seat.abouts.items()
        )
    )
    if seat.side == Side.SOCIAL or not concerned:
        return []
    if found is None:
        found = fresh_emergencies(network=here.network, but=here.person)
    return show(found, seat=seat, people=people, names=names)


def show(
    found: Sequence[Looked], *, seat: Seat, people: Mapping[UUID, Face], names: Mapping[UUID, str]
) -> list[Told]:
    """These looks in words, for the person on this seat."""
    return [_told(one, seat, people, names) for one in found]


def _told(one: Looked, seat: Seat, people: Mapping[UUID, Face], names: Mapping[UUID, str]) -> Told:
    judged = one.reviewed_at
    return Told(
        id=one.id,
        title=_title(one, seat, people, names),
        when=_when(one),
        reason=one.reason,
        href=address("emergency", network_id=one.network_id, emergency_id=one.id),
        runs=one.runs,
        open=one.open,
        mine=one.member_id == seat.member,
        judgement=str(Emergency.Judgement(one.judgement).label) if one.judgement else "",
        judged=_("%(name)s, %(day)s om %(time)s")
        % {
            "name": names.get(one.reviewed_by_id or one.id, _("Iemand")),
            "day": _day(judged),
            "time": clock(judged),
        }
        if judged
        else "",
        remark=one.remark,
    )


def _title(one: Looked, seat: Seat, people: Mapping[UUID, Face], names: Mapping[UUID, str]) -> str:
    face = people.get(one.member_id)
    who = names.get(one.person_id) or (face.name if face else _("Iemand"))
    if face and face.function:
        who = _("%(name)s (%(function)s)") % {"name": who, "function": face.function}
    if one.client_id == seat.member:
        return _("%(who)s heeft in nood in uw dossier gekeken.") % {"who": who}
    client = people.get(one.client_id)
    return _("%(who)s heeft in nood in het dossier van %(client)s gekeken.") % {
        "who": who,
        "client": client.name if client else _("iemand"),
    }


def _when(one: Looked) -> str:
    words = {"day": day_heading(one.starts_at), "time": clock_span(one.starts_at, one.ends_at)}
    if one.runs:
        return _("Dit is nu bezig, tot %(time)s.") % {"time": clock(one.ends_at)}
    if local_day(one.starts_at) != local_day(one.ends_at):
        words["time"] = f"{clock(one.starts_at)} {_('tot')} {clock(one.ends_at)}"
    return _("%(day)s van %(time)s.") % words


def _day(moment: object) -> str:
    return day_heading(moment).lower()  # type: ignore[arg-type]
