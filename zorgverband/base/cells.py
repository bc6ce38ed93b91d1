"""Cells of tables that somebody opens in a spreadsheet, which takes some words for a formula."""

import re

# Also in the middle: a spreadsheet divides a line at the sign its own language uses for that, whatever
# sign the table was written with. The signs of wide letters are taken for the plain ones.
_FORMULA = re.compile(r'((?:^|[,;\t\r\n"|])\s*)([=+\-@\uff1d\uff0b\uff0d\uff20])')


def harmless(cell: str) -> str:
    """The cell with a mark before what a spreadsheet would work out; the rest as it is."""
    return _FORMULA.sub(r"\1'\2", cell)
