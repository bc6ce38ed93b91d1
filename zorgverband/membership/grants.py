"""What somebody gets on joining, as rows with the sentence that was shown for each."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from zorgverband.networks.models import Side
from zorgverband.sharing.defaults import default_permissions
from zorgverband.sharing.permission_words import permission_words
from zorgverband.sharing.subjects import Subject


@dataclass(frozen=True)
class Grant:
    """What is given for one subject: reading, writing, and whether the past is included. `own`: about
    the member themselves, as an informal carer; else about each client and the household."""

    subject: Subject
    read: bool
    write: bool
    past: bool
    own: bool = False

    @property
    def wording(self) -> str:
        """The sentence for the permission itself: 'Lezen en schrijven over: Gezondheid.'"""
        if self.own:
            return _("Lezen en schrijven over: uzelf als mantelzorger.")
        return permission_words(self.subject, read=self.read, write=self.write, past=self.past)

    def packed(self) -> dict[str, Any]:
        """As it is kept with an invitation and handed to the database."""
        return {
            "subject": int(self.subject),
            "read": self.read,
            "write": self.write,
            "past": self.past,
            "own": self.own,
            "wording": self.wording,
        }


def grants_for(side: str, function: str) -> list[Grant]:
    """What a member of this side and function gets on joining, in the order of the subjects."""
    given = default_permissions(side, function)
    grants = [
        Grant(subject, given[subject].read, given[subject].write, given[subject].past)
        for subject in Subject
        if subject in given
    ]
    if side == Side.FAMILY:
        grants.append(Grant(Subject.CARER, read=True, write=True, past=True, own=True))
    return grants


def unpacked(rows: list[dict[str, Any]]) -> list[Grant]:
    """The grants kept with an invitation."""
    return [
        Grant(Subject(row["subject"]), row["read"], row["write"], row["past"], row["own"])
        for row in rows
    ]


@dataclass(frozen=True)
class Summary:
    """What somebody will read and write, in words by group; empty groups are left out."""

    groups: list[tuple[str, str]]
    past: str


def summary(grants: list[Grant], *, side: str, hide_medical: bool = False) -> Summary:
    """These grants in words. `hide_medical` for a viewer of the social side: then no word about
    health is said, whatever there is."""
    shown = [
        grant for grant in grants if not grant.own and not (hide_medical and grant.subject.medical)
    ]

    def those(read: bool, write: bool) -> str:
        return ", ".join(
            str(grant.subject.label)
            for grant in shown
            if (grant.read, grant.write) == (read, write)
        )

    named = {grant.subject for grant in shown if grant.read or grant.write}
    left = ", ".join(
        str(subject.label)
        for subject in Subject
        if subject not in named
        and subject is not Subject.CARER
        and not (subject.medical and (hide_medical or side == Side.SOCIAL))
    )
    groups = [
        (_("Lezen en schrijven"), those(True, True)),
        (_("Alleen lezen"), those(True, False)),
        (_("Alleen schrijven"), those(False, True)),
        (_("Niet lezen"), left),
    ]
    past = ", ".join(str(grant.subject.label) for grant in shown if grant.past)
    return Summary(groups=[(word, text) for word, text in groups if text], past=past)
