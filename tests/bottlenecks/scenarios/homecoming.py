"""What is needed at home, often after hospital: arranged, withdrawn, asked again, missing."""

from typing import Any
from uuid import UUID

from zorgverband.base.repeating import Repeat
from zorgverband.handovers.models import Arranged, Arrival, Discharge, Needed, NeededFor
from zorgverband.sharing.subjects import Subject as S

from ..bank import AGAIN, FOUND, HIDDEN, NEAR, OVER, Stage, scenario
from ..facts import agreement, asked_again, becomes

CARE, HELP, MISSING = "discharge_uncovered", "needed_uncovered", "needed_missing"
EVERY_DAY, WEEK, WEEKEND = (0, 1, 2, 3, 4, 5, 6), (0, 1, 2, 3, 4), (5, 6)


def needed(
    s: Stage, *, subject: S = S.TREATMENT, by: str = "fatima", starts: float = 5,
    weekdays: tuple[int, ...] = (), title: str = "Wondzorg", **header: Any,
) -> UUID:  # fmt: skip
    """Something that is needed from a day on."""
    item = s.item(subject, by, title, -1, "needed", **header)
    s.add(Needed(item_id=item, network_id=s.cast.network, about_id=s.cast.jannie.member,
                 starts_on=s.on(starts), weekdays=list(weekdays)))  # fmt: skip
    return item


def household(s: Stage, **more: Any) -> UUID:
    """The same, under a subject the municipality reads."""
    said: dict[str, Any] = {"subject": S.HOME, "by": "marijke", "title": "Hulp in het huishouden"}
    return needed(s, **(said | more))


def promised(
    s: Stage, need: UUID, *, who: str, state: str = "accepted", weekdays: tuple[int, ...] = (),
    starts: float = 5, subject: S = S.TREATMENT, by: str = "fatima", **header: Any,
) -> UUID:  # fmt: skip
    """Somebody was asked for it, on all its days or some."""
    columns: dict[str, Any] = {}
    if weekdays:
        columns = {"first_on": s.on(starts), "repeat": Repeat.WEEKLY, "weekdays": list(weekdays)}
    item = agreement(s, who=who, by=by, subject=subject, state=state, asked=-0.1,
                     title="Wondzorg", columns=columns, **header)  # fmt: skip
    s.add(Arranged(network_id=s.cast.network, item_id=item, needed_id=need))
    return item


def said(s: Stage, need: UUID, answer: str, day: float = 0, who: str = "jannie") -> None:
    """Somebody at home said this of it."""
    one = s.somebody(who)
    s.add(Arrival(network_id=s.cast.network, item_id=need, answer=answer, at=s.at(day),
                  person_id=one.person, member_id=one.member))  # fmt: skip


@scenario(CARE, FOUND)
def _(s: Stage) -> None:
    """Tomorrow she comes home, and nobody does the wound; the municipality hears nothing."""
    needed(s, starts=1)
    s.wants(0, hanneke=CARE, fatima=CARE, jannie=CARE, linda="", ria="")
    s.owner_is("hanneke")


@scenario(CARE, FOUND)
def _(s: Stage) -> None:
    """Who would come in the weekend cannot after all: found at once, days before."""
    need = needed(s, starts=9, weekdays=EVERY_DAY)
    promised(s, need, who="fatima", weekdays=WEEK, starts=9)
    weekend = promised(s, need, who="anouk", weekdays=WEEKEND, starts=9)
    s.wants(0, hanneke="", fatima="")
    becomes(s, weekend, "failed")
    s.wants(0.1, hanneke=CARE, anouk=CARE, linda="")


@scenario(CARE, FOUND)
def _(s: Stage) -> None:
    """The day changed, and who promised it has not said yes for the new day."""
    need = needed(s, starts=9)
    one = promised(s, need, who="anouk")
    s.wants(0, hanneke="")
    asked_again(s, one)
    s.wants(0.1, hanneke=CARE, linda="")


