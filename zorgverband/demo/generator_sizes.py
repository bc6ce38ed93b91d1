"""How many messages each generated network gets: a few large dossiers and many small ones."""

from collections.abc import Sequence

SMALLEST = 3


def sizes_of(
    *, networks: int, items: int, largest: float = 0.0, set_sizes: Sequence[int] = ()
) -> list[int]:
    """The number of messages of each network, `items` together.

    The first networks get `set_sizes` exactly. Of the others the first gets the part `largest`
    of the messages, and the rest falls off like 1/rank. Raises ValueError when it cannot be.
    """
    others = networks - len(set_sizes)
    left = items - sum(set_sizes)
    if others < 0 or left < others * SMALLEST or not 0 <= largest < 1 or (left and not others):
        raise ValueError("too few messages for so many networks")
    if not others:
        return list(set_sizes)
    big = int(left * largest)
    ranks = [1 / (rank + 10) for rank in range(others - bool(big))]
    left -= big
    spare = left - SMALLEST * len(ranks)
    share = [SMALLEST + int(spare * rank / sum(ranks)) for rank in ranks]
    if share:
        share[0] += left - sum(share)
    return [*set_sizes, *([big] if big else []), *share]
