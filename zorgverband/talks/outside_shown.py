"""Questions to somebody outside as a page shows them; and what was found in a text, in a sentence."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from zorgverband.base import clock

from .models import OutsideQuestion
from .recognising import Found

FIELDS = ("id", "topic", "body", "email", "created_at", "expires_at", "withdrawn_at", "answered_at",
          "answer", "answered_by", "seen_at", "kept_as_id")  # fmt: skip
AT_MOST = 100
_KINDS = {
    "name": gettext_noop("Naam van iemand in dit netwerk"),
    "initials": gettext_noop("Beginletters van iemand in dit netwerk"),
    "team": gettext_noop("Naam van een team in dit netwerk"),
    "date": gettext_noop("Volledige datum. Schrijf liever: in maart, of: 84 jaar"),
    "born": gettext_noop("Wanneer iemand is geboren. Schrijf liever een leeftijd"),
    "address": gettext_noop("Adres"),
    "postcode": gettext_noop("Postcode"),
    "phone": gettext_noop("Telefoonnummer"),
    "mail": gettext_noop("E-mailadres"),
    "bsn": gettext_noop("Burgerservicenummer, of een nummer dat daarop lijkt"),
}
_FIELD_NAMES = {"topic": gettext_noop("onderwerp"), "body": gettext_noop("vraag")}


@dataclass(frozen=True)
class Hit:
    """What was found: of which kind, the words, and where."""

    what: str
    words: str
    where: str


def show_found(found: list[tuple[str, Found]], texts: dict[str, str]) -> list[Hit]:
    """What was found, in the order of the form, ready to print."""
    return [
        Hit(
            what=_(_KINDS[one.kind]),
            words=one.words,
            where=_("%(field)s, regel %(line)s")
            % {"field": _(_FIELD_NAMES[field]).capitalize(), "line": one.line(texts[field])},
        )
        for field, one in found
    ]


@dataclass(frozen=True)
class Asked:
    """One question to somebody outside, for its asker."""

    id: UUID
    topic: str
    body: str
    state: str
    icon: str
    when: datetime
    until: datetime
    answer: str
    answered_by: str
    waits: bool
    new: bool
    item: UUID | None
    href: str


def asked_outside(*, network: UUID, person: UUID, question: UUID | None = None) -> list[Asked]:
    """The newest questions of this person in a network, or the one named."""
    rows = OutsideQuestion.objects.filter(network_id=network, asker_id=person)
    if question is not None:
        rows = rows.filter(id=question)
    return [
        _asked(row, network)
        for row in rows.order_by("-created_at", "-id").values(*FIELDS)[:AT_MOST]
    ]


def _asked(row: Any, network: UUID) -> Asked:
    waits = not row["answered_at"] and not row["withdrawn_at"] and row["expires_at"] > clock.now()
    at = {"network_id": network, "question_id": row["id"]}
    return Asked(
        id=row["id"], topic=row["topic"], body=row["body"], state=_state(row, waits=waits),
        icon="check" if row["answered_at"] else "clock" if waits else "x",
        when=row["answered_at"] or row["created_at"], until=row["expires_at"], answer=row["answer"],
        answered_by=row["answered_by"], waits=waits,
        new=bool(row["answered_at"]) and row["seen_at"] is None, item=row["kept_as_id"],
        href=reverse("outside_question", kwargs=at),
    )  # fmt: skip


def _state(row: Any, *, waits: bool) -> str:
    if row["answered_at"]:
        return _("Beantwoord")
    if row["withdrawn_at"]:
        return _("Ingetrokken")
    return _("Wacht op antwoord") if waits else _("Geen antwoord gekregen")
