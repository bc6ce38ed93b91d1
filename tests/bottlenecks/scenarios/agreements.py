"""Agreements: not answered, not done, done by nobody, left behind by who left."""

from zorgverband.sharing.subjects import Subject as S

from ..bank import AGAIN, FOUND, HIDDEN, NEAR, OVER, Stage, scenario
from ..facts import agreement, asked_again, becomes

LATE, UNANSWERED = "agreement_overdue", "agreement_unaccepted"
NOBODY, LEFT = "agreement_without_executor", "agreement_after_leaving"


@scenario(LATE, FOUND)
def _(s: Stage) -> None:
    """Joost promised something for yesterday, and did not say that it is done."""
    agreement(s, due=-1)
    s.wants(0, marijke=LATE, hanneke=LATE, joost=LATE, jannie=LATE, linda=LATE, ria="")


@scenario(LATE, NEAR)
def _(s: Stage) -> None:
    """It is due today: the day is not over."""
    agreement(s, due=0)
    s.wants(0, marijke="", joost="")
    s.wants(1, marijke=LATE)


@scenario(LATE, NEAR)
def _(s: Stage) -> None:
    """Done, called off or on hold is not late; nor is what has no day."""
    for state in ("done", "cancelled", "on_hold"):
        agreement(s, due=-3, state=state)
    agreement(s)
    s.wants(0, marijke="", hanneke="")


@scenario(LATE, HIDDEN)
def _(s: Stage) -> None:
    """The same about health: the municipality and the neighbour meet nothing."""
    agreement(s, due=-1, subject=S.HEALTH, by="fatima")
    s.wants(0, fatima=LATE, hanneke=LATE, linda="", ria="")


@scenario(LATE, HIDDEN)
def _(s: Stage) -> None:
    """The client objects to the son reading it: he meets nothing."""
    agreement(s, due=-1, denied=[s.cast.peter.member])
    s.wants(0, marijke=LATE, peter="")


@scenario(LATE, HIDDEN)
def _(s: Stage) -> None:
    """Inside a safety compartment only who is named in it meets it."""
    agreement(s, due=-1, by="anouk", compartment_id=s.compartment("anouk", "joost"))
    s.wants(0, anouk=LATE, joost=LATE, hanneke="", jannie="", marijke="", linda="")


@scenario(LATE, OVER)
def _(s: Stage) -> None:
    """It is done after all."""
    one = agreement(s, due=-1)
    s.wants(0, marijke=LATE)
    becomes(s, one, "done")
    s.wants(0.1, marijke="", hanneke="")


@scenario(LATE, AGAIN)
def _(s: Stage) -> None:
    """Put on hold it is not late; running again it is."""
    one = agreement(s, due=-1)
    s.wants(0, marijke=LATE)
    becomes(s, one, "on_hold")
    s.wants(1, marijke="")
    becomes(s, one, "running", 1)
    s.wants(3, marijke=LATE)


@scenario(LATE, FOUND)
def _(s: Stage) -> None:
    """First who promised looks at it, then who asked, then the coordinator."""
    agreement(s, due=-1)
    for day, who in ((0, "joost"), (4, "marijke"), (8, "hanneke")):
        s.look(day)
        s.owner_is(who)


@scenario(LATE, HIDDEN)
def _(s: Stage) -> None:
    """Who cannot be shown it is passed over on the ladder: a coordinator of the municipality."""
    s.member("hanneke", coordinator=False)
    s.member("linda", coordinator=True)
    agreement(s, due=-1, subject=S.HEALTH, by="fatima")
    for day, who in ((0, "joost"), (4, "fatima"), (9, "fatima"), (15, "jannie")):
        s.look(day)
        s.owner_is(who)


@scenario(LATE, NEAR)
def _(s: Stage) -> None:
    """Who promised it left, and cannot be reminded: that is another kind, and no second one."""
    agreement(s, due=-2)
    s.member("joost", left_at=s.at(-3))
    s.wants(0, marijke=LEFT, hanneke=LEFT)


@scenario(UNANSWERED, NEAR)
def _(s: Stage) -> None:
    """Who it was asked of left without an answer."""
    agreement(s, state="asked", asked=-5)
    s.member("joost", left_at=s.at(-1))
    s.wants(0, marijke=LEFT, hanneke=LEFT)


@scenario(UNANSWERED, NEAR)
def _(s: Stage) -> None:
    """Agreed a month ago; today the day changed and it was asked anew."""
    one = agreement(s, state="asked", asked=-30, due=20)
    asked_again(s, one)
    s.wants(0.1, marijke="", joost="")
    s.wants(4, marijke=UNANSWERED, joost=UNANSWERED)


@scenario(UNANSWERED, FOUND)
def _(s: Stage) -> None:
    """Asked four days ago, no answer."""
    agreement(s, state="asked", asked=-4)
    s.wants(0, marijke=UNANSWERED, joost=UNANSWERED, hanneke=UNANSWERED, linda=UNANSWERED, ria="")


@scenario(UNANSWERED, FOUND)
def _(s: Stage) -> None:
    """Asked a day and a half ago for tomorrow: the answer is needed sooner."""
    agreement(s, state="received", asked=-1.5, due=1)
    s.wants(0, marijke=UNANSWERED)


@scenario(UNANSWERED, NEAR)
def _(s: Stage) -> None:
    """Asked yesterday for next month."""
    agreement(s, state="asked", asked=-1, due=30)
    s.wants(0, marijke="", joost="")


