"""How people of the demo change who decides, by the same actions users use."""

from zorgverband.control import actions
from zorgverband.control.models import Proposal
from zorgverband.sharing.subjects import Subject, subject_by_code

from .town_acting import Acting


class Deciding:
    """Deciding for a while, and preparing something for the client to say yes to."""

    def interim(
        self: Acting, who: str, client: str, days_ago: int, at: str, *, ground: str, reason: str
    ) -> None:
        """The coordinator decides for two weeks from that moment."""
        with self.as_(who, days_ago, at) as (seat, person):
            actions.take_interim(
                seat=seat, person=person, client=self.members[client], ground=ground,
                reason=reason, days=14,
            )  # fmt: skip

    def prepare(
        self: Acting, who: str, client: str, days_ago: int, at: str, *, reader: str, subject: str
    ) -> None:
        """A helper proposes that somebody reads a subject from the start."""
        chosen: Subject = subject_by_code(subject)
        with self.as_(who, days_ago, at) as (seat, person):
            actions.propose(
                seat=seat, person=person, kind=Proposal.Kind.PERMISSION,
                about=self.members[client], medical=chosen.medical,
                payload={"member": str(self.members[reader]), "subject": int(chosen),
                         "reading": "past", "writing": True},
            )  # fmt: skip
