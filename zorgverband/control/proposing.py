"""What is proposed, in one sentence."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.sharing.actions import Reading
from zorgverband.sharing.circles import CIRCLES, OWN
from zorgverband.sharing.subjects import Subject

from .models import Proposal
from .queries import Proposed
from .words import People, names_of, subjects_of


def sentence(one: Proposed, people: People) -> str:
    """'Ria Bos leest over: Dagelijks leven, ook wat er al staat.'"""
    facts = one.payload
    if one.kind == Proposal.Kind.REPRESENT:
        who = people.get(UUID(facts["representative"]))
        return _("%(name)s beslist over: %(what)s.") % {
            "name": who.name if who else _("Iemand"), "what": subjects_of(facts["subjects"]),
        }  # fmt: skip
    if one.kind == Proposal.Kind.PERMISSION:
        return permission_sentence(facts, people)
    if one.kind == Proposal.Kind.AUDIENCE:
        return audience_sentence(facts, people)
    who = people.get(UUID(facts["member"]))
    if one.kind == Proposal.Kind.EXCEPTION_ENDED:
        return _("Het bezwaar tegen %(name)s bij één bericht stopt.") % {
            "name": who.name if who else _("Iemand")
        }
    return _("%(name)s leest één bericht mee.") % {"name": who.name if who else _("Iemand")}


def audience_sentence(facts: dict[str, Any], people: People) -> str:
    """The same for whom one message is for: 'Andere mensen lezen één bericht: familie en zorg.'"""
    circle = CIRCLES.get(facts["circle"])
    words = str(circle.label).lower() if circle else ""
    if facts["circle"] == OWN:
        words = names_of([UUID(one) for one in facts["audience"]], people)
    return _("Andere mensen lezen één bericht: %(circle)s.") % {"circle": words}


def permission_sentence(facts: dict[str, Any], people: People) -> str:
    """The same for who reads and writes one subject."""
    who = people.get(UUID(facts["member"]))
    words = {
        "name": who.name if who else _("Iemand"),
        "what": str(Subject(facts["subject"]).label),
    }
    reads = {
        Reading.NONE: _("%(name)s leest niet over: %(what)s.") % words,
        Reading.NEW: _("%(name)s leest over: %(what)s, wat er vanaf nu bij komt.") % words,
    }.get(
        Reading(facts["reading"]), _("%(name)s leest over: %(what)s, ook wat er al staat.") % words
    )
    writes = _("Schrijven mag ook.") if facts["writing"] else _("Schrijven mag niet.")
    return f"{reads} {writes}"
