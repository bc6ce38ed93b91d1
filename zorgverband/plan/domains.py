"""Life domains: a list of our own for grown-ups and for children, each with the subject it falls under.

The subject decides who reads what is said about a domain: health, feelings and substances are
medical, and stay on that side of the wall.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zorgverband.sharing.subjects import Subject


@dataclass(frozen=True)
class Domain:
    """A part of somebody's life; `subject` is what it falls under."""

    code: str
    label: str | Promise
    subject: Subject


ADULT = (
    Domain("money", _("Geld"), Subject.MONEY),
    Domain("work", _("Werk en leren"), Subject.WORK),
    Domain("time", _("Wat u doet op een dag"), Subject.DAY),
    Domain("housing", _("Wonen"), Subject.HOME),
    Domain("relations", _("Met elkaar thuis"), Subject.PEOPLE),
    Domain("mind", _("Hoe u zich voelt"), Subject.MIND),
    Domain("body", _("Lichaam en gezondheid"), Subject.HEALTH),
    Domain("substances", _("Alcohol, drugs, gokken"), Subject.MIND),
    Domain("self_care", _("Voor uzelf zorgen"), Subject.DAY),
    Domain("household", _("Het huishouden doen"), Subject.HOME),
    Domain("network", _("Familie en vrienden"), Subject.PEOPLE),
    Domain("taking_part", _("Meedoen in de buurt"), Subject.PEOPLE),
    Domain("justice", _("Politie en regels"), Subject.ARRANGEMENTS),
)
YOUTH = (
    Domain("y_upbringing", _("Opvoeden thuis"), Subject.UPBRINGING),
    Domain("y_safe", _("Rust en regels thuis"), Subject.UPBRINGING),
    Domain("y_school", _("School en leren"), Subject.WORK),
    Domain("y_growing", _("Groter worden"), Subject.UPBRINGING),
    Domain("y_mind", _("Gevoel en gedrag"), Subject.MIND),
    Domain("y_body", _("Lichaam en gezondheid"), Subject.HEALTH),
    Domain("y_substances", _("Alcohol, drugs, gamen"), Subject.MIND),
    Domain("y_friends", _("Vrienden en vrije tijd"), Subject.PEOPLE),
    Domain("y_family", _("Broers, zussen en familie"), Subject.PEOPLE),
    Domain("y_money", _("Geld"), Subject.MONEY),
)
DOMAINS = {one.code: one for one in (*ADULT, *YOUTH)}
GENERAL = Domain("", _("Algemeen"), Subject.ARRANGEMENTS)


def domain(code: str) -> Domain:
    """The domain with this code, or the general one for a code that is none."""
    return DOMAINS.get(code, GENERAL)
