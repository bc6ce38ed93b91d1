"""The plan and agreements after somebody did something: refused forms, answers, a whole household."""

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.urls import reverse

from tests.doors.asking import address
from tests.journeys.household import Household, gather_household
from tests.visitor import signed_in
from zorgverband.base.clock import today
from zorgverband.sharing.models import Item

from .states import State, Step, go, refused, send

if TYPE_CHECKING:
    from tests.doors.world import World

    from .windows import Windows

LONG = "Wij praten elke week samen over de arbeidsongeschiktheidsverzekeringsmaatschappij"
WEEKLY = "Elke week samen de post openen"


def sent(name: str, what: str, button: str, **typed: str) -> Step:
    """The form of this button, among several on a page, sent with only these words."""

    def step(windows: "Windows", world: "World", page: Any) -> Any:
        go(windows, world, page, name, what)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        for field, words in typed.items():
            page.locator(f"main [name={field}]").first.fill(words)
        return send(page, button=f"main button:has-text('{button}')")

    return step


def part_of_kind(kind: str) -> Step:
    """The form of another kind of part than the doors table asks for."""

    def step(windows: "Windows", world: "World", page: Any) -> Any:
        at = address("add_part", "-", world).replace("worry", kind)
        return page.goto(windows.site.address + at)

    return step


_homes: dict[int, Household] = {}


def _home(world: "World") -> Household:
    """A household with a plan that has grown, made once for these pages."""
    if id(world) not in _homes:
        home = _homes[id(world)] = gather_household(world.cast.owner)
        _fill(home)
    return _homes[id(world)]


def _post(home: Household, key: str, name: str, words: dict[str, Any], **parts: Any) -> None:
    at = reverse(name, kwargs={"network_id": home.network} | parts)
    answer = signed_in(home.people[key].person).post(at, {"key": uuid4().hex, **words})
    assert answer.status_code == 302, (name, answer.status_code)


def _read_by(home: Household, key: str, about: str) -> str:
    """What of the plan somebody read before answering it, as the form says."""
    at = reverse("sign_plan", kwargs={"network_id": home.network, "about_id": about})
    page = signed_in(home.people[key].person).get(at).content.decode()
    found = re.search(r'name="seen" value="([^"]+)"', page)
    assert found, "the plan has no mark of what was read"
    return found[1]


def _id(home: Household, title: str) -> UUID:
    rows = Item.objects.using("owner").filter(network_id=home.network, title=title)
    return UUID(str(rows.order_by("-created_at")[0].id))


def _fill(home: Household) -> None:
    about, lotte = str(home.network), str(home.lotte.member)
    _post(home, "jolanda", "start_plan", {
        "about": about, "question": "Weer rust in huis", "goal": LONG, "worry": "Ruzie over geld",
        "strength": "Oma helpt", "review_on": (today() + timedelta(days=9)).isoformat(),
    })  # fmt: skip
    wish = {"about": lotte, "words": "Ik wil weer slapen", "domain": "y_mind"}
    _post(home, "lotte", "add_part", wish, kind="question")
    _post(home, "lotte", "score_domains", {"about": lotte, "score-y_mind": "2"})
    _post(home, "jolanda", "ask_agreement", {
        "about": about, "what": WEEKLY, "executor": str(home.karim.member), "repeat": "weekly",
        "weekday": "2", "goal": str(_id(home, LONG)), "circle": "everyone",
    })  # fmt: skip
    _post(home, "mieke", "agree_plan", {"about": about, "seen": _read_by(home, "mieke", about)})
    _post(home, "truus", "answer_review",
          {"about": about, "went_well": "Er is minder ruzie", "next": LONG})  # fmt: skip


def of_household(key: str, name: str, title: str = "") -> Step:
    """A page of the household, as somebody in it sees it; `title` is of an agreement."""

    def step(windows: "Windows", world: "World", page: Any) -> Any:
        home = _home(world)
        parts = {"agreement_id": _id(home, title)} if title else {}
        at = reverse(name, kwargs={"network_id": home.network} | parts)
        return windows.of(home.people[key]).goto(windows.site.address + at)

    return step


PLAN_STATES = {
    "plan-begun-with-nothing": State("hanneke", refused("start_plan"), 422),
    "a-goal-being-written": State("hanneke", part_of_kind("goal"), 200),
    "goal-closed-without-outcome": State("marijke", sent("goal", "home", "Afsluiten"), 422),
    "looking-back-answered": State(
        "jannie", sent("review_plan", "-", "Bewaren", went_well="De buren helpen"), 200
    ),
    "next-cycle-without-day": State(
        "hanneke", sent("review_plan", "-", "Volgende ronde beginnen", review_on=""), 422
    ),
    "declined-without-reason": State("anouk", sent("agreement", "health", "Nee zeggen"), 422),
    "household-plan-client": State("jannie", of_household("mieke", "plan"), 200),
    "household-plan-municipality": State("jannie", of_household("nadia", "plan"), 200),
    "household-looks-back": State("jannie", of_household("jolanda", "review_plan"), 200),
    "household-counter": State("jannie", of_household("karim", "counter_agreement", WEEKLY), 200),
}
