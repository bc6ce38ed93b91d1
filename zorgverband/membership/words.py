"""Sentences that say what happens, and for whom, before somebody leaves or gets a role."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.networks.queries import Face


def leave_sentences(face: Face) -> list[str]:
    """What leaving means for this person and for the others."""
    said = [
        _("U leest vanaf dat moment niets meer van dit netwerk."),
        _("Wat u schreef, blijft staan. De anderen kunnen dat nog lezen."),
        _("Wilt u later weer meedoen? Dan moet iemand u opnieuw uitnodigen."),
    ]
    if face.coordinator:
        said.insert(0, _("U bent de coördinator. Als u weggaat, let niemand meer op of alles loopt. "
                         "Kies liever eerst een andere coördinator bij Mensen."))  # fmt: skip
    if face.first_contact:
        said.insert(0, _("U bent het eerste aanspreekpunt. Spreek eerst af wie dat nu wordt."))
    return said


def remove_sentences(face: Face, mates: Sequence[str]) -> list[str]:
    """What it means to take this person or team out."""
    name = face.given_name
    said = [
        _("%(name)s leest vanaf dat moment niets meer van dit netwerk.") % {"name": name},
        _("Wat %(name)s schreef, blijft staan.") % {"name": name},
    ]
    if mates:
        said.insert(1, _("Dat geldt voor iedereen van het team: %(names)s.")
                    % {"names": ", ".join(mates)})  # fmt: skip
    if face.coordinator:
        said.insert(0, _("%(name)s is de coördinator. Er is dan geen coördinator meer.")
                    % {"name": name})  # fmt: skip
    if face.first_contact:
        said.insert(0, _("%(name)s is het eerste aanspreekpunt. Kies daarna een ander.")
                    % {"name": name})  # fmt: skip
    return said


def exclude_sentences(name: str, face: Face) -> list[str]:
    """What it means to keep one person of a team out."""
    return [
        _("%(name)s leest vanaf dat moment niets meer van dit netwerk, ook niet via een team.")
        % {"name": name},
        _("De anderen van %(team)s doen gewoon mee.") % {"team": face.name},
    ]


def _now(people: dict[UUID, Face], role: str) -> str:
    return ", ".join(face.name for face in people.values() if face.active and getattr(face, role))


def coordinator_sentences(face: Face, people: dict[UUID, Face]) -> list[str]:
    """What a new coordinator may do, and who is it no longer."""
    said = [
        _("Een coördinator let op of iedereen doet wat is afgesproken."),
        _("%(name)s kan dan mensen uitnodigen en uit het netwerk halen.")
        % {"name": face.given_name},
        _("%(name)s leest daardoor niet meer dan nu.") % {"name": face.given_name},
    ]
    now = _now(people, "coordinator")
    return (
        [*said, _("Nu is dat %(name)s. Die is het dan niet meer.") % {"name": now}] if now else said
    )


def first_contact_sentences(face: Face, people: dict[UUID, Face]) -> list[str]:
    """What a first contact is for, and who is it no longer."""
    said = [_("Het eerste aanspreekpunt staat bovenaan bij Mensen. Anderen bellen die als eerste.")]
    now = _now(people, "first_contact")
    return (
        [*said, _("Nu is dat %(name)s. Die is het dan niet meer.") % {"name": now}] if now else said
    )
