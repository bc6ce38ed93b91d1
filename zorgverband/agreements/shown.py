"""Agreements as a page shows them: who does what, when, how it stands, in the reader's language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.base.viewer import Seat
from zorgverband.networks.queries import Face
from zorgverband.ui.dates import day_within, full_date, long_date

from .models import State
from .queries import Agreed


@dataclass(frozen=True)
class ShownAgreement:
    """One agreement on a page. `asked` and `running` say which answers this person can give."""

    id: UUID
    href: str
    what: str
    more: str
    who: str
    when: str
    state: str
    state_text: str
    asked_by: str
    mine: bool
    asked: bool
    running: bool
    network: str = ""


def show_agreements(
    found: Sequence[Agreed],
    *,
    seat: Seat,
    people: dict[UUID, Face],
    names: dict[UUID, str],
    network: str = "",
) -> list[ShownAgreement]:
    """Turn agreements of one network into what pages print; without statements. `network` is its
    name, for a list over several of them."""
    return [_shown(one, seat, people, names, network) for one in found]


def _shown(
    one: Agreed, seat: Seat, people: dict[UUID, Face], names: dict[UUID, str], network: str
) -> ShownAgreement:
    face = people.get(one.executor)
    mine = one.executor == seat.member
    state, words = _state(one)
    return ShownAgreement(
        id=one.id,
        href=reverse("agreement", kwargs={"network_id": one.network, "agreement_id": one.id}),
        what=one.what,
        more=one.more,
        who=_("U") if mine and not (face and face.team) else face.name if face else _("iemand"),
        when=_when(one.due_on, open=one.open),
        state=state,
        state_text=words,
        asked_by=names.get(one.author, _("iemand")),
        mine=mine,
        asked=mine and one.state == State.ASKED,
        running=mine and one.state == State.ACCEPTED,
        network=network,
    )


def _state(one: Agreed) -> tuple[str, str]:
    """The look of the label and its word."""
    if one.overdue:
        return "overdue", _("Te laat")
    return {
        State.ASKED: ("waiting", _("Wacht op antwoord")),
        State.ACCEPTED: ("on_track", _("Loopt")),
        State.DECLINED: ("cancelled", _("Kan niet")),
        State.DONE: ("done", _("Klaar")),
        State.CANCELLED: ("cancelled", _("Gaat niet door")),
    }[one.state]


def _when(due_on: date | None, *, open: bool) -> str:
    if due_on is None:
        return ""
    today = clock.today()
    if not open:
        return full_date(due_on)
    near = abs((due_on - today).days) <= 1
    day = day_within(due_on, today) if near else long_date(due_on)
    return _("uiterlijk %(day)s") % {"day": day}
