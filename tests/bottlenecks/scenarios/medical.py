"""Advice, examinations, medicines, measurements: never for the social side."""

from zorgverband.sharing.subjects import Subject as S

from ..bank import AGAIN, FOUND, HIDDEN, NEAR, OVER, Stage, scenario
from ..facts import advice, allergy, examination, measured, medicine

ADVICE, TWICE = "contradictory_advice", "double_examination"
DOUBLE, AGAINST = "double_medication", "medication_against_allergy"
OUTSIDE, TREND = "measurement_outside", "measurement_trend"
DAY = {"unit": "ml_day"}


@scenario(ADVICE, FOUND)
def _(s: Stage) -> None:
    """The physiotherapist says move more, the GP says move less."""
    advice(s, "movement", "more")
    advice(s, "movement", "less", by="anouk")
    s.wants(0, hanneke=ADVICE, marijke=ADVICE, anouk=ADVICE, jannie=ADVICE, linda="", ria="")
    s.owner_is("hanneke")


@scenario(ADVICE, FOUND)
def _(s: Stage) -> None:
    """At most one litre a day, and at least 1500 ml."""
    advice(s, "fluid", "amount", high="1", columns={"unit": "l_day"})
    advice(s, "fluid", "amount", low="1500", by="anouk", columns=DAY)
    s.wants(0, hanneke=ADVICE)


@scenario(ADVICE, FOUND)
def _(s: Stage) -> None:
    """Walk, and keep the leg up: topics that bite each other."""
    advice(s, "movement", "more")
    advice(s, "rest", "do", by="anouk")
    s.wants(0, hanneke=ADVICE)


@scenario(ADVICE, NEAR)
def _(s: Stage) -> None:
    """Ranges that meet, a topic that is another, and two wounds."""
    advice(s, "fluid", "amount", high="1.5", columns={"unit": "l_day"})
    advice(s, "fluid", "amount", low="1500", by="anouk", columns=DAY)
    advice(s, "salt", "less", by="anouk")
    advice(s, "wound", "do", columns={"what": "linkerbeen"})
    advice(s, "wound", "do_not", columns={"what": "rechterarm"})
    s.wants(0, hanneke="", marijke="")


@scenario(ADVICE, NEAR)
def _(s: Stage) -> None:
    """The one ended before the other began."""
    advice(s, "movement", "less", by="anouk", columns={"ends_on": s.on(-1)})
    advice(s, "movement", "more", columns={"starts_on": s.on(0)})
    s.wants(0, hanneke="")


@scenario(ADVICE, HIDDEN)
def _(s: Stage) -> None:
    """The consultant reads that somebody is there always; that she may be alone is medical. They do
    not meet it, not even that there is something."""
    advice(s, "alone", "do", subject=S.HEALTH, by="anouk")
    advice(s, "alone", "do_not", subject=S.HOME, by="linda")
    s.wants(0, hanneke=ADVICE, jannie=ADVICE, linda="", ria="")


@scenario(ADVICE, HIDDEN)
def _(s: Stage) -> None:
    """The client objects to the daughter reading one of the two."""
    advice(s, "movement", "more")
    advice(s, "movement", "less", by="anouk", denied=[s.cast.marijke.member])
    s.wants(0, hanneke=ADVICE, peter=ADVICE, marijke="")


@scenario(ADVICE, HIDDEN)
def _(s: Stage) -> None:
    """Who coordinates may not read one of them: it goes to who may."""
    advice(s, "movement", "more")
    advice(s, "movement", "less", by="anouk", denied=[s.cast.hanneke.member])
    s.wants(0, hanneke="", marijke=ADVICE)
    s.owner_is("marijke")


@scenario(ADVICE, OVER)
def _(s: Stage) -> None:
    """One of the two ends."""
    one = advice(s, "movement", "more")
    advice(s, "movement", "less", by="anouk")
    s.wants(0, hanneke=ADVICE)
    s.sql("UPDATE advice_advice SET ended_at = now() WHERE item_id = %s", one)
    s.wants(0.1, hanneke="")


