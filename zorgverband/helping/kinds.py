"""What kinds of help somebody can ask for: what carers can offer, and something else."""

from django.utils.translation import gettext_lazy as _

from zorgverband.carers.tasks import TASKS
from zorgverband.networks.functions import HOME_CARE
from zorgverband.networks.models import Side
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


def helps_with(kind: str, *, side: str, function: str) -> bool:
    """Whether this kind of help is asked of such a member when it is asked of all who read it: of family,
    neighbours and volunteers; of who works in home care what is care for the body. Of others by name
    only. The lock that tells reckons the same (`privacy.helps_with`)."""
    return side == Side.FAMILY or (kind in BODILY and function in HOME_CARE)


def subject_of(kind: str) -> Subject:
    """Under which subject this kind of help is asked: that of who comes when, so that neighbours and
    volunteers read it; for help with the body health."""
    return Subject.HEALTH if kind in BODILY else Subject.COMING