@scenario(CARE, FOUND)
def _(s: Stage) -> None:
    """Who promised it does not take part any more."""
    need = needed(s, starts=9)
    promised(s, need, who="anouk", state="done")
    s.wants(0, hanneke="")
    s.member("anouk", left_at=s.at(0.1))
    s.wants(0.2, hanneke=CARE)


@scenario(CARE, NEAR)
def _(s: Stage) -> None:
    """Nobody is asked yet, and it is not before the day after tomorrow."""
    needed(s, starts=2)
    s.wants(0, hanneke="", fatima="")
    s.wants(1, hanneke=CARE)


@scenario(CARE, NEAR)
def _(s: Stage) -> None:
    """Home care comes on weekdays, the GP in the weekend: every day somebody."""
    need = needed(s, starts=1, weekdays=EVERY_DAY)
    promised(s, need, who="fatima", weekdays=WEEK, starts=1)
    promised(s, need, who="anouk", weekdays=WEEKEND, starts=1)
    s.wants(0, hanneke="", jannie="")


@scenario(CARE, NEAR)
def _(s: Stage) -> None:
    """Another said yes for what somebody could not do."""
    need = needed(s, starts=3)
    promised(s, need, who="anouk", state="declined")
    promised(s, need, who="fatima")
    s.wants(0, hanneke="", fatima="")


@scenario(CARE, HIDDEN)
def _(s: Stage) -> None:
    """The client objects to the son reading it; the municipality leads and meets nothing."""
    s.member("hanneke", coordinator=False)
    s.member("linda", coordinator=True)
    needed(s, starts=1, denied=[s.cast.peter.member])
    s.wants(0, fatima=CARE, peter="", linda="")


@scenario(CARE, HIDDEN)
def _(s: Stage) -> None:
    """In a safety compartment nothing is looked for."""
    needed(s, starts=1, compartment_id=s.compartment("anouk", "hanneke"))
    s.wants(0, anouk="", hanneke="", jannie="", linda="")


@scenario(CARE, OVER)
def _(s: Stage) -> None:
    """Somebody says yes."""
    need = needed(s, starts=1)
    one = promised(s, need, who="anouk", state="asked")
    s.wants(0, hanneke=CARE)
    becomes(s, one, "accepted")
    s.wants(0.1, hanneke="", jannie="")


@scenario(CARE, OVER)
def _(s: Stage) -> None:
    """It is not needed after all."""
    need = needed(s, starts=1)
    s.wants(0, hanneke=CARE)
    s.sql("UPDATE handovers_needed SET closed_at = now() WHERE item_id = %s", need)
    s.wants(0.1, hanneke="")


@scenario(CARE, AGAIN)
def _(s: Stage) -> None:
    """Arranged, and then the weekend falls out again."""
    need = needed(s, starts=1, weekdays=EVERY_DAY)
    promised(s, need, who="fatima", weekdays=WEEK, starts=1)
    s.wants(0, hanneke=CARE)
    weekend = promised(s, need, who="anouk", weekdays=WEEKEND, starts=1)
    s.wants(0.2, hanneke="")
    becomes(s, weekend, "on_hold", 0.3)
    s.wants(0.3, hanneke=CARE, linda="")


@scenario(HELP, FOUND)
def _(s: Stage) -> None:
    """Household help from tomorrow, and nobody: the municipality meets that, and nothing of why."""
    need = household(s, starts=1, weekdays=(1,))
    item = s.item(S.HEALTH, "anouk", "Uit het ziekenhuis", -1, "discharge")
    s.add(Discharge(item_id=item, network_id=s.cast.network, about_id=s.cast.jannie.member))
    s.add(NeededFor(network_id=s.cast.network, item_id=need, discharge_id=item))
    s.wants(0, hanneke=HELP, marijke=HELP, linda=HELP, ria="")


@scenario(HELP, NEAR)
def _(s: Stage) -> None:
    """It is arranged; or it began longer ago than two weeks."""
    need = household(s, starts=1)
    promised(s, need, who="linda", subject=S.HOME, by="marijke", due=1)
    household(s, starts=-14)
    s.wants(0, hanneke="", linda="")


