"""Who leads, who is called, who decides, who hears: and how long nobody says anything."""

from tests.rows import permission_row, put
from zorgverband.base.ids import new_id
from zorgverband.demo.town import born_to_turn
from zorgverband.networks.models import Substitute
from zorgverband.sharing.subjects import Subject as S

from ..bank import AGAIN, FOUND, HIDDEN, NEAR, OVER, Stage, scenario
from ..facts import control, represents

LEAD, CALL, SILENT = "no_coordinator", "no_first_contact", "coordinator_silent"
QUIET, UNSEEN = "network_silent", "important_unseen"
INTERIM, ACTING, CONSENT = "interim_ending", "representation_review", "consent_review"
BIRTHDAY = "birthday"


@scenario(LEAD, FOUND)
def _(s: Stage) -> None:
    """Nobody coordinates since the network began two months ago."""
    s.member("hanneke", coordinator=False)
    s.wants(0, marijke=LEAD, jannie=LEAD, hanneke="", peter="", linda="")
    s.owner_is("marijke")


@scenario(LEAD, NEAR)
def _(s: Stage) -> None:
    """The coordinator left the day before yesterday: there is a week to choose another."""
    s.member("hanneke", left_at=s.at(-2))
    s.wants(0, marijke="", jannie="")


@scenario(LEAD, HIDDEN)
def _(s: Stage) -> None:
    """Who takes part inside a compartment and coordinates is not there for the others."""
    s.member("hanneke", coordinator=False)
    s.member("joost", coordinator=True, compartment=s.compartment("anouk", "fatima"))
    s.wants(0, marijke=LEAD, jannie=LEAD)


@scenario(LEAD, OVER)
def _(s: Stage) -> None:
    """The GP will coordinate."""
    s.member("hanneke", coordinator=False)
    s.wants(0, marijke=LEAD)
    s.member("anouk", coordinator=True, joined_at=s.at(-1))
    s.wants(0.1, marijke="", anouk="")


@scenario(LEAD, AGAIN)
def _(s: Stage) -> None:
    """Who coordinated leaves, and after a week nobody does."""
    s.wants(0, marijke="")
    s.member("hanneke", left_at=s.at(1))
    s.wants(5, marijke="")
    s.wants(9, marijke=LEAD)


@scenario(CALL, FOUND)
def _(s: Stage) -> None:
    """Nobody is the one to call first."""
    s.member("marijke", first_contact=False)
    s.wants(0, hanneke=CALL, jannie=CALL, marijke="", linda="")
    s.owner_is("hanneke")


@scenario(CALL, NEAR)
def _(s: Stage) -> None:
    """The one to call first left three days ago."""
    s.member("marijke", left_at=s.at(-3))
    s.wants(0, hanneke="", jannie="")


@scenario(CALL, OVER)
def _(s: Stage) -> None:
    """The son will be called first."""
    s.member("marijke", first_contact=False)
    s.wants(0, hanneke=CALL)
    s.member("peter", first_contact=True)
    s.wants(0.1, hanneke="")


@scenario(CALL, AGAIN)
def _(s: Stage) -> None:
    """He leaves."""
    s.member("marijke", first_contact=False)
    s.member("peter", first_contact=True)
    s.wants(0, hanneke="")
    s.member("peter", left_at=s.at(1))
    s.wants(9, hanneke=CALL)


@scenario(CALL, HIDDEN)
def _(s: Stage) -> None:
    """Only for who leads: the neighbour, the son and the municipality meet nothing."""
    s.member("marijke", first_contact=False)
    s.wants(0, ria="", peter="", linda="", fatima="", hanneke=CALL)


def seen(s: Stage, day: float) -> None:
    """The coordinator saw the news on that day, the last time."""
    s.sql("UPDATE sharing_readmark SET seen_until = %s WHERE network_id = %s", s.at(day),
          s.cast.network)  # fmt: skip


def did(s: Stage, day: float, item: object = None) -> None:
    """The coordinator did something on that day."""
    put(s.cast.owner, {"journal_event": [
        {"id": new_id(), "network_id": s.cast.network, "verb": "shared", "item_id": item,
         "member_id": None, "person_id": s.cast.hanneke.person, "to_person_id": None,
         "at": s.at(day)}]})  # fmt: skip


