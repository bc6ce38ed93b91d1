"""What one does about a bottleneck: a page where it is done, a number to call, or asking at once."""

from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.networks.queries import Face
from zorgverband.ui.addresses import address
from zorgverband.ui.phones import dial

from .rule import Act
from .shown import Shown

# By kind where the general place is not the right one.
PLACES = {
    "complaint_term": "complaints", "report_unread": "reports",
    "birthday": "who_decides", "consent_review": "who_sees_what", "interim_ending": "who_decides",
    "representation_review": "who_decides", "review_overdue": "review_plan",
    "plan_stale": "review_plan", "need_without_help": "choose_part",
    "sole_carer": "people", "handover_unfinished": "handovers", "no_respite": "plan_visit",
    "medication_against_allergy": "people",
}  # fmt: skip
NEEDED = ("discharge_uncovered", "needed_uncovered", "needed_missing")
GENERAL = {Act.ASK_SOMEBODY: "ask_agreement", Act.PROPOSE: "people", Act.PICK_DATE: "plan"}


def asks_at_once(one: Shown, people: Mapping[UUID, Face]) -> bool:
    """Whether the act is a question that the button itself sends. A team is called instead: nobody
    in it is the one to remind; nor is who left."""
    if one.act == Act.ASK_BOTH:
        return bool(one.facts)
    who = _there(one, people)
    return one.act == Act.REMIND and bool(one.facts) and who is not None and who.person is not None


def label(one: Shown, people: Mapping[UUID, Face]) -> str:
    """What stands on the button: of who left nothing is asked."""
    gone = one.act == Act.REMIND and _there(one, people) is None
    return _("Bekijk") if gone else one.act_words


def _there(one: Shown, people: Mapping[UUID, Face]) -> Face | None:
    who = people.get(one.who) if one.who else None
    return who if who is not None and who.active else None


def where(one: Shown, people: Mapping[UUID, Face]) -> str:
    """The address where it is done, of a page or of a telephone."""
    here = {"network_id": one.network}
    name = PLACES.get(one.kind) or GENERAL.get(Act(one.act))
    if one.kind in NEEDED and one.facts:
        return address("needed", **here, needed_id=one.facts[0].id)
    if name:
        return address(name, **here)
    who = _there(one, people)
    if one.act in (Act.CALL, Act.REMIND) and who is not None:
        if who.phone:
            return dial(who.phone)
        return address("member", **here, member_id=who.member)
    if one.facts:
        return address("item", **here, item_id=one.facts[0].id)
    return address("people", **here)
