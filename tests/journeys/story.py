"""A household, its clock, its browsers and its mail; and what its members see, held against the rule
that was written apart (tests/rule/model.py)."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from uuid import UUID, uuid4

from django.core import mail
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.cast import Somebody
from tests.clocked import set_moment
from tests.paper import words_on
from tests.rule.model import Rule
from tests.running import Site
from tests.visitor import signed_in
from zorgverband.agreements.models import OPEN, Agreement
from zorgverband.base import clock
from zorgverband.base.clock import HOME
from zorgverband.demo.dump import network_facts
from zorgverband.journal.models import Event
from zorgverband.notifications.actions import deliver
from zorgverband.notifications.sending import send_due
from zorgverband.plan.models import Goal, PlanPart
from zorgverband.sharing.models import Item

from .household import Household
from .walking import DESK, PHONE

# A session of the past would have ended: the story goes on from today.
START = clock.today()
SHOWN = ("question", "goal", "strength", "worry", "help", "analysis", "safety", "score")


@dataclass
class Story:
    """The household, its clock, its browsers and its mail."""

    home: Household
    site: Site
    folder: Path
    chromium: Any
    now: datetime = field(default_factory=clock.now)
    told: set[UUID] = field(default_factory=set)
    pages: dict[str, Any] = field(default_factory=dict)
    clients: dict[str, Client] = field(default_factory=dict)

    def at(self, day: int, hour: int, minute: int = 0) -> None:
        """From here it is this moment, for the site and for ourselves."""
        self.now = datetime.combine(START + timedelta(days=day), time(hour, minute), tzinfo=HOME)
        set_moment(self.folder, self.now)

    def who(self, key: str) -> Somebody:
        return self.home.people[key]

    def address(self, name: str, **parts: Any) -> str:
        return reverse(name, kwargs={"network_id": self.home.network} | parts)

    def page(self, key: str, viewport: dict[str, int] = PHONE) -> Any:
        """The browser of somebody, opened once."""
        if key not in self.pages:
            context = self.chromium.new_context(
                viewport=viewport,
                locale="nl-NL",
                java_script_enabled=key != "sanne",
                service_workers="block",
            )
            cookie = signed_in(self.who(key).person).cookies["sessionid"].value
            context.set_default_timeout(10_000)
            context.add_cookies([{"name": "sessionid", "value": cookie, "url": self.site.address}])
            self.pages[key] = context.new_page()
        return self.pages[key]

    def opened(self, key: str, name: str, **parts: Any) -> Any:
        """The browser of somebody, at this page."""
        page = self.page(key, DESK if key == "jolanda" else PHONE)
        page.goto(self.site.address + self.address(name, **parts))
        return page

    def client(self, key: str) -> Client:
        """Somebody without a browser: the app's own client, on the same clock."""
        if key not in self.clients:
            self.clients[key] = signed_in(self.who(key).person)
        return self.clients[key]

    def get(self, key: str, address: str) -> str:
        with clock.at(self.now):
            answer = self.client(key).get(address)
        assert answer.status_code == 200, address
        return str(answer.content.decode())

    def send(self, key: str, name: str, words: dict[str, Any], **parts: Any) -> None:
        with clock.at(self.now):
            form = {"key": uuid4().hex, **words}
            answer = self.client(key).post(self.address(name, **parts), form)
        assert answer.status_code == 302, (name, answer.content.decode()[-3000:])

    def newest(self, title: str) -> UUID:
        """The item with this title."""
        rows = Item.objects.using("owner").filter(network_id=self.home.network, title=title)
        return UUID(str(rows.order_by("-created_at")[0].id))

    def mail_of(self, key: str) -> str:
        """Tell everybody what happened, and answer the link in the last mail to this person."""
        with clock.at(self.now):
            for event in Event.objects.using("owner").filter(network_id=self.home.network):
                if event.id not in self.told:
                    deliver(event=event.id)
                    self.told.add(event.id)
            send_due()
        mine = [one for one in mail.outbox if self.who(key).email in one.to]
        assert mine, f"no mail to {key}"
        mail.outbox.clear()
        found = re.search(r"https?://\S+", str(mine[-1].body))
        assert found
        return found[0]


