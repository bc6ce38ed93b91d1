"""Random acts in a world, each previewed, carried out, and held against what it really changed."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random
from typing import Any
from uuid import UUID

import psycopg
from django.db import DatabaseError, connections, transaction

from tests.rule.model import Fact, Rule
from tests.rule.worlds import World, build
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Viewer, enter
from zorgverband.demo.dump import network_facts
from zorgverband.sharing.effect import Effect, EffectChanged, carry_out, preview

from .acts import OFTEN, Attempt, Making, attempt
from .realised import realised

ACTS_A_NETWORK = 25
# So many tries without an act, one after another: nobody in that network can do anything any more.
TRIES_IN_VAIN = 100


@dataclass
class Trial:
    """Random acts in the networks of one world, and what came of them."""

    world: World
    chance: Random
    kinds: Sequence[str] = OFTEN
    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    known: dict[str, Fact] = field(default_factory=dict)
    in_vain: Counter[str] = field(default_factory=Counter)

    def faults(self, acts: int) -> Iterator[str]:
        """Do this many acts; every difference between what was shown and what happened. Fewer than
        asked, because nothing is possible any more, is a fault too: it always ends."""
        Making.people = self.world.persons
        while self.done.total() < acts:
            open_ = [one for one in self.world.networks if self.in_vain[one] < TRIES_IN_VAIN]
            if not open_:
                yield f"only {self.done.total()} of {acts} acts could be done"
                return
            network, done = self.chance.choice(open_), self.done.total()
            made = attempt(self.chance, self._rule(network), self.kinds)
            if made is not None:
                yield from self._one(network, made)
            self.in_vain[network] = 0 if self.done.total() > done else self.in_vain[network] + 1

    def _rule(self, network: str) -> Rule:
        """The rule over the facts as they are now; they change by what is done here alone."""
        if network not in self.known:
            self.known[network] = rule_of(network).network
        return Rule(self.known[network], datetime.now(UTC))

    def _one(self, network: str, made: Attempt, *, again: bool = False) -> Iterator[str]:
        try:
            shown = _as(network, made, lambda viewer: _preview(viewer, network, made))
            before = self._rule(network)
            if self.chance.random() < 0.1 and rule_of(network).network != before.network:
                yield f"{made.name} in {network}: the preview left something"
            real = _as(network, made, lambda viewer: _carry_out(viewer, network, made, shown))
        except EffectChanged:
            # Emergency access that ends just then is a world that changed; twice is no chance.
            if not again:
                self.refused[f"{made.name}: EffectChanged"] += 1
                yield from self._one(network, made, again=True)
                return
            yield f"{made.name} in {network}: what was shown is not what would happen"
            return
        except DatabaseError as error:
            yield f"{made.name} in {network}: {error}"
            return
        except Refusal as refusal:
            self.refused[f"{made.name}: {type(refusal).__name__}"] += 1
            return
        self.done[made.name] += 1
        self.changed[made.name] += not shown.nothing
        # The digest held the one against the other; a newcomer's number is another each time.
        del self.known[network]
        yield from differences(made, real, before, self._rule(network))
        yield from passed_on(made, before, self._rule(network))


def differences(made: Attempt, shown: Effect, before: Rule, after: Rule) -> Iterator[str]:
    """Where what was shown and what happened are not the same."""
    sights, prospects = realised(made.person, before, after)
    if made.items is not None:
        chosen = {str(one) for one in made.items}
        items = [one for one in before.network["items"] if one["id"] in chosen]
        kept = Rule({**before.network, "items": items}, before.now)
        if realised(made.person, kept, after)[0] != sights:
            yield f"{made.name}: more items are read differently than it said it touches"
    for what, found, wanted in (
        ("sights", list(shown.sights), sights), ("prospects", list(shown.prospects), prospects),
    ):  # fmt: skip
        if sorted(found) != wanted:
            more, less = set(found) - set(wanted), set(wanted) - set(found)
            yield f"{made.name}: {what} shown and not real {list(more)[:2]}, real {list(less)[:2]}"


def passed_on(made: Attempt, before: Rule, after: Rule) -> Iterator[str]:
    """Where something that was passed on is for somebody else than who leads there."""
    there = {item["id"] for item in before.network["items"]}
    for item in after.network["items"]:
        if made.name != "reported" or item["id"] in there:
            continue
        about, leading = item["about"], {item["about"]}
        leading |= {id for id, one in after.members.items() if one["coordinator"]}
        leading |= set(after.controllers(about))
        if about == after.network["id"]:
            leading |= set(after._clients)
        for person in after.readers(item) - {made.person}:
            member = after.seats[person]["id"]
            if member not in leading and not after._own(member, about, item["subject"]):
                yield f"reported: {person} reads it and does not lead"


def rule_of(network: str) -> Rule:
    """The rule over the facts of this network as they are now."""
    with transaction.atomic(using="owner"):
        facts = network_facts(UUID(network), using="owner")
        with connections["owner"].cursor() as cursor:
            cursor.execute("SELECT now()")
            now: Any = cursor.fetchone()[0]
    return Rule(facts, now)


def _as(network: str, made: Attempt, act: Callable[[Viewer], Any]) -> Any:
    with transaction.atomic():
        return act(enter(person=UUID(made.person), networks=[UUID(network)]))


def _preview(viewer: Viewer, network: str, made: Attempt) -> Effect:
    seat = viewer.seat(UUID(network))
    return preview(seat=seat, person=viewer.person, act=lambda: made.act(seat), items=made.items)


def _carry_out(viewer: Viewer, network: str, made: Attempt, shown: Effect) -> Effect:
    seat = viewer.seat(UUID(network))
    return carry_out(seat=seat, act=lambda: made.act(seat), seen=shown.digest, items=made.items)


def trial(owner: psycopg.Connection[Any], *, seed: int, acts: int, items: int = 40) -> Trial:
    """A world large enough for this many acts."""
    networks = -(-acts // ACTS_A_NETWORK)
    return Trial(build(owner, seed=seed, networks=networks, items=items), Random(seed))
