"""What was filled in on the forms of this room; nothing is refused here, only read."""

from collections.abc import Iterable
from uuid import UUID

from django.http import QueryDict

from zorgverband.base.typed import whole_number


def member_in(data: QueryDict, name: str) -> UUID | None:
    """The member that was chosen, if any."""
    try:
        return UUID(data.get(name, ""))
    except ValueError:
        return None


def members_in(data: QueryDict, name: str) -> list[UUID]:
    """The members that were ticked."""
    found = []
    for value in data.getlist(name):
        try:
            found.append(UUID(str(value)))
        except ValueError:
            continue
    return found


def numbers_in(data: QueryDict, name: str) -> list[int]:
    """The numbers that were ticked."""
    found = [whole_number(one) for one in data.getlist(name)]
    return [one for one in found if one is not None]


def kept(data: QueryDict, names: Iterable[str]) -> list[tuple[str, str]]:
    """The choices of these fields, to stand hidden in the form that confirms."""
    return [(name, value) for name in names for value in data.getlist(name)]
