"""Whom to call, and when it was made: what stands at the foot of every paper."""

from collections.abc import Sequence
from typing import Any, TypeAlias
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.networks.functions import HOME_CARE
from zorgverband.networks.queries import Face, callable_first
from zorgverband.ui.dates import full_date
from zorgverband.ui.letters import breakable

Words: TypeAlias = dict[str, Any]
# With 112 that makes four numbers: more nobody overlooks with a telephone in the hand.
NUMBERS = 3


def whom_to_call(people: dict[UUID, Face]) -> list[Face]:
    """The first contact, the coordinator and home care; else others who share a number."""
    found = callable_first(people, count=len(people))
    first = [one for one in found if one.first_contact or one.coordinator][: NUMBERS - 1]
    care = [one for one in found if one.function_code in HOME_CARE and one not in first][:1]
    rest = [one for one in found if one not in first and one not in care]
    return [*first, *care, *rest][:NUMBERS]


def call_words(one: Face) -> Words:
    """Name, what they do, and the number. Of a team its organisation: that is how one knows it."""
    name = one.organisation if one.team and one.organisation else one.name
    return {"name": breakable(name), "does": breakable(one.function), "phone": unbroken(one.phone)}


def made_words(calls: Sequence[Face]) -> Words:
    """When it was made, and whom to call when something on it is not right."""
    made = _("Gemaakt op %(day)s.") % {"day": full_date(clock.now())}
    if not calls:
        return {"made": made, "wrong": ""}
    parts = {"name": breakable(calls[0].name), "phone": unbroken(calls[0].phone)}
    return {"made": made, "wrong": _("Klopt er iets niet? Bel %(name)s, %(phone)s.") % parts}


def unbroken(phone: str) -> str:
    """A number that stays on one line."""
    return phone.replace(" ", "\N{NO-BREAK SPACE}")
