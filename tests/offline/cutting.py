"""Writing while the line is cut, the page closed or the phone switched off, over and over."""

import random
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from tests.cast import Cast
from tests.running import wait_until
from zorgverband.sharing.models import Item

from . import device as phone
from .device import Device, composer
from .line import Cut, Line

NO_LINE, CLOSED, SWITCHED_OFF = "no reception at all", "page closed", "phone switched off"
LINE = (*[cut for cut in Cut if cut is not Cut.NO], NO_LINE)
# What happens to the phone within this many milliseconds of the tap.
SOON = (0, 3, 10, 30, 100, 300)


@dataclass
class Figures:
    """How often what was cut, how often the writer was told nothing yet, and what went wrong."""

    moments: Counter[str] = field(default_factory=Counter)
    too_soon: int = 0
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        lines = [f"{count:6}  {moment}" for moment, count in sorted(self.moments.items())]
        lines.append(
            f"{self.too_soon:6}  ended before anything was kept or sent: not there, not told"
        )
        return "\n".join([*lines, f"{len(self.faults):6}  lost, or there twice", *self.faults[:20]])


def cut_again_and_again(
    cast: Cast, device: Device, line: Line, *, times: int, seed: int, say: Callable[[str], None]
) -> Figures:
    """Write `times` messages, each cut off somehow; afterwards each must be there once, unless its
    writer saw that it had not been sent at all."""
    chance, figures = random.Random(seed), Figures()
    device.sign_in(cast.marijke)
    device.open(composer(cast))
    for number in range(times):
        words = f"Bericht {number} van {seed}"
        kept = _one(cast, device, line, words, chance, figures)
        found = Item.objects.using("owner").filter(network_id=cast.network, body=words).count()
        figures.too_soon += not kept and not found
        if found != 1 and (kept or found):
            figures.faults.append(f"{words}: {found} times, kept on the device: {kept}")
        if number % 25 == 24:
            say(f"{number + 1} of {times}, {len(figures.faults)} faults")
    return figures


def _one(
    cast: Cast, device: Device, line: Line, words: str, chance: random.Random, figures: Figures
) -> bool:
    """One message. Answers whether it was kept, on the device or by the server, when the page was
    closed: before that nobody was told anything."""
    page = device.open(composer(cast))
    line_cut, after_tap = chance.choice(LINE), chance.choice((None, None, CLOSED, SWITCHED_OFF))
    figures.moments[f"{line_cut}{f', {after_tap}' if after_tap else ''}"] += 1
    line.up, line.cut = line_cut != NO_LINE, line_cut if isinstance(line_cut, Cut) else Cut.NO
    phone.write(page, words)
    kept = True
    if after_tap is None:
        with suppress(Exception):
            page.wait_for_url(lambda address: "/schrijven/" not in address, timeout=10_000)
    else:
        page.wait_for_timeout(chance.choice(SOON))
        kept = _seen(device, page, words)
        if after_tap is CLOSED:
            device.context.new_page()
            page.close()
        else:
            device.switch_off()
            device.switch_on()
    line.up, line.cut = True, Cut.NO
    after = device.open("/hulp/", ready=False)
    wait_until(lambda: not device.waiting(after), seconds=40, what="an empty queue")
    return kept


def _seen(device: Device, page: Any, words: str) -> bool:
    """Whether it is written down on the device, or the page has gone on already."""
    try:
        return bool(device.waiting(page)) or "/schrijven/" not in page.url
    except Exception:
        # The page is on its way to the next: what one saw is not known.
        return False
