"""The words of a handover on paper, and which items are on it, for the access log."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.ui.dates import clock as time_of
from zorgverband.ui.dates import full_date
from zorgverband.ui.typeset import Printed

from .shown import ShownHandover, ShownLine, ShownPart, ShownQuestion

SHAPE = Path(__file__).parent / "handover.typ"


def printed(
    head: ShownHandover,
    parts: Sequence[ShownPart],
    lines: Sequence[ShownLine],
    *,
    body: str,
    receiver: str,
) -> Printed:
    """The handover as who prints it may read it."""
    now = clock.now()
    words = {
        "title": _("Overdracht van %(giver)s naar %(taker)s")
        % {"giver": head.giver, "taker": head.taker},
        "about": _("Over %(name)s") % {"name": head.about},
        "state": f"{head.state}, {head.when}",
        "body": body,
        "made": _("Gemaakt op %(day)s, %(time)s, voor %(name)s.")
        % {"day": full_date(now), "time": time_of(now), "name": receiver},
        "parts": [_part(one) for one in parts],
        "lines": [
            {"what": one.what, "to": one.to, "state": one.state_text, "asked": _asked(one.questions)}
            for one in lines
        ],
        "labels": {
            "lines": _("Wat gaat over"), "what": _("Wat"), "to": _("Wie"),
            "state": _("Hoe staat het?"), "page": _("bladzijde"), "of": _("van"),
        },
    }  # fmt: skip
    items = {head.id} | {one.item for one in lines}
    items |= {one.id for part in parts for one in part.sections}
    return Printed(words, frozenset(items), now)


def in_dutch() -> translation.override:
    """For `with`: paper is in Dutch, whatever language is on the screen."""
    return translation.override("nl")


def _part(one: ShownPart) -> dict[str, Any]:
    return {
        "label": one.label,
        "sections": [
            {
                "label": each.label,
                "words": each.words or each.state_text,
                "change": each.change_text,
                "asked": _asked(each.questions),
            }
            for each in one.sections
        ],
    }


def _asked(those: Sequence[ShownQuestion]) -> list[str]:
    return [
        f"{_('Vraag:')} {one.words} {_('Antwoord:')} {one.answer or _('nog geen antwoord')}"
        for one in those
    ]
