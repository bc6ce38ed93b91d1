"""Asking a question or complaining: to one person who is not among those it is against."""

from uuid import UUID

from zorgverband.base import clock, complaining
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.queries import faces
from zorgverband.sharing.actions import share
from zorgverband.sharing.circles import OWN
from zorgverband.ui.sentences import kept_words

from ..choosing import Place, handlers, places, readers
from ..models import Complaint, Kind
from ..terms import answer_by, receipt_by


class ChooseAbout(Refusal):
    """Kies waar het over gaat."""


class ChooseHandler(Refusal):
    """Kies wie u verder helpt. Dat is nooit degene over wie het gaat."""


class NothingSaid(Refusal):
    """Schrijf op wat er is gebeurd, of wat u wilt weten."""


class TheyWouldRead(Refusal):
    """Degene over wie het gaat, zou dit kunnen lezen: die mag lezen wat hier over gaat.
    Kies hierboven iets anders, of ga naar iemand buiten dit netwerk. Onderaan staat naar wie."""


def complain(
    *, seat: Seat, person: UUID, kind: Kind, place: str, against: UUID | None, handler: UUID | None,
    title: str, body: str,
) -> Complaint:  # fmt: skip
    """Hand in a question or complaint, with its terms, for the one who handles it.

    Its readers are fixed: who writes it, who handles it, and whom it is about. Who is in control of what
    it is about names the handler as an exception to the rule for this one item; another names one whom
    the rule lets read it. Nobody it is against may be among the readers.

    Raises ChooseAbout, ChooseHandler, NothingSaid or TheyWouldRead, and what `share` raises.
    """
    people = faces(seat.network)
    put = next((one for one in places(seat, people) if one.code == place), None)
    if put is None or (against is not None and against not in people):
        raise ChooseAbout(field="place" if put is None else "against")
    if not body.strip():
        raise NothingSaid(field="body")
    if handler not in {one.member for one in handlers(seat, person, people, put, against)}:
        raise ChooseHandler(field="handler")
    assert handler is not None
    unread_by_who_it_is_against(seat, person, put, against, handler)
    return _written(seat, person, kind, put, against, handler, title, body)


def unread_by_who_it_is_against(
    seat: Seat, person: UUID, place: Place, against: UUID | None, handler: UUID
) -> None:
    """Raise TheyWouldRead when anybody it is against would be among the readers."""
    if against is None:
        return
    refused = complaining.accused(against)
    if refused & {one.person for one in readers(seat, person, place, [handler])}:
        raise TheyWouldRead(field="against")


def _written(
    seat: Seat, person: UUID, kind: Kind, place: Place, against: UUID | None, handler: UUID,
    title: str, body: str,
) -> Complaint:  # fmt: skip
    decides = seat.decides(about=place.about, subject=place.subject)
    with kept_words():
        title = title.strip() or str(kind.label)
    item = share(
        seat=seat, person=person, about=place.about, subject=place.subject, kind="complaint",
        title=title, body=body, audience=[handler],
        allowed=[handler] if decides else (), circle=OWN, in_news=False, tell=False,
    )  # fmt: skip
    row = Complaint(
        item=item, network_id=seat.network, kind=kind, against_id=against, handler_id=handler,
        receipt_by=receipt_by(clock.today()), answer_by=answer_by(clock.today()),
    )  # fmt: skip
    Complaint.objects.bulk_create([row])
    record(verb="complained", network=seat.network, person=person, item=item.id)
    return row
