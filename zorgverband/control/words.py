"""Who decides about a client, in sentences."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base.deciding import Standing
from zorgverband.networks.queries import Face
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import full_date
from zorgverband.ui.sentences import listed

from .grounds import INTERIM
from .models import Change
from .queries import Acting

People = Mapping[UUID, Face]


def names_of(members: Sequence[UUID], people: People) -> str:
    """'Samira Amari en Tom Jansen', of those the viewer may see."""
    return listed([people[one].name for one in members if one in people])


def decides(one: Standing, acting: Sequence[Acting], people: People, *, me: bool) -> list[str]:
    """The state as it is now: who decides, and until when."""
    name = people[one.client].given_name
    if one.died_on is not None:
        return [_("%(name)s is overleden op %(day)s. Niemand beslist nog.")
                % {"name": people[one.client].name, "day": full_date(one.died_on)}]  # fmt: skip
    if one.age_group < 16 and one.state != "interim":
        return _child(one, people, me=me)
    members = list(dict.fromkeys(x.member for x in acting))
    first = state_line(one.state, one.holder, one.ends_at, members, people, name="" if me else name)
    if one.state != "interim":
        return [first]
    why = str(INTERIM.get(one.ground, "")).lower()
    return [first, _("Waarom: %(why)s.") % {"why": why} if why else "",
            _("Daarna stopt dit vanzelf.")]  # fmt: skip


def state_line(
    state: str,
    holder: UUID | None,
    ends_at: datetime | None,
    acting: Sequence[UUID],
    people: People,
    *,
    name: str = "",
) -> str:
    """The state in one sentence; without a `name` to the client themselves."""
    # Who left decides nothing and helps nobody.
    here = {member: face for member, face in people.items() if face.active}
    words = {"name": name, "who": names_of([holder] if holder else [], here),
             "day": full_date(ends_at) if ends_at else ""}  # fmt: skip
    match state:
        case "supported" if words["who"]:
            return (_("%(name)s beslist zelf, met hulp van %(who)s.") if name
                    else _("U beslist zelf. %(who)s helpt u daarbij.")) % words  # fmt: skip
        case "represented":
            words["who"] = names_of(acting, here) or _("Nog niemand")
            return (_("%(who)s beslist voor %(name)s.") if name
                    else _("%(who)s beslist voor u.")) % words  # fmt: skip
        case "interim":
            words["who"] = words["who"] or _("De coördinator")
            return (_("%(who)s beslist tijdelijk voor %(name)s, tot %(day)s.") if name
                    else _("%(who)s beslist tijdelijk voor u, tot %(day)s.")) % words  # fmt: skip
    return _("%(name)s beslist zelf.") % words if name else _("U beslist zelf.")


def _child(one: Standing, people: People, *, me: bool) -> list[str]:
    child = people[one.client].given_name
    parents = [member for member in one.deciders if member != one.client]
    words = {"name": child, "parents": names_of(parents, people)}
    if one.age_group == 0:
        if not words["parents"]:
            return [_("%(name)s is jonger dan 12 jaar. Er staat nog niemand met gezag.") % words]
        return [_("%(name)s is jonger dan 12 jaar. Dan beslist wie gezag heeft: %(parents)s.")
                % words]  # fmt: skip
    if not words["parents"]:
        return [_("U beslist zelf.") if me else _("%(name)s beslist zelf.") % words]
    return [
        _("U beslist samen met %(parents)s.") % words if me
        else _("%(name)s beslist samen met %(parents)s.") % words,
        _("Wie leest over gezondheid, verandert alleen als u allebei ja zegt: kind en ouder."),
    ]  # fmt: skip


def turning(one: Standing, people: People, *, me: bool) -> str:
    """What the next birthday that counts will change, with its day; "" for who may not know it."""
    if one.turns_on is None or one.died_on is not None:
        return ""
    words = {"name": people[one.client].given_name, "day": full_date(one.turns_on)}
    match one.age_group:
        case 0:
            return _("Op %(day)s wordt %(name)s 12. Dan leest %(name)s zelf mee en beslist "
                     "samen met de ouders.") % words  # fmt: skip
        case 12:
            return _("Op %(day)s wordt %(name)s 16. Dan beslist %(name)s zelf. Ouders lezen dan "
                     "alleen nog wat %(name)s met hen deelt.") % words  # fmt: skip
    return (
        _("Op %(day)s wordt %(name)s 18. Dan beslist %(name)s ook mee over het huishouden.") % words
    )


def subjects_of(numbers: Sequence[int]) -> str:
    """'alle onderwerpen', or their names."""
    if set(numbers) >= set(Subject.values):
        return _("alle onderwerpen")
    return ", ".join(str(Subject(one).label) for one in sorted(numbers))


def what_changed(what: str, *, who: str, member: str, until: str) -> str:
    """One line of the history. `who` did it, `member` is whom it concerns."""
    words = {"who": who, "member": member, "until": until}
    match what:
        case Change.What.SELF:
            return _("De cliënt beslist weer zelf.")
        case Change.What.SUPPORTED:
            return _("%(member)s helpt bij beslissen.") % words
        case Change.What.REPRESENTED:
            return _("%(member)s beslist voor de cliënt.") % words
        case Change.What.INTERIM:
            return _("%(member)s beslist tijdelijk, tot %(until)s.") % words
        case Change.What.STOPPED:
            return _("%(member)s beslist niet meer voor de cliënt.") % words
        case Change.What.AUTHORITY:
            return _("%(member)s heeft gezag.") % words
        case Change.What.NO_AUTHORITY:
            return _("%(member)s heeft geen gezag meer.") % words
        case Change.What.DIED:
            return _("Het overlijden is ingevuld. %(member)s bewaart het dossier.") % words
        case Change.What.NOT_DIED:
            return _("Het overlijden was een vergissing en is teruggedraaid.")
        case Change.What.KEPT if not until:
            return _("%(member)s bewaart nu het dossier.") % words
        case Change.What.KEPT:
            return _("%(member)s blijft lezen, tot %(until)s.") % words
    return _("%(member)s leest niet meer.") % words
