"""The kinds of news, how soon somebody wants to hear of each, and which event is of which kind."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What somebody is told of; screens.md 2.5."""

    ASKED = "asked", _("Iemand vraagt u iets")
    ANSWERED = "answered", _("Antwoord op uw vraag")
    IMPORTANT = "important", _("Belangrijk voor iedereen")
    NEWS = "news", _("Ander nieuws")
    AGENDA = "agenda", _("Wie komt wanneer")
    PEOPLE = "people", _("Mensen komen en gaan")
    LOG = "log", _("Code van Wie heeft gekeken")


class Pace(models.TextChoices):
    """How soon: at once, with one mail a day or a week, or not by mail."""

    AT_ONCE = "at_once", _("Meteen")
    DAILY = "daily", _("Eén keer per dag")
    WEEKLY = "weekly", _("Eén keer per week")
    NEVER = "never", _("Niet")


class Channel(models.TextChoices):
    """Over what a message leaves. The inbox on screen is always there and is no channel."""

    MAIL = "mail", _("E-mail")
    PUSH = "push", _("Melding op een toestel")


DEFAULT_PACES = {
    Kind.ASKED: Pace.AT_ONCE,
    Kind.ANSWERED: Pace.AT_ONCE,
    Kind.IMPORTANT: Pace.AT_ONCE,
    Kind.NEWS: Pace.DAILY,
    Kind.AGENDA: Pace.DAILY,
    Kind.PEOPLE: Pace.DAILY,
    Kind.LOG: Pace.WEEKLY,
}
# For these somebody waits: on top of 'Voor mij' until each was answered or seen.
ON_TOP = (Kind.ASKED, Kind.ANSWERED, Kind.IMPORTANT)
# Of these nobody is told. Words taken back are gone; that a visit took place as agreed, or that
# somebody sent an invitation, is no news.
SILENT = frozenset(
    {"took_back", "visit_been", "invited", "excluded", "readmitted", "emergency_ended"}
    | {"turn_began", "turn_ended", "agreement_ticked", "goal_step", "plan_part_ended"}
    | {"role_shown", "role_hidden", "carer_said", "complaint_closed", "report_read"}
    | {"meeting_point", "meeting_noted", "meeting_step"}
    # What is needed is told to who is asked for it; that it is there, is no news.
    | {"needed_noted", "needed_there"}
    # Of whom help is asked by now is told to each of them; who does it, to who asked.
    | {"help_free", "help_taken"}
)
# That somebody died is told by people.
SILENT |= {"died", "not_died", "closed"}
# What happens in a meeting rings on its open page, and is in the minutes.
SILENT |= {"meeting_presence", "minutes_approved"}
# Paper that was brought, who brought it knows.
SILENT |= {"letter_brought"}
PEOPLE = frozenset(
    {
        "declined",
        "codes_wrong",
        "proposal_agreed",
        "proposal_declined",
        "invitation_agreed",
        "invitation_refused",
    }
)
# Who decides: nobody should find that out by chance.
CONTROL = frozenset({
    "control_self", "control_supported", "control_represented", "control_interim",
    "control_stopped", "control_ended", "authority_given", "authority_ended",
})  # fmt: skip
IMPORTANT = CONTROL | {
    "compartment_named", "emergency_opened", "emergency_judged", "emergency_waits", "important",
    "new_kind", "reading_changed", "bottleneck_presses",
    "discharge_opened", "discharge_moved", "discharge_called_off", "needed_missing",
}  # fmt: skip
# Of a request everybody who reads it waits for what happens: who answers, and who asked.
ANSWERING = frozenset(
    {"requested", "request_granted", "request_refused", "request_extended", "request_withdrawn"}
    | {"result_asked", "complained", "complaint_received", "complaint_said", "complaint_extended"}
    | {"complaint_answered", "complaint_opened", "reported"}
)
# A question, or help, is for who is asked, its answer for who asked; others find both where they may
# read them.
ONE_TO_ONE = frozenset({"question_asked", "question_passed", "question_withdrawn", "help_asked"})
ANSWERS = frozenset({"question_answered"} | {"help_promised", "help_refused", "help_given_back"})
AGENDA_ITEMS = frozenset({"visit"})
LOG_SEALED = "log_sealed"


def kind_of(*, verb: str, to_me: bool, item_kind: str | None) -> Kind | None:
    """Of which kind an event is for somebody; None when nobody is told.

    `to_me`: the event is meant for this person alone. `item_kind`: of the item it happened to.
    """
    if verb in SILENT or (verb in ONE_TO_ONE and not to_me):
        return None
    if verb in IMPORTANT:
        return Kind.IMPORTANT
    if verb in PEOPLE:
        return Kind.PEOPLE
    if verb == LOG_SEALED:
        return Kind.LOG
    if verb in ANSWERS:
        return Kind.ANSWERED
    if verb == "help_thanked" or (verb == "help_ended" and to_me):
        return Kind.NEWS
    if to_me or verb in ANSWERING:
        return Kind.ASKED
    if item_kind is None:
        return Kind.PEOPLE
    return Kind.AGENDA if item_kind in AGENDA_ITEMS else Kind.NEWS
