"""The inbox as a page shows it: over many networks, with a constant number of statements."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import DateTimeField, Q, QuerySet, TextField, Value
from django.urls import reverse
from django.utils.translation import gettext as _

from zorgverband.base.clock import now, today
from zorgverband.base.composed import composed
from zorgverband.base.telling import Line
from zorgverband.journal.codes import codes_at
from zorgverband.networks.functions import label_of
from zorgverband.networks.models import Member, Presence, Side
from zorgverband.networks.queries import initials_of
from zorgverband.sharing.queries import items
from zorgverband.sharing.subjects import ICONS, Subject
from zorgverband.ui.dates import clock, day_within, local_day

from .kinds import CONTROL, LOG_SEALED, ON_TOP
from .words import what_happened

LONGEST = 160


@dataclass(frozen=True)
class Told:
    """One line: what it is about, who did what and when, and where to read it."""

    notice: UUID
    network: UUID
    item: UUID | None
    heading: str
    text: str
    what: str
    when: str
    href: str
    icon: str
    new: bool
    network_name: str


@dataclass
class Group:
    """What is told of one network, newest first; `since` and `until`: the moments it spans."""

    network: UUID
    name: str
    initials: str
    lines: list[Told] = field(default_factory=list)
    new: int = 0
    since: str = ""
    until: str = ""


@dataclass(frozen=True)
class Names:
    """How networks, persons and members are called, over the networks entered."""

    networks: dict[UUID, str]
    people: dict[UUID, str]
    members: dict[UUID, str]


def names_across(
    networks: Collection[UUID], *, people: Collection[UUID], members: Collection[UUID]
) -> Names:
    """Names in these networks, as the viewer may see them. One statement."""
    called: dict[UUID, str] = {}
    clients: dict[UUID, list[str]] = {}
    found: dict[UUID, str] = {}
    rows = _named(networks, people, members) if networks else []
    for id, network, side, given, infix, family, team, function, _at in sorted(
        rows, key=lambda row: (row[-1], row[0])
    ):
        if not side:
            found[id] = _joined(given, infix, family)
            continue
        called[id] = _joined(given, infix, family) or (team if function else label_of(""))
        if side == Side.CLIENT:
            clients.setdefault(network, []).append(called[id])
    return Names(
        networks={network: _list(names) for network, names in clients.items()},
        people=found,
        members=called,
    )


@composed
def _named(
    networks: Collection[UUID], people: Collection[UUID], members: Collection[UUID]
) -> QuerySet[Any, Any]:
    named = ("person__given_name", "person__infix", "person__family_name")
    nothing = Value("", output_field=TextField())
    taking = Member.objects.filter(network_id__in=networks)
    taking = taking.filter(Q(side=Side.CLIENT) | Q(id__in=members)).order_by()
    seats = taking.values_list(
        "id", "network_id", "side", *named, "team__name", "role__function", "joined_at"
    )
    there = Presence.objects.filter(network_id__in=networks, person_id__in=people)
    # Somebody who took part in all of them is called the same in each.
    there = there.order_by().distinct("person_id")
    began = Value(now(), output_field=DateTimeField())
    present = there.values_list("person_id", "network_id", nothing, *named, nothing, nothing, began)
    return seats.union(present, all=True)


def _joined(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def _list(names: Sequence[str]) -> str:
    head, tail = ", ".join(names[:-1]), names[-1]
    return f"{head} {_('en')} {tail}" if head else tail


def show_lines(lines: Sequence[Line], names: Names) -> list[Told]:
    """Lines of the inbox ready to print, one per item: the newest. What the viewer cannot read in
    the networks entered is not there. One statement."""
    found = {row["id"]: row for row in items({line.item for line in lines if line.item})}
    codes = _codes(lines, names)
    shown: dict[object, Told] = {}
    for line in lines:
        about = line.item or line.notice
        if line.network in names.networks and (line.item is None or line.item in found):
            earlier = shown.get(about)
            if earlier is None:
                told = _told(line, found.get(line.item) if line.item else None, names)
                shown[about] = replace(told, text=codes.get(line.notice, told.text))
    return list(shown.values())


def _codes(lines: Sequence[Line], names: Names) -> dict[UUID, str]:
    """The code of the log in each line that is about one. One statement, none without such lines."""
    about = [line for line in lines if line.verb == LOG_SEALED and line.network in names.networks]
    found = codes_at([(line.network, line.at) for line in about])
    said = {}
    for line in about:
        known = [(at, code) for network, at, code in found if network == line.network]
        known = [(at, code) for at, code in known if at <= line.at]
        if known:
            said[line.notice] = _("Uw code is %(code)s. U kunt deze bewaren.") % {
                "code": max(known)[1]
            }
    return said


def _told(line: Line, row: dict[str, Any] | None, names: Names) -> Told:
    subject = Subject(row["subject"]) if row else None
    body = " ".join(row["body"].split()) if row else ""
    name = names.people.get(line.actor, _("Iemand"))
    member = names.members.get(line.member, _("Iemand")) if line.member else ""
    what = what_happened(verb=line.verb, kind=line.kind, name=name, member=member)
    return Told(
        notice=line.notice,
        network=line.network,
        item=line.item,
        heading=(row["title"] or str(subject.label)) if row and subject else what,
        text=body if len(body) <= LONGEST else body[:LONGEST].rsplit(" ", 1)[0] + " ...",
        what=what if row else "",
        when=_when(line.at),
        href=_href(line, row),
        icon=ICONS[subject] if subject else _icon(line.verb),
        new=line.unread,
        network_name=names.networks[line.network],
    )


def _when(moment: datetime) -> str:
    """'9.40 uur' for today, 'gisteren 9.40 uur', 'vrijdag 20 november 9.40 uur'."""
    if local_day(moment) == today():
        return clock(moment)
    return f"{day_within(moment, now())} {clock(moment)}"


def _icon(verb: str) -> str:
    if verb == LOG_SEALED:
        return "scroll-text"
    if verb == "carer_check_due":
        return "hand-heart"
    if verb.startswith("bottleneck_"):
        return "clock-alert"
    return "siren" if verb.startswith("emergency_") else "users"


def _href(line: Line, row: dict[str, Any] | None) -> str:
    network = {"network_id": line.network}
    if line.verb.startswith("emergency_"):
        return reverse("emergencies", kwargs=network)
    if line.verb.startswith("compartment_"):
        return reverse("compartments", kwargs=network)
    if line.verb == "outside_answered":
        return reverse("outside_questions", kwargs=network)
    if line.verb == LOG_SEALED:
        return reverse("who_looked", kwargs=network)
    if line.verb == "carer_check_due":
        return reverse("carer_check", kwargs=network)
    if line.bottleneck:
        return reverse("bottleneck", kwargs=network | {"bottleneck_id": line.bottleneck})
    if row is None:
        decides = line.verb in CONTROL or line.verb.startswith("proposal_")
        return reverse("who_decides" if decides else "people", kwargs=network)
    if line.verb.startswith("handover_"):
        # What was asked stands at a section or line; the handover it is of, one tap further.
        if row["kind"] == "handover":
            return reverse("handover", kwargs=network | {"handover_id": line.item})
        return reverse("handovers", kwargs=network)
    match row["kind"]:
        case "agreement":
            return reverse("agreement", kwargs=network | {"agreement_id": line.item})
        case "question":
            return reverse("question", kwargs=network | {"item_id": line.item})
        case "request":
            return reverse("request", kwargs=network | {"request_id": line.item})
        case "report":
            return reverse("reports", kwargs=network)
        case "complaint":
            return reverse("complaint", kwargs=network | {"complaint_id": line.item})
        case "result_question":
            return reverse("result_question", kwargs=network | {"item_id": line.item})
        case "plan_goal":
            return reverse("goal", kwargs=network | {"goal_id": line.item})
        case "plan_other_plan":
            return reverse("other_plan", kwargs=network | {"part_id": line.item})
        case "plan_cycle" if line.verb == "plan_review_asked":
            return reverse("review_plan", kwargs=network)
        case "plan_agreed" | "plan_disagreed" | "plan_cycle" | "plan_present":
            return reverse("plan", kwargs=network)
        case "meeting":
            return reverse("meeting", kwargs=network | {"meeting_id": line.item})
        case "conversation" | "consultation":
            return reverse("conversation", kwargs=network | {"item_id": line.item})
        case "discharge" if line.verb == "arrival_asked":
            return reverse("is_all_there", kwargs=network)
        case "discharge":
            return reverse("discharge", kwargs=network | {"discharge_id": line.item})
        case "needed":
            return reverse("needed", kwargs=network | {"needed_id": line.item})
        case "help":
            return reverse("help_one", kwargs=network | {"help_id": line.item})
        case "away":
            return reverse("carers", kwargs=network)
        case "visit":
            return reverse("visit_next", kwargs=network | {"visit_id": line.item})
    return f"/n/{line.network}/bericht/{line.item}/"


def groups(told: Sequence[Told], moments: dict[UUID, str]) -> list[Group]:
    """The lines per network, the network with the newest line first."""
    found: dict[UUID, Group] = {}
    for line in told:
        group = found.setdefault(
            line.network,
            Group(line.network, line.network_name, initials_of(line.network_name)),
        )
        group.lines.append(line)
        group.new += line.new and 1
        group.since = moments[line.notice]
        group.until = group.until or moments[line.notice]
    return list(found.values())


def waits(line: Line) -> bool:
    """Whether somebody waits for the reader: shown on top until it was answered or seen."""
    return line.unread and line.kind in ON_TOP
