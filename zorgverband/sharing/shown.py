"""Items as a page shows them: names, times and words in the reader's language, ready to print."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from django.utils.formats import number_format
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from zorgverband.base import reading
from zorgverband.networks.functions import FUNCTIONS
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, clients, initials_of
from zorgverband.ui.dates import clock_in

from . import queries
from .circles import CHOSEN, CROWDS, OWN, crowd
from .subjects import ICONS, Subject


class Shown(NamedTuple):
    """One item on a page, with everything the component `messages` prints."""

    id: UUID
    author: str
    function: str
    initials: str
    shape: str
    happened_at: datetime
    moment: str
    time: str
    subject: str
    subject_icon: str
    title: str
    heading: str
    body: str
    href: str
    circle: str
    tone: str
    readers: int
    readers_href: str
    mine: bool
    new: bool = False
    about: str = ""
    replies: int = 0
    changed: str = ""
    files: Sequence[dict[str, Any]] = ()
    picture: str = ""
    picture_text: str = ""
    picture_href: str = ""
    pictures: Sequence[dict[str, str]] = ()
    photo: str = ""
    signal_text: str = ""
    below: str = ""
    may_reply: bool = True


def about_names(network: UUID, people: dict[UUID, Face]) -> dict[UUID, str]:
    """Every `about` of a network in words."""
    return {
        network: _("het huishouden"),
        **{face.member: face.given_name for face in people.values()},
    }


class Words(NamedTuple):
    """The words that come back with every item, in one language."""

    subjects: dict[Subject, str]
    crowds: list[str]
    chosen: str
    alone: str
    functions: dict[str, str]
    clock: Callable[[datetime], str]


@lru_cache(maxsize=8)
def words_in(language: str) -> Words:
    """Looked up once per language and not for every item; `language` must be the active one."""
    return Words(
        subjects={subject: str(subject.label) for subject in Subject},
        crowds=[str(one.label) for one in CROWDS],
        chosen=str(CHOSEN.label),
        alone=_("Alleen u"),
        functions={code: str(function.label) for code, function in FUNCTIONS.items()},
        clock=clock_in(language),
    )


def show(
    rows: Sequence[dict[str, Any]],
    *,
    network: UUID,
    person: UUID,
    people: dict[UUID, Face],
    names: dict[UUID, str],
    seen_until: datetime | None = None,
) -> list[Shown]:
    """Turn rows of items into what pages print: one statement, however many rows."""
    hanging = reading.hanging(network=network, items=[row["id"] for row in rows]) if rows else {}
    nothing = reading.Hanging(replies=0, files=[], readers=0, turn="")
    words = words_in(get_language() or "nl")
    abouts = about_names(network, people)
    several = len(clients(people)) > 1
    return [
        _shown(
            row,
            network=network,
            face=people.get(row["author_member_id"]),
            name=names.get(row["author_id"], ""),
            about=abouts.get(row["about_id"], "") if several else "",
            hanging=hanging.get(row["id"], nothing),
            words=words,
            mine=row["author_id"] == person,
            new=row["author_id"] != person
            and (seen_until is None or row["created_at"] > seen_until),
        )
        for row in rows
    ]


def _shown(
    row: dict[str, Any],
    *,
    network: UUID,
    face: Face | None,
    name: str,
    hanging: reading.Hanging,
    words: Words,
    **rest: Any,
) -> Shown:
    subject = Subject(row["subject"])
    reads = crowd(hanging.sides, everyone=hanging.everyone)
    chosen = row["circle"] == OWN
    alone = rest["mine"] and hanging.readers == 1
    label = words.subjects[subject]
    name = name or (face.name if face else _("Iemand"))
    source = row["taken_over_from"]
    at = f"/n/{network}/bericht/{row['id']}/"
    pictures = [_picture(network, entry) for entry in hanging.files if entry["thumbnail"]]
    return Shown(
        id=row["id"],
        author=_("Overgenomen van %(source)s") % {"source": source} if source else name,
        function="" if source or face is None else _function(face, hanging.turn, words),
        initials=initials_of(source or name),
        shape=face.shape if face else "round",
        happened_at=row["happened_at"],
        moment=row["happened_at"].isoformat(),
        time=words.clock(row["happened_at"]),
        subject=label,
        subject_icon=ICONS[subject],
        title=row["title"],
        heading=row["title"] or label,
        body=row["body"],
        href=at,
        # What was chosen once may not be who reads it now.
        circle=words.alone if alone else words.chosen if chosen else words.crowds[reads],
        tone=CHOSEN.tone if chosen or alone else CROWDS[reads].tone,
        readers_href=at + "lezers/",
        changed=words.clock(row["edited_at"]) if row["edited_at"] else "",
        replies=hanging.replies,
        readers=hanging.readers,
        files=[_file(network, entry) for entry in hanging.files if not entry["thumbnail"]],
        pictures=pictures,
        picture=pictures[0]["small"] if pictures else "",
        picture_text=pictures[0]["shows"] if pictures else "",
        picture_href=pictures[0]["href"] if pictures else "",
        **rest,
    )


def _function(face: Face, turn: str, words: Words) -> str:
    return words.functions.get(turn, face.function) if face.team else face.function


def _picture(network: UUID, entry: dict[str, Any]) -> dict[str, str]:
    href = f"/n/{network}/bestand/{entry['id']}/"
    return {"href": href, "small": href + "klein/", "shows": entry["shows"]}


def _file(network: UUID, entry: dict[str, Any]) -> dict[str, Any]:
    size = entry["size"]
    return {
        "name": entry["name"],
        "href": f"/n/{network}/bestand/{entry['id']}/",
        "size": f"{number_format(size / 1024 / 1024, 1)} MB"
        if size >= 1024 * 1024
        else f"{max(1, size // 1024)} kB",
    }


@dataclass(frozen=True)
class ReaderLine:
    """One person in the readers panel or strip."""

    name: str
    function: str
    initials: str
    shape: str
    reason: str
    side: str
    member: UUID
    line: int


def reader_lines(
    reasons: Sequence[queries.Reason],
    *,
    people: dict[UUID, Face],
    names: dict[UUID, str],
    subject: Subject,
) -> tuple[list[ReaderLine], list[ReaderLine]]:
    """Who reads and who does not, each with the reason in one sentence, from the rule itself."""
    reading: list[ReaderLine] = []
    others: list[ReaderLine] = []
    order = {Side.CLIENT: 0, Side.FAMILY: 1, Side.CARE: 2, Side.SOCIAL: 3}
    for reason in sorted(
        reasons,
        key=lambda one: (
            order[Side(people[one.member].side)] if one.member in people else 9,
            names.get(one.person, ""),
            people[one.member].name if one.member in people else "",
        ),
    ):
        face = people.get(reason.member)
        if face is None:
            continue
        name = names.get(reason.person) or face.name
        # Who has no name but that of the team has it once.
        team = face.name if face.team and face.name != name else ""
        line = ReaderLine(
            name=name,
            function=team or face.function,
            initials=initials_of(name),
            shape=face.shape,
            reason=sentence(reason.line, face=face, subject=subject),
            side=face.side,
            member=reason.member,
            line=reason.line,
        )
        (reading if reason.reads else others).append(line)
    return reading, others


_REASONS = {
    -1: gettext_noop("Nieuws over gezondheid gaat nooit naar gemeente, welzijn of school."),
    2: gettext_noop("Is genoemd bij dit afgeschermde bericht."),
    3: gettext_noop("Schreef dit zelf."),
    4: gettext_noop("Het gaat over deze persoon zelf, of over wie deze persoon vertegenwoordigt."),
    -5: gettext_noop("Er is bezwaar gemaakt: deze persoon leest dit bericht niet."),
    6: gettext_noop("Mag dit ene bericht lezen van degene die beslist."),
    -7: gettext_noop("De schrijver koos andere lezers."),
    8: gettext_noop("Mag lezen over: %(subject)s."),
    9: gettext_noop("Heeft nu noodtoegang. De cliënt heeft daar bericht van."),
    -10: gettext_noop("Krijgt geen nieuws over: %(subject)s."),
}


def sentence(line: int, *, face: Face, subject: Subject) -> str:
    """The line of the rule that decided, in words."""
    text = _(_REASONS[line]) if line in _REASONS else ""
    return text % {"subject": str(subject.label).lower()} if "%(" in text else text