@scenario(ADVICE, AGAIN)
def _(s: Stage) -> None:
    """It is given anew."""
    one = advice(s, "movement", "more")
    advice(s, "movement", "less", by="anouk")
    s.sql("UPDATE advice_advice SET ended_at = now() WHERE item_id = %s", one)
    s.wants(0, hanneke="")
    advice(s, "movement", "more")
    s.wants(1, hanneke=ADVICE)


@scenario(TWICE, FOUND)
def _(s: Stage) -> None:
    """Blood was taken two days ago, and is planned again for next week."""
    examination(s, "blood_count", -2)
    examination(s, "blood_count", 5, state="planned", by="fatima")
    s.wants(0, fatima=TWICE, anouk=TWICE, hanneke=TWICE, joost=TWICE, linda="", ria="")
    s.owner_is("fatima")


@scenario(TWICE, NEAR)
def _(s: Stage) -> None:
    """With a reason; another kind; and after the earlier one is no longer valid."""
    examination(s, "blood_count", -2)
    examination(s, "blood_count", 5, state="planned", because="De eerste buis was kapot.")
    examination(s, "kidney", 5, state="planned")
    examination(s, "urine", -40)
    examination(s, "urine", 5, state="planned")
    s.wants(0, anouk="", hanneke="")


@scenario(TWICE, NEAR)
def _(s: Stage) -> None:
    """Planned for next month; a doctor had a reason for one before that, and wrote it down."""
    examination(s, "kidney", 40, state="planned")
    one = examination(s, "kidney", 5, state="planned", because="Nieuwe klachten.")
    s.sql("UPDATE sharing_item SET created_at = %s WHERE id = %s", s.at(-0.1), one)
    s.wants(0, anouk="", hanneke="")


@scenario(TWICE, HIDDEN)
def _(s: Stage) -> None:
    """The earlier one is not for the son: he meets nothing; nor does the municipality."""
    examination(s, "blood_count", -2, denied=[s.cast.peter.member])
    examination(s, "blood_count", 5, state="planned")
    s.wants(0, anouk=TWICE, peter="", linda="")


@scenario(TWICE, OVER)
def _(s: Stage) -> None:
    """The second is called off."""
    examination(s, "blood_count", -2)
    one = examination(s, "blood_count", 5, state="planned")
    s.wants(0, anouk=TWICE)
    s.sql("UPDATE record_examination SET state = 'cancelled' WHERE item_id = %s", one)
    s.wants(0.1, anouk="")


@scenario(TWICE, AGAIN)
def _(s: Stage) -> None:
    """And planned once more."""
    examination(s, "blood_count", -2)
    one = examination(s, "blood_count", 5, state="cancelled")
    s.wants(0, anouk="")
    s.sql("UPDATE record_examination SET state = 'planned' WHERE item_id = %s", one)
    s.wants(1, anouk=TWICE)


@scenario(DOUBLE, FOUND)
def _(s: Stage) -> None:
    """The same substance under two names."""
    medicine(s, "Lasix 40 mg", "C03CA01")
    medicine(s, "Furosemide 20 mg", "C03CA01")
    s.wants(
        0, anouk=DOUBLE, fatima=DOUBLE, hanneke=DOUBLE, marijke=DOUBLE, joost="", linda="", ria=""
    )


@scenario(DOUBLE, FOUND)
def _(s: Stage) -> None:
    """Two of one group; and two with the same name and no code."""
    medicine(s, "Furosemide", "C03CA01")
    medicine(s, "Bumetanide", "C03CA02")
    s.wants(0, anouk=DOUBLE)
    medicine(s, "Naproxen 250 mg")
    medicine(s, "naproxen 500 mg")
    s.wants(0.1, anouk=f"{DOUBLE} {DOUBLE}")