@scenario(SILENT, FOUND)
def _(s: Stage) -> None:
    """The coordinator looked 35 days ago, and did nothing since."""
    seen(s, -35)
    s.wants(0, calm=False, hanneke=SILENT, jannie=SILENT, marijke=SILENT, peter="", linda="")


@scenario(SILENT, NEAR)
def _(s: Stage) -> None:
    """The coordinator looked last week; or did something without looking at the news."""
    seen(s, -35)
    did(s, -7)
    s.wants(0, calm=False, hanneke="", jannie="")


@scenario(SILENT, NEAR)
def _(s: Stage) -> None:
    """The coordinator is away for six weeks, and somebody looks after it until yesterday."""
    seen(s, -50)
    s.add(Substitute(
        id=new_id(), network_id=s.cast.network, coordinator_id=s.cast.hanneke.member,
        substitute_id=s.cast.anouk.member, named_by_id=s.cast.hanneke.person,
        starts_at=s.at(-43), ends_at=s.at(-1),
    ))  # fmt: skip
    s.wants(0, calm=False, hanneke="", jannie="")


@scenario(SILENT, HIDDEN)
def _(s: Stage) -> None:
    """What the coordinator did last week is medical: for the municipality as if it never was."""
    s.member("linda", first_contact=True)
    seen(s, -35)
    did(s, -7, s.item(S.HEALTH, "hanneke", "Overleg", -7, "note"))
    s.wants(0, calm=False, linda=SILENT, jannie="")


@scenario(SILENT, OVER)
def _(s: Stage) -> None:
    """The coordinator looks."""
    seen(s, -35)
    s.wants(0, calm=False, jannie=SILENT)
    seen(s, 0)
    s.wants(0.1, calm=False, jannie="")


@scenario(SILENT, AGAIN)
def _(s: Stage) -> None:
    """And then not for a month again."""
    seen(s, 0)
    s.wants(1, jannie="")
    s.wants(20, jannie="")
    seen(s, 20)
    s.item(S.DAY, "ria", "Nieuws", 50, "note")
    s.wants(51, calm=False, jannie=SILENT)


@scenario(QUIET, FOUND)
def _(s: Stage) -> None:
    """Nobody wrote anything for 30 days."""
    seen(s, 29)
    s.wants(30, calm=False, hanneke=QUIET, jannie=QUIET, marijke=QUIET, peter="", linda="")


@scenario(QUIET, NEAR)
def _(s: Stage) -> None:
    """Three weeks is not four."""
    s.wants(21, calm=False, hanneke="", jannie="")


@scenario(QUIET, HIDDEN)
def _(s: Stage) -> None:
    """What was written last is medical: for a coordinator of the municipality it is silent."""
    s.member("linda", coordinator=True)
    s.member("hanneke", coordinator=False)
    seen(s, 29)
    s.item(S.HEALTH, "fatima", "Wond", 25, "note")
    s.wants(30, calm=False, linda=QUIET, jannie="", marijke="")


@scenario(QUIET, HIDDEN)
def _(s: Stage) -> None:
    """What is written inside a compartment breaks no silence for others."""
    seen(s, 29)
    s.item(S.DAY, "anouk", "Zorgen", 25, "note", compartment_id=s.compartment("anouk", "fatima"))
    s.wants(30, calm=False, hanneke=QUIET)


@scenario(QUIET, OVER)
def _(s: Stage) -> None:
    """The neighbour writes something."""
    seen(s, 29)
    s.wants(30, calm=False, hanneke=QUIET)
    s.item(S.DAY, "ria", "Alles goed", 30, "note")
    s.wants(30.1, calm=False, hanneke="")


@scenario(QUIET, AGAIN)
def _(s: Stage) -> None:
    """And nobody after that."""
    s.item(S.DAY, "ria", "Alles goed", 10, "note")
    s.wants(20, calm=False, hanneke="")
    seen(s, 38)
    s.wants(39, calm=False, hanneke=QUIET)


def told(s: Stage, who: str, day: float, verb: str, item: object = None) -> None:
    """Something important was told to somebody, who has not read it."""
    event = new_id()
    one = s.somebody(who)
    put(s.cast.owner, {
        "journal_event": [{"id": event, "network_id": s.cast.network, "verb": verb, "item_id": item,
                           "member_id": None, "person_id": s.cast.hanneke.person,
                           "to_person_id": one.person, "at": s.at(day)}],
        "notifications_notice": [{"id": new_id(), "person_id": one.person, "event_id": event,
                                  "network_id": s.cast.network, "item_id": item,
                                  "kind": "important", "at": s.at(day), "read_at": None,
                                  "bundle": ""}]})  # fmt: skip


