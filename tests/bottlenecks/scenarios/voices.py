"""Questions, complaints, and what was passed on: too late, or not read."""

from zorgverband.sharing.subjects import Subject as S

from ..bank import AGAIN, FOUND, HIDDEN, NEAR, OVER, Stage, scenario
from ..facts import complaint, handled, read, report

TERM, UNREAD = "complaint_term", "report_unread"


@scenario(TERM, FOUND)
def _(s: Stage) -> None:
    """No receipt within the term: who handles it meets it, and who asked; who it is against does not."""
    complaint(s, receipt=-1)
    s.wants(0, hanneke=TERM, jannie=TERM, fatima="", marijke="", linda="")
    s.owner_is("hanneke")


@scenario(TERM, FOUND)
def _(s: Stage) -> None:
    """Received in time and no answer: after a week it is the turn of who asked."""
    one = complaint(s, answer=-1)
    handled(s, one, -0.5, received_at=True)
    s.wants(0, hanneke=TERM, jannie=TERM)
    s.look(8)
    s.owner_is("jannie")


@scenario(TERM, NEAR)
def _(s: Stage) -> None:
    """On the last day it is not late; answered or stopped it never is."""
    complaint(s, receipt=0)
    handled(s, complaint(s, receipt=-3, answer=-2), answered_at=True)
    handled(s, complaint(s, receipt=-3, answer=-2), -1, ends_at=True)
    s.wants(0, hanneke="", jannie="")


@scenario(TERM, HIDDEN)
def _(s: Stage) -> None:
    """A carer complains about the coordinator, with the municipality: nobody else meets it."""
    complaint(s, by="marijke", handler="linda", against="hanneke", subject=S.CARER, receipt=-1)
    s.wants(0, linda=TERM, marijke=TERM, hanneke="", jannie="", fatima="", peter="")


@scenario(TERM, HIDDEN)
def _(s: Stage) -> None:
    """About the treatment: the municipality meets nothing."""
    complaint(s, subject=S.TREATMENT, receipt=-1)
    s.wants(0, hanneke=TERM, linda="", fatima="")


@scenario(TERM, OVER)
def _(s: Stage) -> None:
    """It is answered after all."""
    one = complaint(s, answer=-1)
    s.wants(0, hanneke=TERM)
    handled(s, one, 0.1, answered_at=True, received_at=True)
    s.wants(0.2, hanneke="", jannie="")


@scenario(TERM, AGAIN)
def _(s: Stage) -> None:
    """Received, it is late no more; when the term of the answer passes, it is again."""
    one = complaint(s, receipt=-1, answer=3)
    s.wants(0, hanneke=TERM)
    handled(s, one, 0.1, received_at=True)
    s.wants(1, hanneke="")
    s.wants(5, hanneke=TERM)


@scenario(UNREAD, FOUND)
def _(s: Stage) -> None:
    """After two working days nobody read it: the coordinator meets it, who passed it on does not."""
    report(s, remind=0)
    s.wants(0, hanneke=UNREAD, ria="", marijke="", linda="", fatima="")
    s.owner_is("hanneke")


@scenario(UNREAD, NEAR)
def _(s: Stage) -> None:
    """The second working day is not over, or it was read."""
    report(s, remind=1)
    read(s, report(s, remind=-2), -1)
    s.wants(0, hanneke="", jannie="")


@scenario(UNREAD, HIDDEN)
def _(s: Stage) -> None:
    """The coordinator may not read it: only the client meets it."""
    report(s, remind=0, audience=[s.cast.jannie.member])
    s.wants(0, jannie=UNREAD, hanneke="", ria="", linda="")


@scenario(UNREAD, HIDDEN)
def _(s: Stage) -> None:
    """About health it is not there for the municipality, whoever coordinates."""
    report(s, remind=0, by="marijke", subject=S.HEALTH, audience=None)
    s.member("linda", coordinator=True)
    s.wants(0, hanneke=UNREAD, linda="")


@scenario(UNREAD, OVER)
def _(s: Stage) -> None:
    """Read, it is over."""
    one = report(s, remind=0)
    s.wants(0, hanneke=UNREAD)
    read(s, one, 0.1)
    s.wants(0.2, hanneke="")


@scenario(UNREAD, AGAIN)
def _(s: Stage) -> None:
    """Said to be read by mistake: it comes back."""
    one = report(s, remind=0)
    s.wants(0, hanneke=UNREAD)
    read(s, one, 0.1)
    s.wants(1, hanneke="")
    read(s, one, None)
    s.wants(2, hanneke=UNREAD)
