"""Personal links by which somebody passes something on without signing in: making and ending them."""

from datetime import timedelta
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.base.moments import now_at_the_latest
from zorgverband.base.refusals import NotHere, NotYours, Refusal
from zorgverband.base.secret_links import token_hash
from zorgverband.base.viewer import Seat
from zorgverband.membership.tokens import token_of
from zorgverband.networks.models import Side
from zorgverband.networks.queries import faces

from ..models import ReportLink

DAYS = 90
AT_MOST_A_DAY = 10


class OnlyFamily(Refusal):
    """Een link maakt u voor iemand van familie, buren of vrijwilligers."""


class OnlyForLeaders(NotYours):
    """Een link maakt de coördinator, of degene die beslist."""


def make_report_link(*, seat: Seat, person: UUID, member: UUID, leads: bool) -> UUID:
    """A link for one member of the family side, for 90 days; one they had before ends. It opens only
    what that member may write, and nothing to read. Raises OnlyForLeaders or OnlyFamily."""
    if not leads:
        raise OnlyForLeaders()
    face = faces(seat.network).get(member)
    if face is None or not face.active or face.side != Side.FAMILY or face.person is None:
        raise OnlyFamily(field="member")
    ReportLink.objects.filter(network_id=seat.network, member_id=member, ended_at=None).update(
        ended_at=now_at_the_latest()
    )
    link = new_id()
    row = ReportLink(
        id=link, network_id=seat.network, member_id=member, token_hash=token_hash(token_of(link)),
        made_by_id=person, made_at=clock.now(), expires_at=clock.now() + timedelta(days=DAYS),
    )  # fmt: skip
    ReportLink.objects.bulk_create([row])
    return link


def end_report_link(*, seat: Seat, link: UUID) -> None:
    """End a link: from then it is as if it never was. Raises NotHere."""
    rows = ReportLink.objects.filter(network_id=seat.network, id=link, ended_at=None)
    if not rows.update(ended_at=now_at_the_latest()):
        raise NotHere()
