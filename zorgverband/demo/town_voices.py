"""What neighbours pass on in the stories, and who asks or complains about what."""

from datetime import timedelta

from zorgverband.base import clock
from zorgverband.complaints.actions import complain, give_insight, receive_complaint, say_more
from zorgverband.complaints.models import Kind
from zorgverband.sharing.subjects import subject_by_code
from zorgverband.talks.actions.report import read_report, report

from .town_acting import Acting


class Voices:
    """The verbs of a story for who is heard without reading along, or about the care itself."""

    def pass_on(
        self: Acting, who: str, days_ago: int, at: str, noticed: str, text: str, *,
        since: str = "today", read: tuple[str, int, str] | None = None,
    ) -> None:  # fmt: skip
        """`who` passes something on; `read`: by whom it was read, how long ago and when."""
        with self.as_(who, days_ago, at) as (seat, person):
            row = report(
                seat=seat, person=person, about=None, noticed=noticed, since=since, body=text
            )
        if read:
            by, ago, moment = read
            with self.as_(by, ago, moment) as (seat, person):
                read_report(seat=seat, person=person, item=row.item_id)

    def complain(
        self: Acting, who: str, days_ago: int, *, against: str, handler: str, title: str, text: str,
        answered: str = "", subject: str = "coming",
    ) -> None:  # fmt: skip
        """A client complains, the handler receives it the day after and says something, and may read
        one subject for it."""
        me = self.members[who]
        with self.as_(who, days_ago, "16.10") as (seat, person):
            row = complain(
                seat=seat, person=person, kind=Kind.COMPLAINT,
                place=f"{me}:{subject_by_code('arrangements').value}",
                against=self.members[against], handler=self.members[handler], title=title, body=text,
            )  # fmt: skip
        with self.as_(handler, days_ago - 1, "9.30") as (seat, person):
            receive_complaint(seat=seat, person=person, complaint=row.item_id)
            say_more(seat=seat, person=person, complaint=row.item_id, body=answered)
        with self.as_(who, days_ago - 1, "13.20") as (seat, person):
            give_insight(
                seat=seat, person=person, complaint=row.item_id, about=me,
                subjects=[subject_by_code(subject)], reads_from=clock.now() - timedelta(days=30),
            )  # fmt: skip
