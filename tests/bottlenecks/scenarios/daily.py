"""Who comes when, and how the carer holds."""

from datetime import time

from zorgverband.base.repeating import Repeat
from zorgverband.sharing.subjects import Subject as S

from ..bank import AGAIN, FOUND, HIDDEN, NEAR, OVER, Stage, scenario
from ..facts import agreement, becomes, change, checks, offers, visit
from .helping import does, help_asked

NOBODY, TOGETHER = "nobody_arranged", "visits_colliding"
OVER_PLANNED, SOLE, REST, HEAVY = "carer_overplanned", "sole_carer", "no_respite", "carer_check"


@scenario(NOBODY, FOUND)
def _(s: Stage) -> None:
    """The daughter comes every day, and cannot come the day after tomorrow."""
    change(s, visit(s), 2, cancelled=True)
    s.wants(0, hanneke=NOBODY, marijke=NOBODY, jannie=NOBODY, peter="", linda="")


@scenario(NOBODY, FOUND)
def _(s: Stage) -> None:
    """Who came every day left the network."""
    visit(s, who="peter")
    s.member("peter", left_at=s.at(-1))
    s.wants(0, hanneke=NOBODY, marijke=NOBODY)


@scenario(NOBODY, NEAR)
def _(s: Stage) -> None:
    """The daughter cannot come, and the son comes at the same time."""
    change(s, visit(s), 2, cancelled=True)
    visit(s, who="peter", first=2, repeat=Repeat.ONCE)
    s.wants(0, hanneke="", marijke="")


@scenario(NOBODY, NEAR)
def _(s: Stage) -> None:
    """The client called it off: she is not at home. And a visit of once is no fixed help."""
    change(s, visit(s), 2, by="jannie", cancelled=True)
    change(
        s, visit(s, first=3, repeat=Repeat.ONCE, starts="15:00", until="16:00"), 3, cancelled=True
    )
    s.wants(0, hanneke="", marijke="")


@scenario(NOBODY, NEAR)
def _(s: Stage) -> None:
    """She cannot come next month: too far away to worry about."""
    change(s, visit(s), 30, cancelled=True)
    s.wants(0, hanneke="")
    s.wants(24, hanneke=NOBODY)


@scenario(NOBODY, FOUND)
def _(s: Stage) -> None:
    """Who came every day left; the daughter comes today, and on no other day."""
    visit(s, who="peter")
    visit(s, first=0, repeat=Repeat.ONCE)
    s.member("peter", left_at=s.at(-1))
    s.wants(0, hanneke=NOBODY, marijke=NOBODY)


@scenario(NOBODY, FOUND)
def _(s: Stage) -> None:
    """That there are pills to take then is nobody who comes."""
    visit(s, starts="09:10", until=None, subject=S.MEDICATION, by="fatima", columns={
        "kind": "medicine", "who_id": None, "who_name": "Jannie"})  # fmt: skip
    change(s, visit(s), 2, cancelled=True)
    s.wants(0, hanneke=NOBODY, marijke=NOBODY)


@scenario(NOBODY, NEAR)
def _(s: Stage) -> None:
    """The son's visit of next month is moved to that day."""
    change(s, visit(s), 2, cancelled=True)
    one = visit(s, who="peter", first=30, repeat=Repeat.ONCE)
    change(s, one, 30, by="peter", moved_on=s.on(2), starts=time(9), ends=time(10))
    s.wants(0, hanneke="", marijke="")


@scenario(NOBODY, HIDDEN)
def _(s: Stage) -> None:
    """Who comes in her place does so as something medical: the municipality's coordinator does not
    learn of it."""
    s.member("linda", coordinator=True)
    change(s, visit(s), 2, cancelled=True)
    visit(s, who="joost", by="fatima", subject=S.TREATMENT, first=2, repeat=Repeat.ONCE)
    s.wants(0, linda=NOBODY, hanneke="")


@scenario(NOBODY, OVER)
def _(s: Stage) -> None:
    """Somebody else will come."""
    change(s, visit(s), 2, cancelled=True)
    s.wants(0, hanneke=NOBODY)
    visit(s, who="peter", first=2, repeat=Repeat.ONCE)
    s.wants(0.1, hanneke="")


