"""The words of a letter with news, for who has no internet: what others wrote, who made the letter,
and how to answer."""

from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.files.storage import default_storage
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zorgverband.base import clock
from zorgverband.networks.queries import Face
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import full_date, local_day, long_date
from zorgverband.ui.letters import breakable
from zorgverband.ui.typeset import Printed

from .calling import Words, call_words, whom_to_call
from .queries import News, Period

SHAPE = Path(__file__).parent / "letter.typ"
# Pictures make a file large and a printer slow.
MOST_PHOTOS = 16


def printed_letter(
    news: News,
    *,
    period: Period,
    client: Face,
    maker: tuple[str, str],
    people: dict[UUID, Face],
    names: dict[UUID, str],
) -> Printed:
    """The letter to this client, in Dutch. `maker`: name and function of who makes it; for a letter to
    oneself two empty words."""
    with translation.override("nl"):
        entries, pictures = _entries(news, people, names)
        words = _words(entries, period, client, maker, people)
    items = frozenset(row["id"] for row in news.items)
    return Printed(words, items, clock.now(), pictures)


def span(period: Period) -> str:
    """'14 november tot en met 22 november 2026'."""
    return _("%(first)s tot en met %(last)s") % {
        "first": long_date(period.since),
        "last": f"{long_date(period.until)} {local_day(period.until).year}",
    }


def heading_of(row: dict[str, Any]) -> str:
    """The title of an item, else what it is about."""
    return str(row["title"] or Subject(row["subject"]).label)


def _words(
    entries: list[Words],
    period: Period,
    client: Face,
    maker: tuple[str, str],
    people: dict[UUID, Face],
) -> Words:
    name, function = maker
    made = f"{name}, {function}" if function else name
    calls = [one for one in whom_to_call(people) if one.member != client.member]
    to = breakable(client.formal_name or client.name)
    return {
        "title": _("Nieuws voor %(name)s") % {"name": to},
        "span": _("Van %(span)s") % {"span": span(period)},
        "hello": _("Dag %(name)s,") % {"name": to},
        "made": _("Gemaakt door %(name)s, op %(day)s.")
        % {"name": made, "day": full_date(clock.now())}
        if name
        else _("Gemaakt op %(day)s.") % {"day": full_date(clock.now())},
        "theirs": _("Deze brief is voor %(name)s. Geef hem niet zomaar aan anderen.")
        % {"name": to},
        "entries": entries,
        "empty": "" if entries else _("Er is in deze tijd geen nieuws geschreven."),
        "answer": _("Wilt u iets terugzeggen?"),
        "how": _("Bel, of zeg het tegen wie deze brief brengt. Die kan het voor u opschrijven."),
        "calls": [call_words(one) for one in calls],
        "urgent": [_("Levensgevaar"), "112"],
        "page": _("bladzijde"),
        "of": _("van"),
    }


def _entries(
    news: News, people: dict[UUID, Face], names: dict[UUID, str]
) -> tuple[list[Words], dict[str, bytes]]:
    pictures: dict[str, bytes] = {}
    entries = []
    for row in news.items:
        photos = news.photos.get(row["id"], [])
        shown = []
        for photo in photos[: max(0, MOST_PHOTOS - len(pictures))]:
            called = f"foto-{len(pictures)}.svg"
            with default_storage.open(photo["thumbnail"]) as file:
                pictures[called] = file.read()
            shown.append({"name": called, "shows": photo["shows"] or _("Foto bij dit bericht")})
        entries.append(_entry(row, news, people, names, shown, len(photos) - len(shown)))
    return entries, pictures


def _entry(
    row: dict[str, Any],
    news: News,
    people: dict[UUID, Face],
    names: dict[UUID, str],
    shown: list[Words],
    more: int,
) -> Words:
    face = people.get(row["author_member_id"])
    name = row["taken_over_from"] or _name(row, people, names)
    function = face.function if face and not row["taken_over_from"] else ""
    left_out = ngettext("Er hoort nog %(num)s foto bij.", "Er horen nog %(num)s foto's bij.", more)
    return {
        "heading": breakable(heading_of(row)),
        "who": ", ".join(part for part in (breakable(name), function) if part),
        "day": long_date(row["happened_at"]),
        "body": breakable(row["body"]),
        "photos": shown,
        "more": left_out % {"num": more} if more else "",
        "replies": [
            {"who": breakable(_name(one, people, names)), "body": breakable(one["body"])}
            for one in news.replies.get(row["id"], [])
        ],
    }  # fmt: skip


def _name(row: dict[str, Any], people: dict[UUID, Face], names: dict[UUID, str]) -> str:
    known = names.get(row["author_id"]) if row["author_member_id"] in people else None
    return known or _("Iemand")
