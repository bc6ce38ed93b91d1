"""What was read from a file, as the page shows it before anything is stored."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from zorgverband.fhir import became
from zorgverband.fhir.actions import Stored
from zorgverband.fhir.fact import Fact, Reading
from zorgverband.fhir.storing.same_person import Doubt
from zorgverband.sharing.subjects import subject_by_code
from zorgverband.ui.dates import full_date

# So many titles tell what a file holds; the rest stands in the record afterwards.
TITLES = 100

KINDS = {
    "problem": gettext_lazy("Problemen"),
    "allergy": gettext_lazy("Allergieën"),
    "medication": gettext_lazy("Medicijnen"),
    "measurement": gettext_lazy("Metingen"),
    "examination": gettext_lazy("Onderzoeken"),
    "report": gettext_lazy("Uitslagen"),
    "procedure": gettext_lazy("Behandelingen"),
    "immunization": gettext_lazy("Vaccinaties"),
    "document": gettext_lazy("Documenten"),
    "encounter": gettext_lazy("Contacten met zorg"),
    "care_plan": gettext_lazy("Zorgplannen"),
    "goal": gettext_lazy("Doelen"),
    "care_team": gettext_lazy("Zorgteams"),
}


@dataclass(frozen=True)
class Group:
    """Facts of one kind and one subject: how many, and the first of them."""

    title: str
    subject: str
    count: int
    lines: list[str]


def groups(reading: Reading) -> list[Group]:
    """What was read, by kind and subject, the most first."""
    found: dict[tuple[str, str], list[Fact]] = {}
    for fact in reading.facts:
        kind = str(KINDS.get(fact.kind, _("Andere gegevens")))
        subject = str(subject_by_code(fact.subject).label)
        found.setdefault((kind, subject), []).append(fact)
    return [
        Group(kind, subject, len(facts), [_line(fact) for fact in facts[:TITLES]])
        for (kind, subject), facts in sorted(found.items(), key=lambda pair: -len(pair[1]))
    ]


def _line(fact: Fact) -> str:
    when = full_date(fact.happened_at) if fact.happened_at else _("datum niet bekend")
    return f"{fact.title} ({when})"


def left_out(reading: Reading) -> list[tuple[str, str, int]]:
    """What gets no place: type, why, and how many."""
    counts = Counter((one.resource_type, one.reason) for one in reading.left_out)
    return [(kind, _(reason), count) for (kind, reason), count in sorted(counts.items())]


def doubts(doubt: Doubt) -> list[str]:
    """Why the file may be about somebody else, in sentences."""
    names = ", ".join(dict.fromkeys(one.name for one in doubt.patients if one.name))
    told = [_("In het bestand staat: %(names)s.") % {"names": names}] if names else []
    if doubt.several:
        told.append(_("Het bestand noemt meer dan één persoon."))
    if doubt.other_birth_date:
        told.append(_("De geboortedatum is anders dan die van de cliënt."))
    if doubt.other_name:
        told.append(_("De achternaam is anders dan die van de cliënt."))
    return told


def outcome(stored: Stored) -> str:
    """What became of it, in one sentence for the next page."""
    told = _(
        "Overgenomen: %(new)s nieuw, %(changed)s veranderd, %(same)s stond er al. "
        "Niet overgenomen: %(left)s."
    ) % {
        "new": len(stored.created),
        "changed": len(stored.changed),
        "same": len(stored.unchanged),
        "left": len(stored.left_out),
    }
    return " ".join(filter(None, [told, _for_plan(stored)]))


def _for_plan(stored: Stored) -> str:
    """What of it waits in the plan for somebody to decide; empty for nothing."""
    counts = Counter(sentence for _kind, sentence in stored.became)
    waiting = counts[became.SUGGESTED] + counts[became.INVITE] + counts[became.ASKED]
    if not waiting:
        return ""
    words = ngettext(
        "Bij Plan staat %(count)s voorstel.", "Bij Plan staan %(count)s voorstellen.", waiting
    )
    return words % {"count": waiting}
