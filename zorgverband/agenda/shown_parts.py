"""The words of one occurrence: who comes, who goes along, how one gets there, whose turn it is."""

from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face
from zorgverband.ui.dates import clock, clock_between, clock_span, long_date

from .models import Kind, Transport
from .occurrences import Occurrence

People = dict[UUID, Face]
# Icons of what is no plain visit; of those the shape tells whose it is.
ICONS = {Kind.OUT: "map-pin", Kind.MEDICINE: "pill", Kind.RIDE: "car", Kind.BUSY: "lock"}
OTHER = "other"


def visitor_name(one: Occurrence, people: People) -> str:
    """Who comes this time: the name given, else the member's; of a team its organisation. Of an
    appointment elsewhere where one goes, of a time that is taken only that."""
    if one.series.kind == Kind.BUSY:
        return _("Bezet")
    face = people.get(one.who) if one.who else None
    member = (face.organisation if face.team else "") or face.name if face else ""
    given = one.series.who_name if one.who == one.series.who else ""
    name = given or member
    return name[:1].upper() + name[1:]


def side_of(one: Occurrence, people: People) -> str:
    """Of which side this is in the agenda: family, care, social, or other (somewhere else, taken)."""
    face = people.get(one.who) if one.who else None
    if face is not None:
        return str(Side.FAMILY if face.side == Side.CLIENT else face.side)
    return str(Side.FAMILY) if one.series.kind == Kind.VISIT else OTHER


def time_words(one: Occurrence) -> str:
    """'8.30 tot 9.30 uur', or 'tussen 9.00 en 11.00 uur' for who comes somewhere between."""
    if one.series.window and one.ends_at:
        return clock_between(one.starts_at, one.ends_at)
    return clock_span(one.starts_at, one.ends_at)


def extra_lines(one: Occurrence, people: People, member: UUID) -> list[str]:
    """Who goes along and how one gets there, and that a turn was swapped, each a sentence."""
    found = [_along(one, people, member), _ride(one, people, member), _swap(one, people)]
    return [words for words in found if words]


def ride_wanted(one: Occurrence, people: People) -> bool:
    """Whether nobody drives yet, or who would drive left."""
    nobody = one.transport == Transport.NOBODY
    left = one.transport == Transport.DRIVER and gone(one.driver, people)
    return (nobody or left) and not one.cancelled


def gone(member: UUID | None, people: People) -> bool:
    """Whether this member took part, and does no more."""
    face = people.get(member) if member else None
    return face is not None and not face.active


def _given(member: UUID | None, people: People) -> str:
    return people[member].name if member in people and people[member].active else ""


def _along(one: Occurrence, people: People, me: UUID) -> str:
    if one.along == me:
        return _("U gaat mee.")
    name = _given(one.along, people) or one.series.along_name
    return _("%(name)s gaat mee.") % {"name": name} if name else ""


def _ride(one: Occurrence, people: People, me: UUID) -> str:
    if one.transport == Transport.TAXI:
        return _("Met de taxi.")
    if one.transport != Transport.DRIVER:
        return ""
    if one.driver == me:
        return _("U rijdt.")
    name = _given(one.driver, people)
    return _("%(name)s rijdt.") % {"name": name} if name else ""


def _swap(one: Occurrence, people: People) -> str:
    first = one.series.comes_on(one.on_date)
    if not one.swapped or first not in people:
        return ""
    return _("In plaats van %(name)s.") % {"name": people[first].name}


def note_words(one: Occurrence) -> str:
    """That it was moved, and from when."""
    if not one.moved or one.cancelled:
        return ""
    if one.day == one.on_date:
        return _("De tijd is veranderd.")
    return _("Was eerst op %(day)s.") % {"day": long_date(one.on_date)}


def been_words(one: Occurrence, names: dict[UUID, str]) -> str:
    """Who noted that somebody had been, and when."""
    if one.been_at is None or one.been_by is None:
        return ""
    return _("Genoteerd door %(name)s, %(time)s.") % {
        "name": names.get(one.been_by, _("iemand")),
        "time": clock(one.been_at),
    }