@scenario(NOBODY, OVER)
def _(s: Stage) -> None:
    """The day went by."""
    change(s, visit(s), 1, cancelled=True)
    s.wants(0, hanneke=NOBODY)
    s.wants(2, hanneke="")


@scenario(NOBODY, AGAIN)
def _(s: Stage) -> None:
    """She cannot come another day either."""
    one = visit(s)
    change(s, one, 1, cancelled=True)
    s.wants(0, hanneke=NOBODY)
    s.wants(2, hanneke="")
    change(s, one, 4, cancelled=True)
    s.wants(3, hanneke=NOBODY)


@scenario(TOGETHER, FOUND)
def _(s: Stage) -> None:
    """The physiotherapist and the consultant come tomorrow at ten."""
    for who in ("joost", "linda"):
        visit(s, who=who, first=1, repeat=Repeat.ONCE, starts="10:00", until="11:00", by="hanneke")
    s.wants(0, hanneke=TOGETHER, marijke=TOGETHER, linda=TOGETHER, ria=TOGETHER)


@scenario(TOGETHER, FOUND)
def _(s: Stage) -> None:
    """One was to come last week, and was moved to the time at which the other comes."""
    visit(s, who="linda", first=1, repeat=Repeat.ONCE, starts="10:00", until="11:00")
    one = visit(s, who="joost", first=-6, repeat=Repeat.ONCE, starts="10:00", until="11:00")
    change(s, one, -6, moved_on=s.on(1), starts=time(10), ends=time(11))
    s.wants(0, hanneke=TOGETHER, linda=TOGETHER)


@scenario(TOGETHER, NEAR)
def _(s: Stage) -> None:
    """One comes somewhere between eight and twelve: nobody can say that it is at the same time."""
    visit(s, who="joost", first=1, repeat=Repeat.ONCE, starts="10:00", until="11:00")
    visit(s, who="linda", first=1, repeat=Repeat.ONCE, starts="08:00", until="12:00",
          columns={"window": True})  # fmt: skip
    s.wants(0, hanneke="", marijke="")


@scenario(TOGETHER, NEAR)
def _(s: Stage) -> None:
    """One comes at ten, the other at eleven, when the first has gone; and the same on another day."""
    visit(s, who="joost", first=1, repeat=Repeat.ONCE, starts="10:00", until="11:00")
    visit(s, who="linda", first=1, repeat=Repeat.ONCE, starts="11:00", until="12:00")
    visit(s, who="peter", first=2, repeat=Repeat.ONCE, starts="10:00", until="11:00")
    s.wants(0, hanneke="", marijke="")


@scenario(TOGETHER, HIDDEN)
def _(s: Stage) -> None:
    """One of the two is medical: the municipality does not even learn that there is one."""
    visit(s, who="joost", first=1, repeat=Repeat.ONCE, subject=S.TREATMENT, by="fatima")
    visit(s, who="linda", first=1, repeat=Repeat.ONCE)
    s.wants(0, hanneke=TOGETHER, linda="", ria="")


@scenario(TOGETHER, OVER)
def _(s: Stage) -> None:
    """One of the two is called off."""
    one = visit(s, who="joost", first=1, repeat=Repeat.ONCE)
    visit(s, who="linda", first=1, repeat=Repeat.ONCE)
    s.wants(0, hanneke=TOGETHER)
    change(s, one, 1, by="jannie", cancelled=True)
    s.wants(0.1, hanneke="")


@scenario(TOGETHER, AGAIN)
def _(s: Stage) -> None:
    """Two series meet every week: called off this week, they meet the next."""
    one = visit(s, who="joost", first=1, repeat=Repeat.WEEKLY)
    visit(s, who="linda", first=1, repeat=Repeat.WEEKLY)
    change(s, one, 1, by="jannie", cancelled=True)
    s.wants(0, hanneke="")
    s.wants(3, hanneke=TOGETHER)


@scenario(OVER_PLANNED, FOUND)
def _(s: Stage) -> None:
    """The daughter offers four hours a week, and comes an hour every day."""
    offers(s, hours="4")
    visit(s)
    s.wants(0, marijke=OVER_PLANNED, hanneke=OVER_PLANNED, jannie="", peter="", linda="")


