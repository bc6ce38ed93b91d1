"""Making an address for a calendar program, and ending it."""

from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.secret_links import token_hash
from zorgverband.base.viewer import Seat

from ..feed_addresses import token_of
from ..models import Feed
from ..queries import feeds_of

AT_MOST = 5


class TooManyFeeds(Refusal):
    """U hebt al vijf adressen. Stop er eerst een."""

    status = 409


def make_feed(*, seat: Seat, person: UUID, titles: bool) -> Feed:
    """An address for who entered, in this network. Raises TooManyFeeds from the sixth."""
    if len(feeds_of(network=seat.network, person=person)) >= AT_MOST:
        raise TooManyFeeds()
    id = new_id()
    feed = Feed(
        id=id, network_id=seat.network, person_id=person, member_id=seat.member, titles=titles,
        token_hash=token_hash(token_of(id)), made_at=clock.now(),
    )  # fmt: skip
    Feed.objects.bulk_create([feed])
    return feed


def end_feed(*, seat: Seat, person: UUID, feed: UUID) -> None:
    """From here the address answers as if it never was. Raises NotHere for what is not theirs."""
    mine = Feed.objects.filter(network_id=seat.network, person_id=person, id=feed)
    if not mine.filter(ended_at=None).update(ended_at=clock.now()) and not mine.exists():
        raise NotHere()
