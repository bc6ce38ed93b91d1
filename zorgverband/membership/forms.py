"""What somebody fills in to invite or to come in, checked into values the actions take."""

from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from zorgverband.networks.functions import FUNCTIONS, functions_of
from zorgverband.networks.models import Side
from zorgverband.people.models import Organisation

from .actions.accept import Arrival
from .actions.invite import Wish
from .models import Invitation

_LONGEST = 120


def function_options(*sides: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The functions one can choose from, grouped by side."""
    names = {
        Side.FAMILY: _("Familie en buren"),
        Side.CARE: _("Zorg"),
        Side.SOCIAL: _("Gemeente, welzijn en school"),
    }
    return [
        (names[Side(side)], [(one.code, str(one.label)) for one in functions_of(side)])
        for side in sides
    ]


def kind_options() -> list[tuple[str, str]]:
    """The kinds of organisation, those that cannot take part too: choosing one gets a reason."""
    return [
        ("", _("Kies wat voor organisatie")),
        *((kind.value, str(kind.label)) for kind in Organisation.Kind),
    ]


def side_of_function(function: str) -> str:
    """The side a function belongs to; "" for a function that is none, or a client's."""
    found = FUNCTIONS.get(function)
    return found.sides[0] if found and found.sides[0] != Side.CLIENT else ""


def read_wish(data: QueryDict) -> Wish:
    """Whom somebody wants to invite. The side follows from what that person does."""

    def text(name: str) -> str:
        return data.get(name, "").strip()[:_LONGEST]

    function = text("function")
    return Wish(
        side=side_of_function(function),
        function=function if side_of_function(function) else "",
        given_name=text("given_name"),
        infix=text("infix"),
        family_name=text("family_name"),
        email=text("email"),
        description=text("description"),
        organisation=text("organisation"),
        kind=text("kind"),
    )


def wish_of(draft: Invitation | None) -> Wish:
    """The wish a draft was made from, to be changed."""
    if draft is None:
        return Wish()
    name = draft.organisation.name if draft.organisation else draft.organisation_name
    return Wish(
        side=draft.side,
        function=draft.function,
        given_name=draft.given_name,
        infix=draft.infix,
        family_name=draft.family_name,
        email=draft.email,
        description=draft.description,
        organisation=name,
        kind="" if draft.organisation else draft.organisation_kind,
    )


def read_arrival(data: QueryDict) -> Arrival:
    """The name and password of somebody new."""
    return Arrival(
        given_name=data.get("given_name", "").strip()[:_LONGEST],
        infix=data.get("infix", "").strip()[:_LONGEST],
        family_name=data.get("family_name", "").strip()[:_LONGEST],
        password=data.get("password", ""),
    )


def names_in(offer: dict[str, Any], data: QueryDict) -> dict[str, str]:
    """The name to show in the form: as typed, else as the inviter wrote it."""
    return {
        part: data.get(part, offer.get(part, "")) for part in ("given_name", "infix", "family_name")
    }