@scenario(OVER_PLANNED, NEAR)
def _(s: Stage) -> None:
    """She offers seven hours: exactly what is planned."""
    offers(s, hours="7")
    visit(s)
    s.wants(0, marijke="", hanneke="")


@scenario(OVER_PLANNED, OVER)
def _(s: Stage) -> None:
    """She does not take part any more."""
    offers(s, hours="4")
    visit(s, title="Koken")
    s.wants(0, hanneke=OVER_PLANNED)
    s.member("marijke", left_at=s.at(0.05))
    s.wants(0.1, hanneke=NOBODY)


@scenario(OVER_PLANNED, HIDDEN)
def _(s: Stage) -> None:
    """She chose nobody to read what she offers: she alone meets it."""
    offers(s, hours="4", readers=())
    visit(s)
    s.wants(0, marijke=OVER_PLANNED, hanneke="", jannie="")


@scenario(OVER_PLANNED, HIDDEN)
def _(s: Stage) -> None:
    """She let the consultant read it. What she does that is medical does not count for the
    consultant, so nothing medical shows through."""
    offers(s, hours="4", readers=("linda", "hanneke"))
    visit(s, subject=S.TREATMENT, by="fatima")
    s.wants(0, marijke=OVER_PLANNED, hanneke=OVER_PLANNED, linda="")


@scenario(OVER_PLANNED, OVER)
def _(s: Stage) -> None:
    """She offers more."""
    one = offers(s, hours="4")
    visit(s)
    s.wants(0, marijke=OVER_PLANNED)
    s.sql("UPDATE carers_careroffer SET hours = 10 WHERE item_id = %s", one)
    s.wants(0.1, marijke="")


@scenario(OVER_PLANNED, OVER)
def _(s: Stage) -> None:
    """The son takes three days of what she does every day: a day counts for one of them. What was
    promised counts for half an hour."""
    offers(s, hours="2")
    post = agreement(s, who="marijke", subject=S.COMING,
                     columns={"repeat": "daily", "first_on": s.on(-1)})  # fmt: skip
    s.wants(0, marijke=OVER_PLANNED)
    for day in (2, 3, 4):
        does(s, help_asked(s, on=day, starts=None, instead_of_id=post), "peter")
    s.wants(0.1, marijke="")


@scenario(OVER_PLANNED, AGAIN)
def _(s: Stage) -> None:
    """And then gets more to do as well."""
    offers(s, hours="8")
    visit(s)
    s.wants(0, marijke="")
    visit(s, starts="18:00", until="19:00", title="Eten")
    s.wants(1, marijke=OVER_PLANNED)


@scenario(SOLE, FOUND)
def _(s: Stage) -> None:
    """Son and neighbour left; the daughter does everything."""
    visit(s)
    s.member("peter", left_at=s.at(-1))
    s.member("ria", left_at=s.at(-1))
    s.wants(0, marijke=SOLE, jannie="", linda="")


@scenario(SOLE, NEAR)
def _(s: Stage) -> None:
    """The neighbour is there too; or she is alone and does nothing."""
    visit(s)
    s.member("peter", left_at=s.at(-1))
    s.wants(0, marijke="")


@scenario(SOLE, HIDDEN)
def _(s: Stage) -> None:
    """The coordinator meets it only when the carer lets them read about herself."""
    agreement(s, who="marijke", by="hanneke", due=20)
    s.member("peter", left_at=s.at(-1))
    s.member("ria", left_at=s.at(-1))
    s.wants(0, marijke=SOLE, hanneke="")
    s.cast.permit(s.cast.hanneke, S.CARER, about=s.cast.marijke, read=True, past=True)
    s.wants(0.1, marijke=SOLE, hanneke=SOLE)


@scenario(SOLE, OVER)
def _(s: Stage) -> None:
    """The neighbour comes back."""
    visit(s)
    s.member("peter", left_at=s.at(-1))
    s.member("ria", left_at=s.at(-1))
    s.wants(0, marijke=SOLE)
    s.member("ria", left_at=None)
    s.wants(0.1, marijke="")


