"""The fixed cast: the people around Jannie de Wit, whom every test knows, fresh for each test.

Jannie de Wit, 84, client. Marijke de Wit, daughter, carer and first contact; Peter de Wit, son;
Ria Bos, neighbour, who reports but reads no more than who comes. Fatima El Amrani and Sanne Mulder,
district nurses: their *team* of Thuiszorg De Brug is the member. Anouk Visser, GP; Joost van Dam,
physiotherapist; Hanneke Smit, care coordinator; Linda Kok, Wmo consultant of municipality Duinrijk,
on the social side. In another network: Henk Vermeer, client, Sofie Vermeer, his daughter, Bart
Kuiper, GP, and Nadia Bakker, debt counsellor.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import psycopg

from zorgverband.base.ids import new_id
from zorgverband.networks.functions import FUNCTIONS
from zorgverband.sharing.defaults import default_permissions
from zorgverband.sharing.subjects import Subject

from .rows import Row, item_row, permission_row, put


@dataclass(frozen=True)
class Somebody:
    """A person of the cast in their network; `member` is their team's for who is in a team."""

    name: str
    person: UUID
    account: UUID
    email: str
    network: UUID
    member: UUID
    side: str
    function: str
    team: UUID | None = None


@dataclass(frozen=True)
class Cast:
    """One network with its people by first name, in small letters, and `other`, a second one."""

    network: UUID
    people: dict[str, Somebody]
    owner: psycopg.Connection[Any] = field(repr=False)
    other: "Cast | None" = None

    def __getattr__(self, name: str) -> Somebody:
        try:
            return self.people[name]
        except KeyError:
            raise AttributeError(name) from None

    def item(
        self,
        *,
        about: "Somebody | UUID",
        subject: Subject,
        author: Somebody,
        body: str = "Iets wat gebeurde.",
        title: str = "",
        kind: str = "note",
        at: datetime | None = None,
        **columns: Any,
    ) -> UUID:
        """Put one item there as the owner, whether or not its author might write it."""
        moment = at or datetime.now(UTC)
        row = item_row(
            network=self.network,
            about=about.member if isinstance(about, Somebody) else about,
            subject=subject,
            author=author.person,
            author_member=author.member,
            at=moment,
            body=body,
            title=title,
            kind=kind,
        )
        row |= columns
        put(self.owner, {"sharing_item": [row]})
        return UUID(str(row["id"]))

    def permit(
        self,
        who: Somebody,
        subject: Subject,
        *,
        about: "Somebody | UUID",
        read: bool = False,
        write: bool = False,
        past: bool = False,
        since: datetime | None = None,
    ) -> None:
        """Make this what `who` may read and write, in the place of what they might before."""
        about_id = about.member if isinstance(about, Somebody) else about
        self.owner.execute(
            "DELETE FROM sharing_permission "
            "WHERE member_id = %s AND about_id = %s AND subject = %s",
            [who.member, about_id, int(subject)],
        )
        given = permission_row(
            network=self.network, member=who.member, about=about_id, subject=subject,
            read=read, write=write, past=past, since=since or datetime.now(UTC),
        )  # fmt: skip
        put(self.owner, {"sharing_permission": [given]})

    def end(self, who: Somebody) -> None:
        """End the membership of `who`, at this moment."""
        self.owner.execute("UPDATE networks_member SET left_at = now() WHERE id = %s", [who.member])


@dataclass(frozen=True)
class _Part:
    key: str
    given_name: str
    infix: str
    family_name: str
    side: str
    function: str
    born: date
    organisation: str = ""
    team: str = ""
    coordinator: bool = False
    first_contact: bool = False


_MAIN = (
    _Part("jannie", "Jannie", "de", "Wit", "client", "client", date(1942, 3, 14)),
    _Part("marijke", "Marijke", "de", "Wit", "family", "daughter", date(1968, 7, 2),
          first_contact=True),
    _Part("peter", "Peter", "de", "Wit", "family", "son", date(1971, 11, 30)),
    _Part("ria", "Ria", "", "Bos", "family", "neighbour", date(1955, 5, 9)),
    _Part("fatima", "Fatima", "", "El Amrani", "care", "district_nurse", date(1985, 1, 20),
          organisation="Thuiszorg De Brug", team="Team Duinrijk-Noord"),
    _Part("sanne", "Sanne", "", "Mulder", "care", "district_nurse", date(1992, 8, 3),
          organisation="Thuiszorg De Brug", team="Team Duinrijk-Noord"),
    _Part("anouk", "Anouk", "", "Visser", "care", "gp", date(1979, 4, 11),
          organisation="Huisartsenpraktijk De Linde"),
    _Part("joost", "Joost", "van", "Dam", "care", "physiotherapist", date(1988, 12, 1),
          organisation="Fysiotherapie Aan Zee"),
    _Part("hanneke", "Hanneke", "", "Smit", "care", "care_coordinator", date(1974, 6, 25),
          organisation="Ketenzorg Duinrijk", coordinator=True),
    _Part("linda", "Linda", "", "Kok", "social", "consultant", date(1983, 2, 17),
          organisation="Gemeente Duinrijk"),
)  # fmt: skip
_OTHER = (
    _Part("henk", "Henk", "", "Vermeer", "client", "client", date(1950, 10, 5)),
    _Part("sofie", "Sofie", "", "Vermeer", "family", "daughter", date(1980, 9, 9)),
    _Part("bart", "Bart", "", "Kuiper", "care", "gp", date(1977, 3, 3),
          organisation="Huisartsenpraktijk De Haven"),
    _Part("nadia", "Nadia", "", "Bakker", "social", "debt_counsellor", date(1990, 1, 1),
          organisation="Kredietbank Duinrijk"),
)  # fmt: skip
_KINDS = {
    "Thuiszorg De Brug": "home_care",
    "Huisartsenpraktijk De Linde": "gp",
    "Huisartsenpraktijk De Haven": "gp",
    "Fysiotherapie Aan Zee": "paramedic",
    "Ketenzorg Duinrijk": "care_other",
    "Gemeente Duinrijk": "municipality",
    "Kredietbank Duinrijk": "debt_help",
}
JOINED_AGO = timedelta(days=60)


