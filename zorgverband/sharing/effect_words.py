"""An effect in sentences: who is going to read or write what, and who no longer."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from zorgverband.base.effecting import Sight
from zorgverband.networks.queries import Face, clients
from zorgverband.ui.sentences import listed

from .effect import Effect
from .shown import about_names
from .subjects import Subject

CANNOT_TAKE_BACK = gettext_noop("Wat iemand al gelezen heeft, kunnen wij niet terughalen.")


def sentences(
    effect: Effect, *, network: UUID, people: Mapping[UUID, Face], names: Mapping[UUID, str]
) -> list[str]:
    """What changes, widening first, a sentence per person or team and kind of change."""
    who = _Names(network, people, names)
    said = [
        *_new(effect, who, "reads", 1, _("%(name)s gaat lezen over: %(what)s.")),
        *_earlier(effect, who, gained=True),
        *_new(effect, who, "writes", 1, _("%(name)s gaat schrijven over: %(what)s.")),
        *_new(effect, who, "reads", -1, _("%(name)s leest niet meer over: %(what)s.")),
        *_earlier(effect, who, gained=False),
        *_new(effect, who, "writes", -1, _("%(name)s schrijft niet meer over: %(what)s.")),
    ]
    if not said:
        return [_("Iedereen leest en schrijft hetzelfde als nu.")]
    return [*said, _(CANNOT_TAKE_BACK)] if effect.narrows else said


def item_sentences(
    effect: Effect, *, network: UUID, people: Mapping[UUID, Face], names: Mapping[UUID, str]
) -> list[str]:
    """The same for an act on one item: '3 mensen gaan dit lezen: ...', '1 leest niet meer mee'."""
    who = _Names(network, people, names)
    said = []
    more = who.of(one for one in effect.sights if one.gained)
    fewer = who.of(one for one in effect.sights if not one.gained)
    if more:
        said.append(
            ngettext(
                "%(num)s persoon gaat dit lezen: %(names)s.",
                "%(num)s mensen gaan dit lezen: %(names)s.",
                len(more),
            )
            % {"num": len(more), "names": listed(more)}
        )
    if fewer:
        said.append(
            ngettext(
                "%(num)s persoon leest dit niet meer: %(names)s.",
                "%(num)s mensen lezen dit niet meer: %(names)s.",
                len(fewer),
            )
            % {"num": len(fewer), "names": listed(fewer)}
        )
        said.append(_(CANNOT_TAKE_BACK))
    return said or [_("Dezelfde mensen lezen dit als nu.")]


class _Names:
    """Names of persons, of teams where the whole team is meant, and of whom it is about."""

    def __init__(
        self, network: UUID, people: Mapping[UUID, Face], names: Mapping[UUID, str]
    ) -> None:
        self.people, self.persons = people, names
        self.abouts = about_names(network, dict(people))
        self.several = len([one for one in clients(dict(people)) if one.active]) > 1

    def member(self, member: UUID, person: UUID) -> str:
        face = self.people.get(member)
        return face.name if face else self.persons.get(person, _("Iemand nieuws"))

    def of(self, sights: Iterable[Sight]) -> list[str]:
        found = {self.persons.get(one.person) or self.member(one.member, one.person)
                 for one in sights}  # fmt: skip
        return sorted(found)

    def subject(self, about: UUID, subject: int) -> str:
        label = str(Subject(subject).label)
        face = self.people.get(about)
        if not self.several and (face is None or face.side == "client"):
            return label
        return _("%(subject)s (%(about)s)") % {
            "subject": label,
            "about": self.abouts.get(about, ""),
        }


def _by_subject(cell: tuple[UUID, int]) -> int:
    return cell[1]


def _new(effect: Effect, who: _Names, what: str, way: int, words: str) -> list[str]:
    found: dict[UUID, tuple[str, dict[tuple[UUID, int], None]]] = {}
    for one in effect.prospects:
        if getattr(one, what) == way:
            name = who.member(one.member, one.person)
            found.setdefault(one.member, (name, {}))[1][one.about, one.subject] = None
    return [
        words
        % {
            "name": name,
            "what": ", ".join(
                dict.fromkeys(who.subject(*c) for c in sorted(cells, key=_by_subject))
            ),
        }
        for name, cells in found.values()
    ]


def _earlier(effect: Effect, who: _Names, *, gained: bool) -> list[str]:
    most: dict[UUID, dict[UUID, int]] = defaultdict(lambda: defaultdict(int))
    for one in effect.sights:
        if one.gained is gained:
            most[one.member][one.person] += one.items
    said = []
    for member, counts in most.items():
        number = max(counts.values())
        words = (
            ngettext(
                "%(num)s eerder bericht wordt zichtbaar voor %(name)s.",
                "%(num)s eerdere berichten worden zichtbaar voor %(name)s.",
                number,
            )
            if gained
            else ngettext(
                "%(num)s eerder bericht is niet meer te lezen voor %(name)s.",
                "%(num)s eerdere berichten zijn niet meer te lezen voor %(name)s.",
                number,
            )
        )
        said.append(words % {"num": number, "name": who.member(member, next(iter(counts)))})
    return said
