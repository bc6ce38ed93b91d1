"""The archive to read: a PDF in large type, by subject and date, that a screen reader can follow."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from zorgverband.networks.functions import label_of
from zorgverband.sharing.subjects import Subject
from zorgverband.ui import typeset
from zorgverband.ui.dates import clock, full_date

from .contents import Contents, Row
from .details import detail_lines

# Setting the type of 3,000 items takes some 5 seconds and 250 MB; 20,000 at once 1.5 GB.
MOST_IN_ONE = 3000
SHAPE = Path(__file__).parent / "dossier.typ"
DONE = {
    "R": gettext_noop("gelezen"),
    "C": gettext_noop("geschreven"),
    "U": gettext_noop("veranderd"),
    "D": gettext_noop("teruggehaald"),
    "E": gettext_noop("meegenomen"),
}


def documents(contents: Contents) -> Iterator[tuple[str, bytes]]:
    """The document to read, by name: one, or of a large dossier several that follow each other."""
    whole = contents.items
    parts = [whole[start : start + MOST_IN_ONE] for start in range(0, len(whole), MOST_IN_ONE)]
    if len(parts) < 2:
        yield "dossier.pdf", as_pdf(contents)
        return
    for number, items in enumerate(parts, start=1):
        looks = contents.looks if number == len(parts) else []
        part = _("Deel %(number)s van %(count)s") % {"number": number, "count": len(parts)}
        yield f"dossier-{number}.pdf", as_pdf(replace(contents, items=items, looks=looks), part)


def as_pdf(contents: Contents, part: str = "") -> bytes:
    """The tagged PDF (PDF/UA-1), in Dutch whatever language the reader uses on screen."""
    with translation.override("nl"):
        words = _document(contents) | {"part": part}
    return typeset.as_pdf(SHAPE, words, made_at=contents.made_at)


def _document(contents: Contents) -> Row:
    return {
        "title": _("Dossier van %(name)s") % {"name": contents.about_name},
        "name": contents.about_name,
        "taken_by": contents.taken_by,
        "made": f"{full_date(contents.made_at)}, {clock(contents.made_at)}",
        "count": len(contents.items),
        "subjects": _subjects(contents),
        "looks": _looks(contents.looks),
    }


def _subjects(contents: Contents) -> list[Row]:
    found: dict[int, list[Row]] = {}
    for item in contents.items:
        found.setdefault(item["subject"], []).append(_item(item, contents))
    return [
        {"name": str(Subject(number).label), "items": found[number]} for number in sorted(found)
    ]


def _item(item: Row, contents: Contents) -> Row:
    return {
        "day": full_date(item["happened_at"]),
        "title": item["title"],
        "by": _by(item, contents),
        "about": _about(item["about_id"], contents),
        "body": item["body"],
        "lines": detail_lines(item, contents.people),
        "changed": [
            _("Tot %(day)s stond hier iets anders; dat staat in gegevens.json.")
            % {"day": full_date(item["edited_at"])}
        ]
        if item["versions"] and item["edited_at"]
        else [],
        "replies": [
            {"by": _by(one, contents), "day": full_date(one["created_at"]), "body": one["body"]}
            for one in item["replies"]
        ],
        "files": [one["name"] for one in item["files"]],
    }


def _by(row: Row, contents: Contents) -> str:
    if row.get("taken_over_from"):
        return _("Overgenomen van %(source)s") % {"source": row["taken_over_from"]}
    face = contents.people.get(row["author_member_id"])
    name = contents.names.get(row["author_id"], "") or (face.name if face else _("Iemand"))
    return ", ".join(part for part in (name, face.described if face else "") if part)


def _about(about: UUID, contents: Contents) -> str:
    if about == contents.about:
        return ""
    face = contents.people.get(about)
    return face.name if face else _("het huishouden")


def _looks(looks: Iterable[Row]) -> list[list[str]]:
    """Who looked, by month: how often and until when. Every single look stands in the table."""
    counted: Counter[tuple[str, str, str, str]] = Counter()
    last: dict[tuple[str, str, str, str], datetime] = {}
    for look in looks:
        function = ", ".join(
            part for part in (label_of(look["function"]), look["organisation"]) if part
        )
        key = (_month(look["at"]), look["person_name"], function, _(DONE[look["action"]]))
        counted[key] += 1
        last[key] = look["at"]
    return [[*key, str(times), full_date(last[key])] for key, times in counted.items()]


def _month(moment: date) -> str:
    return full_date(moment).split(" ", 1)[1]