@scenario(UNANSWERED, HIDDEN)
def _(s: Stage) -> None:
    """The same about medicines: not for the municipality, nor for a physiotherapist."""
    agreement(s, who="anouk", state="asked", asked=-4, subject=S.MEDICATION, by="fatima")
    s.wants(0, anouk=UNANSWERED, fatima=UNANSWERED, joost="", linda="", ria="")


@scenario(UNANSWERED, OVER)
def _(s: Stage) -> None:
    """Answered with yes."""
    one = agreement(s, state="asked", asked=-4)
    s.wants(0, marijke=UNANSWERED)
    becomes(s, one, "accepted")
    s.wants(0.1, marijke="")


@scenario(UNANSWERED, OVER)
def _(s: Stage) -> None:
    """Taken back by who asked it: gone for everybody."""
    one = agreement(s, state="asked", asked=-4)
    s.wants(0, marijke=UNANSWERED)
    s.sql("UPDATE sharing_item SET withdrawn_at = now() WHERE id = %s", one)
    s.wants(0.1, marijke="", joost="")


@scenario(UNANSWERED, AGAIN)
def _(s: Stage) -> None:
    """Another is asked the same, and does not answer either."""
    one = agreement(s, state="asked", asked=-4)
    s.wants(0, marijke=UNANSWERED)
    becomes(s, one, "cancelled")
    s.wants(0.5, marijke="")
    agreement(s, who="peter", state="asked", asked=0.5)
    s.wants(4, marijke=UNANSWERED, peter=UNANSWERED)


@scenario(NOBODY, FOUND)
def _(s: Stage) -> None:
    """Declined two days ago, and nobody else was asked."""
    agreement(s, state="declined", asked=-4, changed=-2)
    s.wants(0, marijke=NOBODY, hanneke=NOBODY, jannie=NOBODY, peter="", linda="")


@scenario(NOBODY, NEAR)
def _(s: Stage) -> None:
    """Declined two days ago, and the son was asked the same."""
    agreement(s, state="declined", asked=-4, changed=-2)
    agreement(s, who="peter", state="accepted", asked=-1)
    s.wants(0, marijke="", hanneke="")


@scenario(NOBODY, NEAR)
def _(s: Stage) -> None:
    """Declined an hour ago: who asked has had no time."""
    agreement(s, state="declined", asked=-4, changed=-0.04)
    s.wants(0, marijke="", hanneke="")


@scenario(NOBODY, HIDDEN)
def _(s: Stage) -> None:
    """The municipality coordinates. That the same was asked again as something medical changes
    nothing for them; for the others it is arranged."""
    s.member("linda", coordinator=True)
    agreement(s, state="declined", asked=-4, changed=-2)
    agreement(s, who="peter", by="fatima", subject=S.HEALTH, state="accepted", asked=-1)
    s.wants(0, linda=NOBODY, hanneke="")


@scenario(NOBODY, OVER)
def _(s: Stage) -> None:
    """Somebody else is asked."""
    agreement(s, state="declined", asked=-4, changed=-2)
    s.wants(0, marijke=NOBODY)
    agreement(s, who="peter", state="asked", asked=0)
    s.wants(0.1, marijke="")


@scenario(NOBODY, AGAIN)
def _(s: Stage) -> None:
    """That one declines too."""
    agreement(s, state="declined", asked=-4, changed=-2)
    s.wants(0, marijke=NOBODY)
    other = agreement(s, who="peter", state="asked", asked=0)
    s.wants(0.1, marijke="")
    becomes(s, other, "declined", 0.2)
    s.wants(2, marijke=f"{NOBODY} {NOBODY}")


@scenario(LEFT, FOUND)
def _(s: Stage) -> None:
    """Joost left yesterday; he would still do something next week."""
    agreement(s, due=7)
    s.member("joost", left_at=s.at(-1))
    s.wants(0, marijke=LEFT, hanneke=LEFT, linda=LEFT, ria="")


@scenario(LEFT, NEAR)
def _(s: Stage) -> None:
    """Joost left; what he would do was done before."""
    agreement(s, due=-3, state="done")
    s.member("joost", left_at=s.at(-1))
    s.wants(0, marijke="", hanneke="")


@scenario(LEFT, HIDDEN)
def _(s: Stage) -> None:
    """The same about health: not for the municipality."""
    agreement(s, due=7, subject=S.TREATMENT, by="fatima")
    s.member("joost", left_at=s.at(-1))
    s.wants(0, fatima=LEFT, hanneke=LEFT, linda="", ria="")


@scenario(LEFT, HIDDEN)
def _(s: Stage) -> None:
    """Who left took part inside a compartment: for others they were never there."""
    agreement(s, due=7)
    s.member("joost", left_at=s.at(-1), compartment=s.compartment("anouk", "fatima"))
    s.wants(0, anouk=LEFT, hanneke="", jannie="", linda="")


@scenario(LEFT, OVER)
def _(s: Stage) -> None:
    """It is called off."""
    one = agreement(s, due=7)
    s.member("joost", left_at=s.at(-1))
    s.wants(0, marijke=LEFT)
    becomes(s, one, "cancelled")
    s.wants(0.1, marijke="")


@scenario(LEFT, AGAIN)
def _(s: Stage) -> None:
    """Put on hold it is still his; he came back, and left again."""
    agreement(s, due=27, state="on_hold")
    s.member("joost", left_at=s.at(-1))
    s.wants(0, marijke=LEFT)
    s.member("joost", left_at=None)
    s.wants(1, marijke="")
    s.member("joost", left_at=s.at(3))
    s.wants(4, marijke=LEFT)