@scenario(UNSEEN, FOUND)
def _(s: Stage) -> None:
    """Four days ago the daughter was told that another decides; she has not seen it."""
    told(s, "marijke", -4, "control_interim")
    s.wants(0, marijke=UNSEEN, hanneke=UNSEEN, jannie=UNSEEN, peter="", ria="")
    s.owner_is("marijke")


@scenario(UNSEEN, NEAR)
def _(s: Stage) -> None:
    """Told yesterday."""
    told(s, "marijke", -1, "control_interim")
    s.wants(0, marijke="", hanneke="")


@scenario(UNSEEN, HIDDEN)
def _(s: Stage) -> None:
    """That somebody is named in a compartment, or looked in need, is no news for who leads."""
    told(s, "anouk", -4, "compartment_named")
    told(s, "jannie", -4, "emergency_opened")
    s.wants(0, hanneke="", marijke="", jannie="", linda="")


@scenario(UNSEEN, OVER)
def _(s: Stage) -> None:
    """She reads it."""
    told(s, "marijke", -4, "control_interim")
    s.wants(0, hanneke=UNSEEN)
    s.sql("UPDATE notifications_notice SET read_at = now() WHERE network_id = %s", s.cast.network)
    s.wants(0.1, hanneke="", marijke="")


@scenario(UNSEEN, AGAIN)
def _(s: Stage) -> None:
    """Something else is told and not seen."""
    told(s, "marijke", -4, "control_interim")
    s.sql("UPDATE notifications_notice SET read_at = now() WHERE network_id = %s", s.cast.network)
    s.wants(0, hanneke="")
    told(s, "marijke", 0, "control_self")
    s.wants(4, hanneke=UNSEEN)


@scenario(INTERIM, FOUND)
def _(s: Stage) -> None:
    """The coordinator decides for the time being, two days more."""
    control(s, "interim", 2)
    s.wants(0, hanneke=INTERIM, marijke=INTERIM, jannie=INTERIM, peter="", linda="")


@scenario(INTERIM, NEAR)
def _(s: Stage) -> None:
    """Five days more is time enough; what ended is over."""
    control(s, "interim", 5)
    s.wants(0, hanneke="", marijke="")


@scenario(INTERIM, HIDDEN)
def _(s: Stage) -> None:
    """Who leads meets it, and the client; the son and the municipality need not."""
    control(s, "interim", 2)
    s.wants(0, hanneke=INTERIM, jannie=INTERIM, peter="", linda="", ria="", joost="")


@scenario(INTERIM, OVER)
def _(s: Stage) -> None:
    """The client decides again."""
    control(s, "interim", 2)
    s.wants(0, hanneke=INTERIM)
    s.sql(
        "UPDATE networks_control SET ends_at = %s WHERE network_id = %s", s.at(0.05), s.cast.network
    )
    s.wants(0.1, hanneke="")


@scenario(INTERIM, AGAIN)
def _(s: Stage) -> None:
    """Taken over once more, and it runs out again."""
    control(s, "interim", -5)
    s.wants(0, hanneke="")
    control(s, "interim", 9)
    s.wants(1, hanneke="")
    s.wants(7, hanneke=INTERIM)


@scenario(ACTING, FOUND)
def _(s: Stage) -> None:
    """The son acts for his mother; to be looked at again in two weeks."""
    represents(s, "peter", 14)
    s.wants(0, hanneke=ACTING, marijke=ACTING, peter=ACTING, ria="", linda="")


@scenario(ACTING, NEAR)
def _(s: Stage) -> None:
    """To be looked at in two months; and one without a day."""
    represents(s, "peter", 60)
    represents(s, "marijke", None)
    s.wants(0, hanneke="", peter="")


@scenario(ACTING, HIDDEN)
def _(s: Stage) -> None:
    """Who takes part inside a compartment is not spoken of to others."""
    represents(s, "peter", 14)
    s.member("peter", compartment=s.compartment("anouk", "fatima"))
    s.wants(0, hanneke="", marijke="", jannie="")


@scenario(ACTING, OVER)
def _(s: Stage) -> None:
    """It is recorded anew with a later day."""
    represents(s, "peter", 14)
    s.wants(0, hanneke=ACTING)
    s.sql("UPDATE networks_representation SET review_on = %s WHERE network_id = %s", s.on(365),
          s.cast.network)  # fmt: skip
    s.wants(0.1, hanneke="")


