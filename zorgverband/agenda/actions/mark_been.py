"""Noting that the visitor has been: by who came, or by who may write about who comes."""

from datetime import date
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone, NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.actions import note_presence

from ..queries import occurrence
from .changing import may_change, note, rows_of


class AlreadyBeen(AlreadyDone):
    """Dit was al genoteerd."""


class NotYet(Refusal):
    """Dit bezoek is nog niet begonnen. Noteer het als er iemand geweest is."""


class DoesNotGoOn(Refusal):
    """Dit bezoek gaat niet door. Is er toch iemand geweest? Laat het bezoek dan eerst weer doorgaan."""


def mark_been(*, seat: Seat, person: UUID, visit: UUID, on_date: date) -> None:
    """Note that somebody has been, once: the first who says so counts.

    Raises NotHere, NotYours, DoesNotGoOn, NotYet before its day, or AlreadyBeen.
    """
    one = occurrence(network=seat.network, id=visit, on_date=on_date)
    if not may_change(one, seat=seat, person=person):
        raise NotYours()
    if one.day > clock.today():
        raise NotYet()
    note_presence(seat=seat, person=person, medical=False)
    note(one, seat=seat)
    rows = rows_of(one)
    fresh = rows.filter(been_at__isnull=True, cancelled=False)
    if not fresh.update(been_at=clock.now(), been_by_id=person, been_member_id=seat.member):
        raise DoesNotGoOn() if rows.filter(cancelled=True).exists() else AlreadyBeen()
    record(verb="visit_been", network=seat.network, person=person, item=visit)