@scenario(SOLE, AGAIN)
def _(s: Stage) -> None:
    """And leaves again."""
    visit(s)
    s.member("peter", left_at=s.at(-1))
    s.wants(0, marijke="")
    s.member("ria", left_at=s.at(3))
    s.wants(4, marijke=SOLE)


@scenario(REST, FOUND)
def _(s: Stage) -> None:
    """She needs a free day every four weeks, and had the last one five weeks ago."""
    offers(s, respite=4, day=-50)
    checks(s, 4, -3, rested=-35)
    s.wants(0, marijke=REST, hanneke=REST, jannie="", linda="")


@scenario(REST, NEAR)
def _(s: Stage) -> None:
    """She had it last week."""
    offers(s, respite=4, day=-50)
    checks(s, 4, -3, rested=-7)
    s.wants(0, marijke="", hanneke="")


@scenario(REST, HIDDEN)
def _(s: Stage) -> None:
    """She chose nobody to read it."""
    offers(s, respite=4, day=-50, readers=())
    checks(s, 4, -3, rested=-35, readers=())
    s.wants(0, marijke=REST, hanneke="", jannie="")


@scenario(REST, OVER)
def _(s: Stage) -> None:
    """She had a free day."""
    offers(s, respite=4, day=-50)
    checks(s, 4, -3, rested=-35)
    s.wants(0, marijke=REST)
    checks(s, 4, 0, rested=-1)
    s.wants(0.1, marijke="")


@scenario(REST, OVER)
def _(s: Stage) -> None:
    """She does not take part any more."""
    offers(s, respite=4, day=-50)
    s.wants(0, hanneke=REST)
    s.member("marijke", left_at=s.at(0.05))
    s.wants(0.1, hanneke="")


@scenario(REST, AGAIN)
def _(s: Stage) -> None:
    """And then none for five weeks."""
    offers(s, respite=4, day=-50)
    checks(s, 4, -3, rested=-7)
    s.wants(0, marijke="")
    s.wants(28, marijke=REST)


@scenario(HEAVY, FOUND)
def _(s: Stage) -> None:
    """She can keep it up for a few weeks."""
    checks(s, 2, -1)
    s.wants(0, marijke=HEAVY, hanneke=HEAVY, jannie="", peter="", linda="")
    s.owner_is("hanneke")


@scenario(HEAVY, FOUND)
def _(s: Stage) -> None:
    """Last month for long, now a few months: it goes down."""
    checks(s, 4, -31)
    checks(s, 3, -1)
    s.wants(0, marijke=HEAVY, hanneke=HEAVY)


@scenario(HEAVY, NEAR)
def _(s: Stage) -> None:
    """A few months, as before; or more than before."""
    checks(s, 3, -31)
    checks(s, 3, -1)
    s.wants(0, marijke="", hanneke="")


@scenario(HEAVY, HIDDEN)
def _(s: Stage) -> None:
    """She chose nobody: she alone, and she is looked after by nobody else's eyes."""
    checks(s, 1, -1, readers=())
    s.wants(0, marijke=HEAVY, hanneke="", jannie="", peter="")
    s.owner_is("marijke")


@scenario(HEAVY, OVER)
def _(s: Stage) -> None:
    """She does not take part any more."""
    checks(s, 2, -1)
    s.wants(0, hanneke=HEAVY)
    s.member("marijke", left_at=s.at(0.05))
    s.wants(0.1, hanneke="")


@scenario(HEAVY, OVER)
def _(s: Stage) -> None:
    """It goes better."""
    checks(s, 2, -31)
    s.wants(0, marijke=HEAVY)
    checks(s, 3, 0)
    s.wants(0.1, marijke="")


@scenario(HEAVY, AGAIN)
def _(s: Stage) -> None:
    """And then less again."""
    checks(s, 2, -31)
    checks(s, 4, -5)
    s.wants(0, marijke="")
    checks(s, 2, 2)
    s.wants(3, marijke=HEAVY)


@scenario(HEAVY, NEAR)
def _(s: Stage) -> None:
    """An agreement that is done does not make it heavier."""
    becomes(s, agreement(s, who="marijke", due=-1), "done")
    checks(s, 4, -1)
    s.wants(0, marijke="")
