"""What one does about a bottleneck: a page where it is done, a number to call, or asking at once."""

from collections.abc import Mapping
from uuid import UUID

from django.urls import reverse

from zorgverband.networks.queries import Face

from .rule import Act
from .shown import Shown

# By kind where the general place is not the right one.
PLACES = {
    "birthday": "who_decides", "consent_review": "who_sees_what", "interim_ending": "who_decides",
    "representation_review": "who_decides", "review_overdue": "review_plan",
    "plan_stale": "review_plan", "need_without_help": "choose_part",
    "sole_carer": "people", "no_respite": "plan_visit",
}  # fmt: skip
GENERAL = {Act.ASK_SOMEBODY: "ask_agreement", Act.PROPOSE: "people", Act.PICK_DATE: "plan"}


def asks_at_once(one: Shown, people: Mapping[UUID, Face]) -> bool:
    """Whether the act is a question that the button itself sends. A team is called instead: nobody
    in it is the one to remind."""
    if one.act == Act.ASK_BOTH:
        return bool(one.facts)
    who = people.get(one.who) if one.who else None
    return one.act == Act.REMIND and bool(one.facts) and who is not None and who.person is not None


def where(one: Shown, people: Mapping[UUID, Face]) -> str:
    """The address where it is done, of a page or of a telephone."""
    here = {"network_id": one.network}
    name = PLACES.get(one.kind) or GENERAL.get(Act(one.act))
    if name:
        return reverse(name, kwargs=here)
    who = people.get(one.who) if one.who else None
    if one.act in (Act.CALL, Act.REMIND) and who is not None:
        if who.phone:
            return f"tel:{who.phone.replace(' ', '')}"
        return reverse("member", kwargs=here | {"member_id": who.member})
    if one.facts:
        return reverse("item", kwargs=here | {"item_id": one.facts[0].id})
    return reverse("people", kwargs=here)
