"""What must be true of somebody before they can take part: checked before anything is written."""

from uuid import UUID

from zorgverband.base import deciding
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.networks.functions import FUNCTIONS
from zorgverband.networks.models import Side
from zorgverband.sharing.subjects import Subject

from .kinds import FITTING, REFUSED, needs_organisation

# The subjects that are not medical, as a bit mask by their number.
EVERYDAY = sum(1 << subject for subject in Subject if not subject.medical)


class MayNotInvite(Refusal):
    """U kunt geen mensen toevoegen. Dat doet wie beslist in dit netwerk, of de coördinator."""

    status = 403


class CareByWhoDecides(Refusal):
    """Iemand van de zorg laat u niet toe. Dat doet wie beslist over de cliënt. Vraag het daar."""

    status = 403


class ClientDoes(Refusal):
    """De cliënt krijgt hulp bij beslissen, en doet dit zelf. Vraag het aan de cliënt."""

    status = 403


class NoFunction(Refusal):
    """Kies wat deze persoon doet."""


class FunctionDoesNotFit(Refusal):
    """Wat iemand doet, past niet bij deze groep. Kies een andere groep, of een ander werk."""


class NoInsurers(Refusal):
    """Een zorgverzekeraar, bedrijfsarts of keuringsarts kan niet meedoen. Dat staat in de wet."""


class KindDoesNotFit(Refusal):
    """Deze organisatie past niet bij wat deze persoon doet. Kies een andere organisatie."""


class NoOrganisation(Refusal):
    """Vul in bij welke organisatie deze persoon werkt."""


def leads(seat: Seat) -> bool:
    """Whether this seat may add and remove people: the coordinator, or who is in control of a
    client or household. The same as `privacy.leads`, which decides; this is for showing buttons."""
    return seat.coordinator or any(
        keys.control and (about != seat.member or seat.side == Side.CLIENT)
        for about, keys in seat.abouts.items()
    )


def decides(seat: Seat) -> bool:
    """Whether this seat is in control of a client, of all that is not medical about them at least;
    `privacy.decides` has the word."""
    return any(decides_about(seat, about) for about in seat.abouts if about != seat.network)


def decides_about(seat: Seat, about: UUID) -> bool:
    """Whether this seat is in control of all that is not medical about this client."""
    keys = seat.abouts.get(about)
    return keys is not None and keys.decides & EVERYDAY == EVERYDAY


def must_lead(seat: Seat) -> None:
    """Raise MayNotInvite unless this seat leads its network."""
    if not leads(seat):
        raise MayNotInvite()


def helps(seat: Seat) -> bool:
    """Whether this seat helps a client with deciding: it prepares, the client says yes."""
    return any(
        one.state == "supported" and one.holder == seat.member
        for one in deciding.standings(seat.network)
    )


def must_invite(seat: Seat) -> None:
    """Raise MayNotInvite unless this seat leads its network, or helps a client with deciding."""
    if not (leads(seat) or helps(seat)):
        raise MayNotInvite()


def clients_to_ask(seat: Seat) -> list[UUID]:
    """The clients who get help with deciding and are asked before an invitation of this seat leaves:
    none for who decides themselves. `privacy.asks_client` has the word."""
    if decides(seat):
        return []
    found = deciding.standings(seat.network)
    return [one.client for one in found if one.state == "supported" and one.died_on is None]


def must_not_pass_by(seat: Seat) -> None:
    """Raise ClientDoes where a client who gets help with deciding is asked first who takes part and as
    what: what opens more at once, without an invitation, is for who decides."""
    if clients_to_ask(seat):
        raise ClientDoes()


def must_let_in(seat: Seat, side: str) -> None:
    """Raise CareByWhoDecides when somebody of the social side would let in care: care opens what is
    medical, and no role of coordinator lifts the wall. Who is in control of the client may."""
    if side == Side.CARE and seat.side == Side.SOCIAL and not decides(seat):
        raise CareByWhoDecides(field="side")


def must_fit(*, side: str, function: str, kind: str) -> None:
    """Raise what is wrong with a function on a side, for an organisation of a kind ("" for none).

    Care is what opens medical items, so an organisation that is not care never comes in as care.
    """
    if kind in REFUSED:
        raise NoInsurers(field="kind")
    if not function:
        raise NoFunction(field="function")
    if function not in FUNCTIONS or side not in FUNCTIONS[function].sides:
        raise FunctionDoesNotFit(field="function")
    if kind and kind not in FITTING[Side(side)]:
        raise KindDoesNotFit(field="organisation")
    if not kind and needs_organisation(side, function):
        raise NoOrganisation(field="organisation")
