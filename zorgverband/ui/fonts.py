"""The fonts of this machine, looked for once by each process: that takes longer than making a paper."""

from functools import cache

import typst


@cache
def installed() -> typst.Fonts:
    """What every paper is set with: the fonts of Typst itself and those installed here."""
    return typst.Fonts()