def gather(owner: psycopg.Connection[Any]) -> Cast:
    """Make both networks with fresh ids, everybody with the permissions one gets on joining."""
    rows: dict[str, list[Row]] = defaultdict(list)
    joined = datetime.now(UTC) - JOINED_AGO
    other = Cast(**_network(rows, _OTHER, joined), owner=owner)
    main = Cast(**_network(rows, _MAIN, joined), owner=owner, other=other)
    put(owner, rows)
    return main


def _network(rows: dict[str, list[Row]], parts: tuple[_Part, ...], at: datetime) -> dict[str, Any]:
    network = new_id()
    rows["networks_network"].append({"id": network, "created_at": at, "closed_at": None})
    organisations: dict[str, UUID] = {}
    teams: dict[str, Somebody] = {}
    people: dict[str, Somebody] = {}
    for part in parts:
        organisation = organisations.get(part.organisation)
        if part.organisation and organisation is None:
            organisation = organisations[part.organisation] = new_id()
            rows["people_organisation"].append({
                "id": organisation, "name": part.organisation, "kind": _KINDS[part.organisation],
                "phone": "020-5550100",
            })  # fmt: skip
        people[part.key] = _join(rows, part, network, organisation, teams, at)
    members = {somebody.member: somebody for somebody in people.values()}.values()
    for member in members:
        for client in (one for one in members if one.side == "client"):
            _permit(rows, member, client.member, at)
        _permit(rows, member, network, at)
    return {"network": network, "people": people}


def _join(
    rows: dict[str, list[Row]],
    part: _Part,
    network: UUID,
    organisation: UUID | None,
    teams: dict[str, Somebody],
    at: datetime,
) -> Somebody:
    person, account, member = new_id(), new_id(), new_id()
    email = f"{part.key}.{person.hex[-12:]}@voorbeeld.test"
    rows["people_person"].append({
        "id": person, "given_name": part.given_name, "infix": part.infix,
        "family_name": part.family_name, "salutation": "", "key": "",
    })  # fmt: skip
    rows["people_personal"].append({"person_id": person, "birth_date": part.born})
    rows["people_account"].append({
        "id": account, "person_id": person, "email": email, "is_active": True, "password": "!",
        "last_login": None, "letters": "normal", "theme": "device", "language": "nl",
    })  # fmt: skip
    colleague = teams.get(part.team)
    team = None
    if part.team:
        team = colleague.team if colleague else new_id()
        member = colleague.member if colleague else member
        if colleague is None:
            rows["people_team"].append({
                "id": team, "organisation_id": organisation, "name": part.team,
                "phone": "020-5550101",
            })  # fmt: skip
        rows["people_teamperson"].append({
            "id": new_id(), "team_id": team, "person_id": person, "function": part.function,
            "starts_at": at, "ends_at": None,
        })  # fmt: skip
    name = " ".join(word for word in (part.given_name, part.infix, part.family_name) if word)
    somebody = Somebody(
        name, person, account, email, network, member, part.side, part.function, team
    )
    if part.team:
        teams.setdefault(part.team, somebody)
    if colleague is None:
        rows["networks_member"].append({
            "id": member, "network_id": network, "person_id": None if team else person,
            "team_id": team, "side": part.side, "coordinator": part.coordinator,
            "first_contact": part.first_contact, "joined_at": at, "left_at": None,
            "compartment": None,
        })  # fmt: skip
        function = "home_care_team" if team else part.function
        rows["networks_role"].append({
            "id": new_id(), "network_id": network, "member_id": member, "function": function,
            "description": "", "organisation_id": organisation, "phone": "06-55501000",
            "known": FUNCTIONS[function].known_by_nature,
        })  # fmt: skip
    rows["networks_presence"].append(
        {"id": new_id(), "network_id": network, "member_id": member, "person_id": person}
    )
    return somebody


def _permit(rows: dict[str, list[Row]], who: Somebody, about: UUID, at: datetime) -> None:
    function = "home_care_team" if who.team else who.function
    for subject, given in default_permissions(who.side, function).items():
        if about == who.network and subject.medical:
            continue
        rows["sharing_permission"].append(
            permission_row(
                network=who.network, member=who.member, about=about, subject=subject,
                read=given.read, write=given.write, past=given.past, since=at,
            )
        )  # fmt: skip
