"""The words of a phone list: everybody one may call, and for what."""

from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zorgverband.base import clock
from zorgverband.base.viewer import Seat
from zorgverband.networks.for_all import known_to_all
from zorgverband.networks.functions import HOME_CARE
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, callable_first, faces, names_of_people, network_name
from zorgverband.ui.letters import breakable
from zorgverband.ui.typeset import Printed

from .calling import Words, call_words, made_words, whom_to_call

SHAPE = Path(__file__).parent / "phone_list.typ"
_HOME_CARE = gettext_lazy("Over verzorging thuis")
CALLED_FOR: dict[str, str | Promise] = {
    "gp": gettext_lazy("Over gezondheid"),
    "practice_nurse": gettext_lazy("Over gezondheid"),
    "pharmacist": gettext_lazy("Over medicijnen"),
    "physiotherapist": gettext_lazy("Over bewegen"),
    "dietitian": gettext_lazy("Over eten en drinken"),
    "consultant": gettext_lazy("Over hulp thuis, vervoer en hulpmiddelen"),
    "welfare_worker": gettext_lazy("Over mensen ontmoeten en meedoen"),
    "debt_counsellor": gettext_lazy("Over geld"),
    **dict.fromkeys(HOME_CARE, _HOME_CARE),
}


def printed_phone_list(seat: Seat, person: UUID, *, everything: bool) -> Printed:
    """Who can be called, in Dutch. For on the wall: as everybody in the network may know them; with
    `everything`: as who entered knows them. It holds no items."""
    network, people = seat.network, faces(seat.network)
    reader = names_of_people(network).get(person, "") if everything else ""
    people = people if everything else known_to_all(network, people)
    with translation.override("nl"):
        words = phone_words(people, reader=reader, but=seat.member)
    return Printed(words, frozenset(), clock.now())


def phone_words(people: dict[UUID, Face], *, reader: str, but: UUID) -> Words:
    """What the shape prints; without the number of `but`, whose list it is."""
    found = [one for one in callable_first(people, len(people)) if one.member != but]
    first = [one for one in found if one.first_contact or one.coordinator]
    rest = [one for one in found if one not in first]
    groups = [
        (_("Als eerste bellen"), first),
        (_("Familie en buren"), [one for one in rest if one.side == Side.FAMILY]),
        (_("Zorg"), [one for one in rest if one.side == Side.CARE]),
        (_("Gemeente en welzijn"), [one for one in rest if one.side == Side.SOCIAL]),
    ]
    return {
        "title": _("Telefoonlijst van %(name)s") % {"name": breakable(network_name(people))},
        "theirs": _("Dit blad is voor %(name)s. Hang het niet op waar anderen het kunnen lezen.")
        % {"name": breakable(reader)}
        if reader
        else "",
        "urgent": [_("Levensgevaar"), "112"],
        "groups": [
            {"heading": heading, "rows": list(_rows(rows))} for heading, rows in groups if rows
        ],
        "page": _("bladzijde"),
        "of": _("van"),
        **made_words(whom_to_call(people)),
    }


def _rows(found: Iterable[Face]) -> Iterable[Words]:
    for one in found:
        words = call_words(one)
        parts = [words["does"], "" if one.team else breakable(one.organisation)]
        yield words | {"does": ", ".join(part for part in parts if part), "for": called_for(one)}


def called_for(one: Face) -> str:
    """For what one calls them, as far as their place or function says so."""
    if one.first_contact:
        return _("Voor alle vragen")
    if one.coordinator:
        return _("Over afspraken en het plan")
    return str(CALLED_FOR.get(one.function_code, ""))
