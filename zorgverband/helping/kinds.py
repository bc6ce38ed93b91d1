"""What kinds of help somebody can ask for: what carers can offer, and something else."""

from django.utils.translation import gettext_lazy as _

from zorgverband.carers.tasks import TASKS
from zorgverband.sharing.subjects import Subject

OTHER = "other"
KINDS = TASKS | {OTHER: _("Iets anders")}
# What these are for tells of somebody's body: that is health, whatever it is called.
BODILY = frozenset({"washing", "toilet", "medicines", "lifting", "nursing"})
ICONS = {
    "groceries": "shopping-cart", "cooking": "cooking-pot", "housework": "house",
    "odd_jobs": "hammer", "transport": "car", "paperwork": "mail", "company": "coffee",
    "outings": "sun", "watching": "eye", "nights": "moon", "washing": "bath", "toilet": "bath",
    "medicines": "pill", "lifting": "accessibility", "nursing": "bandage",
    "talking": "message-circle", OTHER: "circle-question-mark",
}  # fmt: skip


def subject_of(kind: str) -> Subject:
    """Under which subject this kind of help is asked: that of who comes when, so that neighbours and
    volunteers read it; for help with the body health."""
    return Subject.HEALTH if kind in BODILY else Subject.COMING
