"""About whom 'Wie ziet wat' can be asked: each client, the household, a carer about themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base.locked import Overseen, overview
from zorgverband.base.refusals import NotHere
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, clients
from zorgverband.sharing.doors import Here
from zorgverband.sharing.subjects import Subject


@dataclass(frozen=True)
class Scope:
    """Whose items it is about, what they are called, and who reads what of them now."""

    about: UUID
    name: str
    seen: Sequence[Overseen]
    subjects: Sequence[Subject]


def scope(here: Here, people: dict[UUID, Face], wanted: UUID | None) -> Scope:
    """The one that was asked for, the first without; raises NotHere for what is no choice."""
    known = [about for about, _name in choices(here, people)]
    if wanted is not None and wanted not in known:
        raise NotHere()
    about = wanted or known[0]
    fitting = [subject for subject in Subject if _fits(subject, about, here, people)]
    rows = overview(network=here.network, about=about)
    seen = [one for one in rows if one.subject in fitting and one.member in people]
    return Scope(
        about=about,
        name=_name(about, here, people),
        seen=seen,
        subjects=[one for one in fitting if any(row.subject == one for row in seen)],
    )


def choices(here: Here, people: dict[UUID, Face]) -> list[tuple[UUID, str]]:
    """What the viewer can ask about, in the order of the buttons."""
    found = [(face.member, face.name) for face in clients(people) if face.active]
    if len(found) > 1:
        found.append((here.network, _("Het huishouden")))
    if here.seat.side == Side.FAMILY:
        found.append((here.seat.member, _("Uzelf, als mantelzorger")))
    return found


def _fits(subject: Subject, about: UUID, here: Here, people: dict[UUID, Face]) -> bool:
    if about in people and people[about].side == Side.FAMILY:
        return subject is Subject.CARER
    return subject is not Subject.CARER and not (subject.medical and about == here.network)


def _name(about: UUID, here: Here, people: dict[UUID, Face]) -> str:
    if about == here.network:
        return _("het huishouden")
    return (
        _("uzelf als mantelzorger")
        if people[about].side == Side.FAMILY
        else people[about].given_name
    )