def tapped(story: Story, key: str, button: str) -> int:
    """Answer what a mail speaks of: how many taps that took, on its link and on what follows."""
    page = story.page(key, DESK if key == "jolanda" else PHONE)
    page.goto(story.mail_of(key))
    taps = 1
    page.get_by_role("button", name=button).first.click()
    taps += 1
    page.wait_for_load_state()
    return taps


FIVE = ("mieke", "lotte", "anouk", "truus", "nadia")


def each_sees_theirs(story: Story) -> None:
    """The plan pages of five viewers show exactly what the rule that was written apart lets through."""
    network = story.home.network
    with transaction.atomic(using="owner"):
        facts = network_facts(network, using="owner")
    rule = Rule(facts, datetime.now(UTC))
    wanted = _on_the_page(network)
    words = dict(Item.objects.using("owner").filter(id__in=wanted).values_list("id", "title"))
    seen = {}
    for key in FIVE:
        person = str(story.who(key).person)
        theirs = {
            one["id"] for one in facts["items"]
            if one["id"] in wanted and rule.may_read(person, one)
        }  # fmt: skip
        page = story.get(key, story.address("plan"))
        seen[key] = set(re.findall(r'data-item="([^"]+)"', page.split("<main")[1])) & wanted
        assert seen[key] == theirs, key
        strange = {words[UUID(one)] for one in wanted - theirs} - {
            words[UUID(one)] for one in theirs
        }
        assert not [title for title in strange if f">{title}<" in page], key
    # The control: everybody has a plan of their own, and the social side none that is medical.
    assert len({frozenset(ids) for ids in seen.values()}) == len(FIVE)
    assert seen["lotte"] - seen["mieke"]
    assert seen["mieke"] - seen["nadia"]


def _on_the_page(network: UUID) -> set[str]:
    """What the plan page speaks of, whoever looks: parts but for closed goals, and open agreements."""
    parts = PlanPart.objects.using("owner").filter(
        network=network, ended_at=None, kind__in=(*SHOWN, "agreed", "cycle")
    )
    behind = Goal.objects.using("owner").filter(network=network, closed_at__isnull=False)
    agreements = Agreement.objects.using("owner").filter(network=network, state__in=OPEN)
    return (
        {str(one.item_id) for one in parts} | {str(one.item_id) for one in agreements}
    ) - {str(one.item_id) for one in behind}  # fmt: skip


def walked_round(story: Story, key: str, never: tuple[str, ...]) -> dict[str, str]:
    """Every page one gets to from the plan by its links, by address; none holds words of `never`."""
    story.at(0, 11, 30)
    story.get(key, story.address("plan"))  # the first visit greets
    found: dict[str, str] = {}
    waiting = [story.address(name) for name in ("plan", "agreements", "today", "news", "people")]
    while waiting:
        address = waiting.pop(0)
        if address in found:
            continue
        found[address] = page = _plain(story, key, address)
        for link in re.findall(r'href="([^"#]+)"', page.split("<main")[1].split("</main")[0]):
            onward = urljoin(address, link.replace("&amp;", "&"))
            if re.match(rf"/n/{story.home.network}/(plan|afspra|afspreken|bericht)", onward):
                waiting.append(onward)
    assert sum("afdrukken" in address for address in found) > 2, sorted(found)
    assert not [words for words in never for page in found.values() if words in page]
    return found


def _plain(story: Story, key: str, address: str) -> str:
    with clock.at(story.now):
        answer = story.client(key).get(address)
    if answer["Content-Type"] == "application/pdf":
        return f"{sha256(answer.content).hexdigest()} {words_on(answer.content)}<main</main"
    return f"{answer.status_code} {answer.content.decode(errors='replace')}<main</main"
