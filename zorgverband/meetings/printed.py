"""The words of printed minutes, and which items are on the paper, for the access log."""

from pathlib import Path
from typing import Any
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.networks.queries import Face
from zorgverband.ui.dates import full_date
from zorgverband.ui.sentences import listed
from zorgverband.ui.typeset import Printed

from .minutes import Minutes, Part
from .noted import ShownNote

SHAPE = Path(__file__).parent / "minutes.typ"
Words = dict[str, Any]


def printed_minutes(found: Minutes, *, people: dict[UUID, Face], receiver: str) -> Printed:
    """The minutes in Dutch, as who prints them reads them."""
    with translation.override("nl"):
        words = _words(found, people, receiver)
    return Printed(words, frozenset(found.items), clock.now())


def _words(found: Minutes, people: dict[UUID, Face], receiver: str) -> Words:
    held = found.row["held_at"] or found.row["closed_at"]
    there = [people[one.member].name for one in found.guests if one.came and one.member in people]
    away = [people[one.member].name for one in found.guests
            if not one.came and one.member in people]  # fmt: skip
    return {
        "title": _("Verslag van een overleg"),
        "why": found.row["item__title"],
        "held": _("Gehouden op %(day)s.") % {"day": full_date(held)},
        "there": _("Er waren: %(names)s.") % {"names": listed(there)} if there else "",
        "away": _("Er waren niet: %(names)s.") % {"names": listed(away)} if away else "",
        "parts": [_part(one) for one in found.parts],
        "agreed": _("Afgesproken"),
        "otherwise": _("Verbetering"),
        "made": _("Gemaakt op %(day)s.") % {"day": full_date(clock.now())},
        "theirs": _("Dit is wat %(name)s mag lezen.") % {"name": receiver},
        "labels": {"page": _("Bladzijde"), "of": _("van")},
    }


def _part(part: Part) -> Words:
    return {
        "heading": f"{part.stop.number}. {part.stop.title}",
        "why": part.stop.why,
        "notes": [_note(one) for one in part.notes],
        "corrections": [_note(one) for one in part.corrections],
        "agreements": [
            {"what": one.what, "who": one.who, "when": one.when, "state": one.state_text}
            for one in part.agreements
        ],
    }


def _note(one: ShownNote) -> Words:
    return {"label": one.said_by or one.label, "words": one.words, "quote": bool(one.said_by),
            "by": one.by}  # fmt: skip