@scenario(DOUBLE, NEAR)
def _(s: Stage) -> None:
    """Another group; one that was stopped; one that ended last week."""
    medicine(s, "Furosemide", "C03CA01")
    medicine(s, "Spironolacton", "C03DA01")
    medicine(s, "Lasix", "C03CA01", status="stopped")
    medicine(s, "Lasix", "C03CA01", columns={"ends_on": s.on(-7)})
    s.wants(0, anouk="", hanneke="")


@scenario(DOUBLE, NEAR)
def _(s: Stage) -> None:
    """On the list, to begin in three days; from that day it is twice. What has no day did not begin."""
    medicine(s, "Furosemide", "C03CA01")
    medicine(s, "Bumetanide", "C03CA02", status="planned", columns={"starts_on": s.on(3)})
    medicine(s, "Torasemide", "C03CA04", status="planned")
    s.wants(0, anouk="", hanneke="")
    s.wants(3, anouk=DOUBLE, hanneke=DOUBLE)


@scenario(DOUBLE, HIDDEN)
def _(s: Stage) -> None:
    """One of the two is kept from the daughter."""
    medicine(s, "Lasix", "C03CA01")
    medicine(s, "Furosemide", "C03CA01", denied=[s.cast.marijke.member])
    s.wants(0, anouk=DOUBLE, marijke="", linda="")


@scenario(DOUBLE, OVER)
def _(s: Stage) -> None:
    """One is stopped."""
    one = medicine(s, "Lasix", "C03CA01")
    medicine(s, "Furosemide", "C03CA01")
    s.wants(0, anouk=DOUBLE)
    s.sql("UPDATE record_medication SET status = 'stopped' WHERE item_id = %s", one)
    s.wants(0.1, anouk="")


@scenario(DOUBLE, AGAIN)
def _(s: Stage) -> None:
    """And begun again."""
    one = medicine(s, "Lasix", "C03CA01", status="stopped")
    medicine(s, "Furosemide", "C03CA01")
    s.wants(0, anouk="")
    s.sql("UPDATE record_medication SET status = 'active' WHERE item_id = %s", one)
    s.wants(1, anouk=DOUBLE)


@scenario(AGAINST, FOUND)
def _(s: Stage) -> None:
    """Cannot stand penicillins, and gets amoxicillin."""
    allergy(s, "Penicilline", "J01C")
    medicine(s, "Amoxicilline", "J01CA04")
    s.wants(0, anouk=AGAINST, hanneke=AGAINST, marijke=AGAINST, jannie=AGAINST, joost="", linda="")


@scenario(AGAINST, FOUND)
def _(s: Stage) -> None:
    """Put on the list last week, to begin today."""
    allergy(s, "Penicilline", "J01C")
    medicine(s, "Amoxicilline", "J01CA04", status="planned", columns={"starts_on": s.on(0)})
    s.wants(0, anouk=AGAINST)


@scenario(AGAINST, NEAR)
def _(s: Stage) -> None:
    """An allergy that was ruled out; and a medicine of another group."""
    allergy(s, "Penicilline", "J01C", status="ruled_out")
    medicine(s, "Amoxicilline", "J01CA04")
    allergy(s, "Sulfa", "J01E")
    s.wants(0, anouk="")


@scenario(AGAINST, HIDDEN)
def _(s: Stage) -> None:
    """Not for the municipality, though it coordinates and decides on money."""
    s.member("linda", coordinator=True)
    allergy(s, "Penicilline", "J01C")
    medicine(s, "Amoxicilline", "J01CA04")
    s.wants(0, anouk=AGAINST, linda="", ria="")


@scenario(AGAINST, OVER)
def _(s: Stage) -> None:
    """The medicine is stopped."""
    allergy(s, "Penicilline", "J01C")
    one = medicine(s, "Amoxicilline", "J01CA04")
    s.wants(0, anouk=AGAINST)
    s.sql("UPDATE record_medication SET status = 'stopped' WHERE item_id = %s", one)
    s.wants(0.1, anouk="")


