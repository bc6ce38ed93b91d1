"""Keeping the numbers under which a professional is registered."""

from collections.abc import Mapping
from uuid import UUID

from zorgverband.base import working
from zorgverband.base.refusals import NotHere

from ..models import ProfessionalNumber
from ..numbers import checked


def set_numbers(*, organisation: UUID, person: UUID, typed: Mapping[str, str]) -> None:
    """Keep the numbers of a colleague, in the place of what was there; an empty one goes. Raises
    BadAgb, BadBig, BadUzi, or NotHere for who does not work here."""
    numbers = {kind.value: checked(kind, typed.get(kind, "")) for kind in ProfessionalNumber.Kind}
    if not working.set_numbers(organisation=organisation, person=person, numbers=numbers):
        raise NotHere()
