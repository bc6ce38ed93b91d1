"""Questions: asked of one person, and not answered in time."""

from zorgverband.sharing.subjects import Subject as S

from ..bank import AGAIN, FOUND, HIDDEN, NEAR, OVER, Stage, scenario
from ..facts import question

WAITS = "question_unanswered"


@scenario(WAITS, FOUND)
def _(s: Stage) -> None:
    """The daughter asked the physiotherapist something, and the term is over."""
    question(s)
    s.wants(0, marijke=WAITS, joost=WAITS, hanneke=WAITS, jannie=WAITS, linda=WAITS, ria="")


@scenario(WAITS, FOUND)
def _(s: Stage) -> None:
    """First who is asked looks at it, then who asked, then the coordinator."""
    question(s)
    for day, who in ((0, "joost"), (1.1, "marijke"), (2.1, "hanneke")):
        s.look(day)
        s.owner_is(who)


@scenario(WAITS, FOUND)
def _(s: Stage) -> None:
    """Asked of a function, of which who had it has left: who has it now looks at it."""
    question(s, to="anouk", function="gp", due=-2)
    s.sql("UPDATE networks_role SET function = 'gp' WHERE member_id = %s", s.cast.joost.member)
    s.sql("UPDATE networks_member SET left_at = %s WHERE id = %s", s.at(-1), s.cast.anouk.member)
    s.look(0)
    s.owner_is("joost")


@scenario(WAITS, NEAR)
def _(s: Stage) -> None:
    """The answer is wanted by tonight: it is not late."""
    question(s, due=0.2)
    s.wants(0, marijke="", joost="")
    s.wants(0.3, marijke=WAITS)


@scenario(WAITS, HIDDEN)
def _(s: Stage) -> None:
    """The same about health: the municipality and the neighbour meet nothing."""
    question(s, by="fatima", subject=S.HEALTH)
    s.wants(0, fatima=WAITS, hanneke=WAITS, linda="", ria="")


@scenario(WAITS, HIDDEN)
def _(s: Stage) -> None:
    """The client objects to the son reading it: he meets nothing."""
    question(s, denied=[s.cast.peter.member])
    s.wants(0, marijke=WAITS, peter="")


@scenario(WAITS, OVER)
def _(s: Stage) -> None:
    """An answer comes after all."""
    one = question(s)
    s.wants(0, marijke=WAITS)
    s.sql(
        "UPDATE talks_question SET state = 'answered', answer_kind = 'yes' WHERE item_id = %s", one
    )
    s.wants(0.1, marijke="", hanneke="")


@scenario(WAITS, AGAIN)
def _(s: Stage) -> None:
    """Passed on it gets a new term; when that is over as well, it waits again."""
    one = question(s)
    s.wants(0, marijke=WAITS)
    s.sql("UPDATE talks_question SET state = 'passed', to_member_id = %s, due_at = %s"
          " WHERE item_id = %s", s.cast.anouk.member, s.at(2), one)  # fmt: skip
    s.wants(1, marijke="")
    s.wants(3, marijke=WAITS, anouk=WAITS)
