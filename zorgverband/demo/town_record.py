"""What stands in the record of the stories: problems, medicines, allergies, measurements, and the
facts of representation and parental authority."""

import os
from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

import psycopg

from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.record.actions import (
    record_allergy,
    record_measurement,
    record_medication,
    record_problem,
)
from zorgverband.record.actions.record_measurement import Taken
from zorgverband.record.kinds import KINDS
from zorgverband.sharing.subjects import Subject

from .town_acting import Acting

_KINDS = {"saturation": "oxygen", "glucose": "sugar"}


class Record:
    """The verbs of a story about somebody's health, and about who acts for them."""

    def problem(
        self: Acting,
        who: str,
        days_ago: int,
        name: str,
        *,
        code: str,
        since: int,
        mind: bool = False,
    ) -> None:
        """A problem, known since so many days."""
        with self.as_(who, days_ago, "10.05") as (seat, person):
            record_problem(
                seat=seat,
                person=person,
                about=self.about(""),
                name=name,
                subject=Subject.MIND if mind else Subject.HEALTH,
                since=clock.today() - timedelta(days=since - days_ago),
                note=f"ICPC {code}",
            )

    def allergy(
        self: Acting, who: str, days_ago: int, name: str, *, reaction: str = "", code: str = ""
    ) -> None:
        """What somebody cannot stand; `code` is the ATC code of a medicine or group."""
        with self.as_(who, days_ago, "10.10") as (seat, person):
            record_allergy(
                seat=seat,
                person=person,
                about=self.about(""),
                substance=name,
                reaction=reaction,
                code=code,
            )

    def medicine(self: Acting, who: str, days_ago: int, name: str, dose: str, *, code: str) -> None:
        """A medicine in use."""
        with self.as_(who, days_ago, "10.15") as (seat, person):
            record_medication(
                seat=seat, person=person, about=self.about(""), name=name, dose=dose, code=code,
                starts_on=clock.today(),
            )  # fmt: skip

    def measure(self: Acting, who: str, days_ago: int, kind: str, value: str) -> None:
        """One number, taken in the morning."""
        found = KINDS[_KINDS.get(kind, kind)]
        self._take(who, days_ago, found.key, [Decimal(value)])  # type: ignore[attr-defined]

    def blood_pressure(self: Acting, who: str, days_ago: int, upper: int, lower: int) -> None:
        """Both numbers of a blood pressure."""
        self._take(who, days_ago, "pressure", [Decimal(upper), Decimal(lower)])  # type: ignore[attr-defined]

    def _take(self: Acting, who: str, days_ago: int, key: str, values: Sequence[Decimal]) -> None:
        kind = KINDS[key]
        with self.as_(who, days_ago, "9.15") as (seat, person):
            record_measurement(
                seat=seat,
                person=person,
                about=self.about(""),
                taken=Taken(
                    name=str(kind.label),
                    code=kind.code,
                    unit=kind.unit,
                    parts=[
                        (str(part.label), part.code, value)
                        for part, value in zip(kind.parts, values, strict=True)
                    ],
                ),
                at=clock.now(),
            )

    def represent(self: Acting, who: str, client: str, *, ground: str, since: int) -> None:
        """`who` acts for the client in everything, as written on paper before the network began."""
        now = clock.now()
        with psycopg.connect(os.environ["ZV_OWNER_DSN"]) as owner:
            owner.execute(
                "INSERT INTO networks_representation (id, network_id, client_id, representative_id, "
                "ground, document, subjects, starts_at, review_on) "
                "VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)",
                [
                    new_id(), self.id, self.members[client], self.members[who], ground,
                    "verklaring in het papieren dossier", [int(subject) for subject in Subject],
                    now - timedelta(days=since), (now + timedelta(days=300)).date(),
                ],
            )  # fmt: skip
            state = "represented" if ground == "mentorship" else "supported"
            owner.execute(
                "INSERT INTO networks_control (id, network_id, client_id, state, holder_id, ground, "
                "starts_at) VALUES (%s, %s, %s, %s, %s, %s, %s)",
                [
                    new_id(), self.id, self.members[client], state, self.members[who], ground,
                    now - timedelta(days=since),
                ],
            )  # fmt: skip

    def authority(self: Acting, parent: str, children: Sequence[str]) -> None:
        """That a parent has authority (gezag) over these children, since their birth."""
        with psycopg.connect(os.environ["ZV_OWNER_DSN"]) as owner:
            for child in children:
                owner.execute(
                    "INSERT INTO networks_authority (id, network_id, child_id, parent_id, starts_at) "
                    "VALUES (%s, %s, %s, %s, %s)",
                    [
                        new_id(), self.id, self.members[child], self.members[parent],
                        clock.now() - timedelta(days=2000),
                    ],
                )  # fmt: skip
