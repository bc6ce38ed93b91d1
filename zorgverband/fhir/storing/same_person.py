"""Whether a file is about the client it is taken over for: one person, same birthday, same name."""

import unicodedata
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import BooleanField, DateField, Func, UUIDField, Value

from zorgverband.fhir.fact import Patient, Reading
from zorgverband.networks.models import Member


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """Why a file may be about somebody else: whom it names, and what differs."""

    patients: tuple[Patient, ...]
    several: bool
    other_birth_date: bool
    other_name: bool


def doubt_about(*, network: UUID, client: UUID, reading: Reading) -> Doubt | None:
    """What makes this file look like somebody else's, or None. One statement per patient."""
    meant = _meant(reading)
    names = _family_name(network, client)
    births = {one.birth_date for one in meant if one.birth_date}
    found = Doubt(
        patients=meant,
        several=len(meant) > 1,
        other_birth_date=any(_born_otherwise(network, client, text) for text in births),
        other_name=any(one.name and not _same(names, one.name) for one in meant),
    )
    return found if found.several or found.other_birth_date or found.other_name else None


def _meant(reading: Reading) -> tuple[Patient, ...]:
    """Whom the facts are about; for a file without facts everybody it names."""
    keys = {fact.patient for fact in reading.facts}
    return tuple(one for one in reading.patients if one.key in keys or one.in_file)


def _family_name(network: UUID, client: UUID) -> str:
    row = Member.objects.filter(network_id=network, id=client).values_list(
        "person__infix", "person__family_name"
    )
    return " ".join(part for part in next(iter(row), ("", "")) if part)


def _same(family_name: str, whole_name: str) -> bool:
    """Whether the family name stands in the name as the source writes it."""
    mine, theirs = letters(family_name), letters(whole_name)
    return bool(mine) and f" {mine} " in f" {theirs} "


def letters(name: str) -> str:
    """The name in small letters without accents or signs, to compare with another."""
    plain = unicodedata.normalize("NFD", name.casefold())
    kept = "".join(one if one.isalnum() else " " for one in plain if not unicodedata.combining(one))
    return " ".join(kept.split())


def _born_otherwise(network: UUID, client: UUID, text: str) -> bool:
    """Whether the client is known to be born on another day than a full FHIR date says."""
    if len(text) != len("2026-11-21"):
        return False
    born = Func(
        Value(client, output_field=UUIDField()),
        Value(date.fromisoformat(text), output_field=DateField()),
        function="privacy.born_on",
        output_field=BooleanField(null=True),
    )
    answer = Member.objects.filter(network_id=network, id=client).values_list(born).first()
    return answer is not None and answer[0] is False