@scenario(HELP, HIDDEN)
def _(s: Stage) -> None:
    """The same under health is not for the municipality, under another name."""
    needed(s, starts=1, subject=S.HEALTH, title="Hulp bij wassen")
    s.wants(0, linda="", hanneke=CARE)


@scenario(HELP, HIDDEN)
def _(s: Stage) -> None:
    """Written for the family alone, the municipality meets nothing."""
    here = [s.cast.marijke.member, s.cast.peter.member]
    household(s, starts=1, audience=here)
    s.wants(0, marijke=HELP, linda="", hanneke="")


@scenario(HELP, OVER)
def _(s: Stage) -> None:
    """The municipality says yes."""
    need = household(s, starts=1)
    one = promised(s, need, who="linda", state="asked", subject=S.HOME, by="marijke")
    s.wants(0, hanneke=HELP, linda=HELP)
    becomes(s, one, "accepted")
    s.wants(0.1, hanneke="", linda="")


@scenario(HELP, AGAIN)
def _(s: Stage) -> None:
    """The municipality cannot after all."""
    need = household(s, starts=1)
    one = promised(s, need, who="linda", subject=S.HOME, by="marijke")
    s.wants(0, hanneke="")
    becomes(s, one, "failed")
    s.wants(0.1, hanneke=HELP, linda=HELP, marijke=HELP)


@scenario(MISSING, FOUND)
def _(s: Stage) -> None:
    """The bed should be there since yesterday, and Jannie says it is not."""
    need = household(s, starts=-1, title="Een bed beneden")
    promised(s, need, who="linda", state="done", subject=S.HOME, by="marijke")
    said(s, need, "missing")
    s.wants(0, hanneke=MISSING, jannie=MISSING, linda=MISSING, ria="")
    s.owner_is("hanneke")


@scenario(MISSING, NEAR)
def _(s: Stage) -> None:
    """Her daughter does not know; and what is there is there."""
    for answer in ("unknown", "there"):
        need = household(s, starts=-1)
        promised(s, need, who="linda", state="done", subject=S.HOME, by="marijke")
        said(s, need, answer, who="marijke")
    s.wants(0, hanneke="", linda="")


@scenario(MISSING, HIDDEN)
def _(s: Stage) -> None:
    """Medicines that are not there are not for the municipality."""
    need = needed(s, starts=-1, subject=S.MEDICATION, title="Medicijnen in huis")
    promised(s, need, who="anouk", state="done", subject=S.MEDICATION)
    said(s, need, "missing")
    s.wants(0, hanneke=MISSING, anouk=MISSING, linda="")


@scenario(MISSING, OVER)
def _(s: Stage) -> None:
    """In the afternoon it came after all."""
    need = household(s, starts=-1)
    promised(s, need, who="linda", state="done", subject=S.HOME, by="marijke")
    said(s, need, "missing")
    s.wants(0, hanneke=MISSING)
    said(s, need, "there", 0.1)
    s.wants(0.2, hanneke="")


@scenario(MISSING, OVER)
def _(s: Stage) -> None:
    """She stayed away longer: what was said, was said of a day that did not come."""
    need = household(s, starts=-1, title="Een bed beneden")
    promised(s, need, who="linda", state="done", subject=S.HOME, by="marijke")
    said(s, need, "missing")
    s.wants(0, hanneke=MISSING)
    s.sql("UPDATE handovers_needed SET starts_on = %s WHERE item_id = %s", s.on(5), need)
    s.wants(0.1, hanneke="", linda="")


@scenario(MISSING, AGAIN)
def _(s: Stage) -> None:
    """It came, and was gone again the next day."""
    need = household(s, starts=-1)
    promised(s, need, who="linda", state="done", subject=S.HOME, by="marijke")
    for day, answer, met in ((0, "missing", MISSING), (0.1, "there", ""), (1, "missing", MISSING)):
        said(s, need, answer, day)
        s.wants(day + 0.05, hanneke=met)
