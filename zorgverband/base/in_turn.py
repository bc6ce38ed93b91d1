"""Doing something for many people in turn, for the worker: each as that person, in a transaction of
its own, so that one who cannot holds up nobody else."""

import logging
from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar
from uuid import UUID

from django.db import DatabaseError, OperationalError, transaction

from .refusals import Refusal
from .viewer import Seat, enter

log = logging.getLogger(__name__)


class InNetwork(Protocol):
    """Somebody for whom something is to be done, in one network."""

    @property
    def network(self) -> UUID:
        """The network it is about."""

    @property
    def person(self) -> UUID:
        """Whose turn it is."""


One = TypeVar("One", bound=InNetwork)


def in_turn(found: Iterable[One], act: Callable[[One, Seat], bool]) -> int:
    """Do this for each, as that person, so that nobody hears of what they may not read (any more); for
    how many something was done. Who is refused is passed over. What the database refuses is named in
    the log, by its kind alone, and passed over too; when it is gone, that is raised."""
    return sum(_done(one, act) for one in found)


def _done(one: One, act: Callable[[One, Seat], bool]) -> bool:
    try:
        with transaction.atomic():
            seat = enter(person=one.person, networks=[one.network]).seat(one.network)
            return act(one, seat)
    except Refusal:
        return False
    except OperationalError:
        raise
    except DatabaseError as error:
        log.error("%s.%s: %s", act.__module__, act.__name__, type(error).__name__)
        return False
