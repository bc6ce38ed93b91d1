"""A scenario, the stage it plays on, and what came out.

A scenario puts facts in the network of the cast, moves the clock, and says who must meet which kinds:
exactly those and no others, in a network where nothing else goes wrong.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from importlib import import_module
from pkgutil import iter_modules
from typing import Any
from uuid import UUID

from tests.cast import Cast, Somebody
from tests.rows import put
from tests.visitor import inside
from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.sharing.subjects import Subject

FOUND, NEAR, HIDDEN, OVER, AGAIN = "found", "near miss", "hidden twin", "resolution", "re-opening"
WHICH = (FOUND, NEAR, HIDDEN, OVER, AGAIN)


@dataclass(frozen=True)
class Scenario:
    """What is played, of which kind of bottleneck, and which of the five it is."""

    kind: str
    which: str
    words: str
    play: Callable[["Stage"], None]


SCENARIOS: list[Scenario] = []


def scenario(kind: str, which: str) -> Callable[[Callable[["Stage"], None]], None]:
    """Put a scenario in the bank; its docstring says what happens."""

    def keep(play: Callable[["Stage"], None]) -> None:
        SCENARIOS.append(Scenario(kind, which, (play.__doc__ or "").strip(), play))

    return keep


def bank() -> list[Scenario]:
    """All scenarios."""
    if not SCENARIOS:
        from . import scenarios

        for module in sorted(iter_modules(scenarios.__path__), key=lambda one: one.name):
            import_module(f"{scenarios.__name__}.{module.name}")
    return SCENARIOS


@dataclass
class Stage:
    """The network of the cast at a moment: `day` counts from the day it begins, at noon."""

    cast: Cast
    begin: datetime = field(
        default_factory=lambda: datetime.combine(clock.today(), time(12), tzinfo=UTC)
    )
    day: float = 0
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.calm()

    # --- the clock

    def at(self, day: float) -> datetime:
        """The moment so many days after the beginning."""
        return self.begin + timedelta(days=day)

    def on(self, day: float) -> date:
        """The same as a calendar day."""
        return self.at(day).astimezone(clock.HOME).date()

    def calm(self) -> None:
        """Something was shared and who may coordinate looked: nothing here is silent."""
        now = self.at(self.day) - timedelta(minutes=5)
        self.cast.item(about=self.cast.jannie, subject=Subject.DAY, author=self.cast.ria, at=now)
        self.sql("DELETE FROM sharing_readmark WHERE network_id = %s", self.cast.network)
        put(self.cast.owner, {"sharing_readmark": [
            {"id": new_id(), "person_id": self.somebody(who).person, "seen_until": now,
             "network_id": self.cast.network} for who in ("hanneke", "linda")]})  # fmt: skip

    def look(self, day: float | None = None, *, calm: bool = True) -> None:
        """Let it become that day, with some life in the network, and let the detector look."""
        from zorgverband.bottlenecks.looking import look

        if day is not None:
            self.day = day
        if calm:
            self.calm()
        with clock.at(self.at(self.day)):
            look(networks=[self.cast.network])

    # --- what must come out

    def met(self, who: str) -> list[str]:
        """The kinds somebody meets now, each with words that say everything."""
        from zorgverband.bottlenecks.queries import handful
        from zorgverband.bottlenecks.shown import show
        from zorgverband.networks.queries import faces

        one = self.somebody(who)
        with clock.at(self.at(self.day)), inside(one.person, [one.network]) as viewer:
            rows = handful(one.network)
            shown = show(rows, seat=viewer.seat(one.network), people=faces(one.network))
        for met in shown:
            words = f"{met.title} {met.why} {met.act_words}"
            if "%(" in words or "“”" in words or "None" in words or not met.why:
                self.faults.append(f"{who} reads of {met.kind}: {words}")
        return sorted(row["kind"] for row in rows)

    def wants(self, day: float | None = None, *, calm: bool = True, **kinds: str) -> None:
        """Look, and hold what each meets against what they must meet: kinds with spaces between."""
        self.look(day, calm=calm)
        for who, words in kinds.items():
            if (found := self.met(who)) != sorted(words.split()):
                self.faults.append(f"{who}: met {found}, must meet {words.split()}")

    def owner_is(self, who: str) -> None:
        """The one bottleneck that is open is looked at by this member."""
        from zorgverband.bottlenecks.models import Bottleneck

        rows = Bottleneck.objects.using("owner").filter(
            network_id=self.cast.network, resolved_at=None
        )
        # What is found with the eyes of the social side is looked at by who leads there, if anybody.
        rows = rows.exclude(lens="social")
        owners = set(rows.values_list("owner_id", flat=True))
        if owners != {self.somebody(who).member}:
            self.faults.append(f"looked at by {owners}, must be {who}")

    # --- facts

    def somebody(self, who: str) -> Somebody:
        """Somebody of the cast by their first name."""
        return self.cast.people[who]

    def sql(self, text: str, *values: Any) -> None:
        """Change something as the owner."""
        self.cast.owner.execute(text, values)

    def add(self, row: Any) -> None:
        """Put one row there as the owner."""
        row.save(using="owner", force_insert=True)

    def item(
        self, subject: Subject, by: str, title: str, day: float, kind: str, **columns: Any
    ) -> UUID:
        """A header with words, about Jannie unless said otherwise."""
        about = columns.pop("about", self.cast.jannie)
        return self.cast.item(
            about=about, subject=subject, author=self.somebody(by), title=title, kind=kind,
            at=self.at(day), in_news=False, **columns,
        )  # fmt: skip

    def compartment(self, *named: str) -> UUID:
        """A safety compartment in which these are named."""
        made, here = new_id(), {"network_id": self.cast.network}
        put(self.cast.owner, {
            "sharing_compartment": [{"id": made, **here, "created_at": self.begin,
                                     "made_by_id": self.somebody(named[0]).person}],
            "sharing_compartmentmember": [
                {"id": new_id(), **here, "compartment_id": made,
                 "member_id": self.somebody(one).member} for one in named],
        })  # fmt: skip
        return made

    def member(self, who: str, **columns: Any) -> None:
        """Change the membership of somebody."""
        for column, value in columns.items():
            self.sql(f"UPDATE networks_member SET {column} = %s WHERE id = %s", value,
                     self.somebody(who).member)  # fmt: skip


@dataclass(frozen=True)
class Played:
    """How one scenario went; no faults is good."""

    scenario: Scenario
    faults: list[str]


def played(scenarios: list[Scenario], gather: Callable[[], Cast]) -> Iterator[Played]:
    """Play each on a stage of its own."""
    for one in scenarios:
        stage = Stage(gather())
        one.play(stage)
        yield Played(one, stage.faults)


def table(results: list[Played]) -> list[str]:
    """A line for each kind: of each of the five how many were right, and what was wrong."""
    kinds = sorted({one.scenario.kind for one in results})
    lines = [f"{'kind':<28}" + "".join(f"{which:>14}" for which in WHICH)]
    for kind in kinds:
        cells = []
        for which in WHICH:
            mine = [
                one for one in results
                if (one.scenario.kind, one.scenario.which) == (kind, which)
            ]  # fmt: skip
            cells.append(f"{sum(not one.faults for one in mine)}/{len(mine)}" if mine else "-")
        lines.append(f"{kind:<28}" + "".join(f"{cell:>14}" for cell in cells))
    wrong = [one for one in results if one.faults]
    lines += [f"{one.scenario.kind}, {one.scenario.which}: {one.scenario.words} -> {fault}"
              for one in wrong for fault in one.faults]  # fmt: skip
    lines.append(f"{len(results)} scenarios, {len(results) - len(wrong)} right, {len(wrong)} wrong")
    return lines
