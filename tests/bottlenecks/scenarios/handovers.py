"""Handing over: no answer on a line, a line refused, sent and not taken over, too late."""

from typing import Any
from uuid import UUID

from zorgverband.handovers.models import Handover, HandoverLine
from zorgverband.sharing.subjects import Subject as S

from ..bank import AGAIN, FOUND, HIDDEN, NEAR, OVER, Stage, scenario
from ..facts import agreement

UNFINISHED = "handover_unfinished"


def handed(
    s: Stage, *, by: str = "joost", to: str = "fatima", subject: S = S.HEALTH, day: float = -3,
    sent: float | None = None, planned: float | None = None, **columns: Any,
) -> UUID:  # fmt: skip
    """A handover that was announced, or sent, so many days from the beginning."""
    item = s.item(subject, by, "Overdracht", day, "handover")
    there = {"state": "sent", "sent_at": s.at(sent)} if sent is not None else {}
    s.add(Handover(
        item_id=item, network_id=s.cast.network, about_id=s.cast.jannie.member,
        from_member_id=s.somebody(by).member, to_member_id=s.somebody(to).member, kind="care",
        planned_on=None if planned is None else s.on(planned), **{"ends": "leave"} | there | columns,
    ))  # fmt: skip
    return item


def line(
    s: Stage, whole: UUID, *, to: str = "fatima", state: str = "announced", subject: S = S.HEALTH,
    given: float = -3, **header: Any,
) -> UUID:  # fmt: skip
    """One thing of it: an agreement of who hands over."""
    item = agreement(s, subject=subject, by="hanneke", title="Oefenen", asked=given - 1, **header)
    said = {} if state == "announced" else {"answered_at": s.at(given),
                                            "answered_by_id": s.somebody(to).person}  # fmt: skip
    s.add(HandoverLine(
        network_id=s.cast.network, handover_id=whole, item_id=item, kind="agreement",
        to_member_id=s.somebody(to).member, state=state, given_at=s.at(given), **said,
    ))  # fmt: skip
    return item


def answered(s: Stage, item: UUID, state: str, day: float) -> None:
    """That line gets this answer."""
    s.sql("UPDATE handovers_handoverline SET state = %s, answered_at = CASE %s WHEN 'announced' THEN "
          "NULL::timestamptz ELSE %s::timestamptz END, given_at = CASE %s WHEN 'announced' THEN "
          "%s::timestamptz ELSE given_at END WHERE item_id = %s",
          state, state, s.at(day), state, s.at(day), item)  # fmt: skip


@scenario(UNFINISHED, FOUND)
def _(s: Stage) -> None:
    """A line waits for three days: who was asked, the leaver and the client meet it."""
    line(s, handed(s))
    s.wants(0, fatima=UNFINISHED, joost=UNFINISHED, jannie=UNFINISHED, hanneke=UNFINISHED)
    s.owner_is("fatima")


@scenario(UNFINISHED, FOUND)
def _(s: Stage) -> None:
    """Refused, and nobody else was asked: the leaver is whose turn it is."""
    line(s, handed(s, day=-3), state="refused", given=-2)
    s.wants(0, joost=UNFINISHED, fatima=UNFINISHED)
    s.owner_is("joost")


@scenario(UNFINISHED, FOUND)
def _(s: Stage) -> None:
    """Sent three days ago, and not taken over."""
    line(s, handed(s, day=-6, sent=-3), state="accepted", given=-4)
    s.wants(0, fatima=UNFINISHED, joost=UNFINISHED)
    s.owner_is("fatima")


@scenario(UNFINISHED, NEAR)
def _(s: Stage) -> None:
    """Asked yesterday, or refused by who stays: that can wait, or stays where it was."""
    line(s, handed(s, day=-1), given=-1)
    line(s, handed(s, by="anouk", day=-3, ends="nothing"), state="refused", given=-3)
    s.wants(0, fatima="", joost="", anouk="")


@scenario(UNFINISHED, NEAR)
def _(s: Stage) -> None:
    """On the day itself it is too late; the day before it is not."""
    handed(s, day=-1, planned=1)
    s.wants(0, joost="", fatima="")
    s.wants(1, joost=UNFINISHED)


@scenario(UNFINISHED, HIDDEN)
def _(s: Stage) -> None:
    """It is medical: the municipality and the neighbour meet nothing."""
    line(s, handed(s), subject=S.ARRANGEMENTS)
    s.wants(0, fatima=UNFINISHED, linda="", ria="")


@scenario(UNFINISHED, HIDDEN)
def _(s: Stage) -> None:
    """Who may not read the one line meets nothing of it."""
    line(s, handed(s), denied=[s.cast.peter.member])
    s.wants(0, marijke=UNFINISHED, peter="")


@scenario(UNFINISHED, OVER)
def _(s: Stage) -> None:
    """The line is answered; the handover itself is not sent yet, without a day."""
    one = line(s, handed(s))
    s.wants(0, fatima=UNFINISHED)
    answered(s, one, "accepted", 0)
    s.wants(0.1, fatima="", joost="")


@scenario(UNFINISHED, OVER)
def _(s: Stage) -> None:
    """It is taken over, refused as a whole, or withdrawn."""
    for state in ("received", "refused", "withdrawn"):
        whole = handed(s, day=-6, sent=-3)
        s.wants(0, fatima=UNFINISHED)
        s.sql("UPDATE handovers_handover SET state = %s, closed_at = %s WHERE item_id = %s",
              state, s.at(0), whole)  # fmt: skip
        s.wants(0.1, fatima="", joost="")


@scenario(UNFINISHED, AGAIN)
def _(s: Stage) -> None:
    """Answered; later given to somebody else, who does not answer either."""
    one = line(s, handed(s))
    s.wants(0, fatima=UNFINISHED)
    answered(s, one, "accepted", 0)
    s.wants(0.1, fatima="")
    answered(s, one, "announced", 0.2)
    s.wants(1, fatima="")
    s.wants(3, fatima=UNFINISHED)
