"""Finds in a text what leads to somebody of a network, before it is asked of somebody outside it.

What is looked for: names of everybody in the network (`names.py`), and dates, addresses and numbers
of any person (`figures.py`). In doubt a text is stopped: who asks can choose other words.
"""

from collections.abc import Sequence

from .everyday import EVERYDAY
from .figures import figures_in
from .found import Found, composed, plainly
from .names import Known, names_in

__all__ = ["EVERYDAY", "Found", "Known", "recognised"]


def recognised(text: str, people: Sequence[Known], teams: Sequence[str] = ()) -> list[Found]:
    """Everything found, in the order of the text, each place once."""
    written = composed(text)
    looked = plainly(written)
    found = [*figures_in(looked), *names_in(looked, people, teams)]
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: one.start):
        if not kept or one.start >= kept[-1].end:
            kept.append(Found(one.kind, one.start, written[one.start : one.end]))
    return kept