@scenario(AGAINST, AGAIN)
def _(s: Stage) -> None:
    """And another of the same group is begun."""
    allergy(s, "Penicilline", "J01C")
    medicine(s, "Amoxicilline", "J01CA04", status="stopped")
    s.wants(0, anouk="")
    medicine(s, "Flucloxacilline", "J01CF05")
    s.wants(1, anouk=AGAINST)


@scenario(OUTSIDE, FOUND)
def _(s: Stage) -> None:
    """Weight 84, agreed between 70 and 80."""
    measured(s, "84", low="70", high="80", day=-1)
    s.wants(0, fatima=OUTSIDE, anouk=OUTSIDE, hanneke=OUTSIDE, jannie=OUTSIDE, linda="", ria="")


@scenario(OUTSIDE, NEAR)
def _(s: Stage) -> None:
    """Exactly on the border; without a border; and an earlier one outside, the newest inside."""
    measured(s, "80", low="70", high="80", day=-1)
    measured(s, "150", day=-1, name="Pols")
    measured(s, "40", low="36", high="38", day=-3, name="Temperatuur")
    measured(s, "37", low="36", high="38", day=-1, name="Temperatuur")
    s.wants(0, fatima="", hanneke="")


@scenario(OUTSIDE, HIDDEN)
def _(s: Stage) -> None:
    """A measurement the client keeps from the daughter; and never for the municipality."""
    measured(s, "84", high="80", day=-1, denied=[s.cast.marijke.member])
    s.wants(0, fatima=OUTSIDE, marijke="", linda="")


@scenario(OUTSIDE, OVER)
def _(s: Stage) -> None:
    """The next one is inside again."""
    measured(s, "84", high="80", day=-1)
    s.wants(0, fatima=OUTSIDE)
    measured(s, "79", high="80", day=0)
    s.wants(0.1, fatima="")


@scenario(OUTSIDE, AGAIN)
def _(s: Stage) -> None:
    """And the one after that outside."""
    measured(s, "84", high="80", day=-1)
    s.wants(0, fatima=OUTSIDE)
    measured(s, "79", high="80", day=0)
    s.wants(1, fatima="")
    measured(s, "85", high="80", day=2)
    s.wants(3, fatima=OUTSIDE)


def row(s: Stage, *values: str, **header: object) -> None:
    """Measurements five days apart, the last one yesterday."""
    for number, value in enumerate(values):
        measured(s, value, day=-1 - 5 * (len(values) - 1 - number), **header)  # type: ignore[arg-type]


@scenario(TREND, FOUND)
def _(s: Stage) -> None:
    """Weight goes down four times in a row: 70, 67, 64, 62."""
    row(s, "70", "67", "64", "62")
    s.wants(0, fatima=TREND, hanneke=TREND, marijke=TREND, linda="", ria="")


@scenario(TREND, NEAR)
def _(s: Stage) -> None:
    """Up and down; a little each time; and three only."""
    row(s, "70", "67", "69", "62")
    row(s, "70", "69.5", "69", "68.5", name="Omtrek")
    row(s, "70", "60", "50", name="Lengte")
    s.wants(0, fatima="", hanneke="")


@scenario(TREND, HIDDEN)
def _(s: Stage) -> None:
    """The daughter may not read them."""
    row(s, "70", "67", "64", "62", denied=[s.cast.marijke.member])
    s.wants(0, fatima=TREND, marijke="", linda="")


@scenario(TREND, OVER)
def _(s: Stage) -> None:
    """It goes up again."""
    row(s, "70", "67", "64", "62")
    s.wants(0, fatima=TREND)
    measured(s, "65", day=0)
    s.wants(0.1, fatima="")


@scenario(TREND, AGAIN)
def _(s: Stage) -> None:
    """And then down four times more."""
    row(s, "70", "67", "64", "62")
    measured(s, "66", day=-0.5)
    s.wants(0, fatima="")
    for day, value in ((3, "64"), (6, "61"), (9, "58")):
        measured(s, value, day=day)
    s.wants(10, fatima=TREND)