@scenario(ACTING, AGAIN)
def _(s: Stage) -> None:
    """That day comes near too."""
    represents(s, "peter", 60)
    s.wants(0, hanneke="")
    s.wants(40, hanneke=ACTING)


def chosen(s: Stage, who: str, subject: S, day: float) -> None:
    """The client chose on that day that somebody reads this."""
    one = s.somebody(who)
    s.sql("DELETE FROM sharing_permission WHERE member_id = %s AND about_id = %s AND subject = %s",
          one.member, s.cast.jannie.member, int(subject))  # fmt: skip
    row = permission_row(network=s.cast.network, member=one.member, about=s.cast.jannie.member,
                         subject=subject, read=True, write=False, past=True, since=s.at(-60))  # fmt: skip
    put(s.cast.owner, {"sharing_permission": [row | {"ground": "self", "given_at": s.at(day)}]})


@scenario(CONSENT, FOUND)
def _(s: Stage) -> None:
    """Thirteen months ago the client let the neighbour read about the house."""
    chosen(s, "ria", S.HOME, -400)
    s.wants(0, jannie=CONSENT, hanneke=CONSENT, marijke=CONSENT, linda="", peter="")
    s.owner_is("jannie")


@scenario(CONSENT, NEAR)
def _(s: Stage) -> None:
    """Eleven months ago; and what came with joining was chosen by nobody."""
    chosen(s, "ria", S.HOME, -330)
    s.wants(0, jannie="", hanneke="")


@scenario(CONSENT, HIDDEN)
def _(s: Stage) -> None:
    """What was chosen is medical: a coordinator of the municipality meets nothing."""
    s.member("linda", coordinator=True)
    chosen(s, "joost", S.MEDICATION, -400)
    s.wants(0, linda="", jannie=CONSENT, hanneke=CONSENT)


@scenario(CONSENT, OVER)
def _(s: Stage) -> None:
    """The client chooses it anew."""
    chosen(s, "ria", S.HOME, -400)
    s.wants(0, jannie=CONSENT)
    chosen(s, "ria", S.HOME, 0)
    s.wants(0.1, jannie="")


@scenario(CONSENT, AGAIN)
def _(s: Stage) -> None:
    """And a year later."""
    chosen(s, "ria", S.HOME, 0)
    s.wants(1, jannie="")
    s.wants(367, jannie=CONSENT)


def becomes_on(s: Stage, age: int, day: float) -> None:
    """Jannie is a child who becomes that old on that day."""
    s.sql("UPDATE people_personal SET birth_date = %s WHERE person_id = %s",
          born_to_turn(age, on=s.on(day)), s.cast.jannie.person)  # fmt: skip


@scenario(BIRTHDAY, FOUND)
def _(s: Stage) -> None:
    """In less than three weeks the client becomes 18."""
    becomes_on(s, 18, 20)
    s.wants(0, hanneke=BIRTHDAY, jannie=BIRTHDAY, marijke=BIRTHDAY, peter="", linda="")


@scenario(BIRTHDAY, NEAR)
def _(s: Stage) -> None:
    """Becoming 17 changes nothing; becoming 16 in two months is far."""
    becomes_on(s, 17, 10)
    s.wants(0, hanneke="")
    becomes_on(s, 16, 60)
    s.wants(0.1, hanneke="")


@scenario(BIRTHDAY, OVER)
def _(s: Stage) -> None:
    """Three weeks after it."""
    becomes_on(s, 16, 5)
    s.wants(0, hanneke=BIRTHDAY)
    s.wants(26, hanneke="")


@scenario(BIRTHDAY, AGAIN)
def _(s: Stage) -> None:
    """Two years later the next one comes."""
    becomes_on(s, 16, 5)
    s.wants(0, hanneke=BIRTHDAY)
    s.wants(30, hanneke="")
    s.wants(2 * 365.25 - 5, hanneke=BIRTHDAY)


@scenario(BIRTHDAY, HIDDEN)
def _(s: Stage) -> None:
    """Who may not read about the client meets nothing, though they are called first."""
    s.member("ria", first_contact=True)
    becomes_on(s, 18, 20)
    s.wants(0, ria="", hanneke=BIRTHDAY)
