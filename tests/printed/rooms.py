"""Minutes, handovers, lists of a discharge and weeks on paper, printed as everybody out of random
worlds and read back from the PDF: they say what the rule allows, and that is what the access log
holds. Hundreds of them by `python -m tests.printed.compare`.
"""

import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random
from typing import Any

from tests.http.room_visits import RoomVisit, RoomVisits
from tests.http.rooms import Id, mark
from tests.paper import words_on
from tests.rule.model import Rule

_MARK = re.compile(r"stuk[0-9a-f]{12}")
# What is noted as printed: which items, by person, in this network.
_LOOKED = ("SELECT DISTINCT unnest(items)::text FROM journal_look WHERE network_id = %s"
           " AND person_id = %s AND door = %s AND action = 'E' AND NOT id = ANY (%s)")  # fmt: skip
_LOOKS = "SELECT id FROM journal_look WHERE network_id = %s AND person_id = %s"


@dataclass(frozen=True)
class Paper:
    """One paper: the items it says, and what else is on it without its words. None: not for them."""

    door: str
    what: Id
    query: str
    says: set[Id] | None
    besides: frozenset[Id] = frozenset()


@dataclass
class Papers:
    """The papers of everybody in these worlds, or of `printers` a network."""

    visits: RoomVisits
    owner: Any
    printers: int | None = None
    counted: Counter[str] = field(default_factory=Counter)

    def differences(self) -> Iterator[str]:
        """Every paper that says more or less than the rule, or of which something else is noted."""
        for network in self.visits.visited.networks:
            rule, chance = Rule(network, datetime.now(UTC)), Random(7)
            seated = sorted(rule.seats)
            chance.shuffle(seated)
            for person in seated[: self.printers]:
                visit = RoomVisit(self.visits, rule, person)
                for paper in _papers(visit):
                    for fault in self._printed(visit, paper):
                        yield f"{paper.door} {paper.what} of {person} ({visit.side}): {fault}"

    def _printed(self, visit: RoomVisit, paper: Paper) -> Iterator[str]:
        network = visit.rule.network["id"]
        before = [row[0] for row in self.owner.execute(_LOOKS, [network, visit.person]).fetchall()]
        answer = visit.client.get(visit.address(paper.door, paper.what) + paper.query)
        if answer.status_code != (404 if paper.says is None else 200):
            yield str(answer.status_code)
        if paper.says is None or answer.status_code != 200:
            return
        self.counted[paper.door] += 1
        self.counted["items"] += len(paper.says)
        said = set(_MARK.findall(words_on(answer.content)))
        yield from _differ("says", said, {mark(one) for one in paper.says})
        noted = self.owner.execute(_LOOKED, [network, visit.person, paper.door, before])
        wanted = paper.says | paper.besides
        yield from _differ("noted", {row[0] for row in noted.fetchall()}, wanted)


def _differ(what: str, found: set[str], wanted: set[str]) -> Iterator[str]:
    if found != wanted:
        more, less = sorted(found - wanted), sorted(wanted - found)
        yield f"{what} {len(more)} too many {more[:2]}, {len(less)} too few {less[:2]}"


def _papers(visit: RoomVisit) -> Iterator[Paper]:
    for what, _query, says in visit.pages("minutes"):
        yield Paper("minutes_on_paper", what, "", says)
    for what, _query, says in visit.pages("handover"):
        yield Paper("handover_on_paper", what, "", says)
    for what, _query, says in visit.pages("discharge"):
        promised = frozenset[Id]().union(*(visit.under("arranged", one) for one in says or ()))
        yield Paper("print_discharge", what, "", says, promised)
    (_what, _query, coming), *_rest = visit.pages("agenda")
    yield Paper("week_on_paper", "", "?everything=1", coming)
    # For on the wall: what everybody in the network may read, without what it is for.
    yield Paper("week_on_paper", "", "", set(), frozenset(visit.open_to_all("visit")))


def rooms_differ(owner: Any, *, seed: int, networks: int) -> tuple[Counter[str], list[str]]:
    """How many papers and items were compared in so many random networks, and every difference."""
    from tests.http.world import prepare_rooms

    logging.disable(logging.CRITICAL)
    papers = Papers(
        RoomVisits(*prepare_rooms(owner, seed=seed, networks=networks, items=80)), owner
    )
    faults = list(papers.differences())
    logging.disable(logging.NOTSET)
    return papers.counted, faults
