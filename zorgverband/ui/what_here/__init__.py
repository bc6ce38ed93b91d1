"""'Wat kan ik hier?': one sentence of help for every page, by the name of its address.

A page that asks one question (a form, a confirmation) needs none; the test beside this says which
those are, and that no other page is without.
"""

from . import daily, record, rights, work

SENTENCES = daily.SENTENCES | record.SENTENCES | rights.SENTENCES | work.SENTENCES


def what_here(name: str) -> str:
    """The Dutch sentence for the page of this name, for gettext; empty where there is none."""
    return SENTENCES.get(name, "")
