"""What one can do about looking in need and about safety compartments: one file per verb."""

from .admit_inside import admit_inside
from .close_compartment import close_compartment
from .end_emergency import end_emergency
from .invite_inside import invite_inside, withdraw_inside
from .make_compartment import make_compartment
from .name_inside import name_inside
from .open_emergency import open_emergency
from .open_log import open_log, withdraw_opening
from .review_emergency import review_emergency
from .write_inside import write_inside

__all__ = [
    "admit_inside",
    "close_compartment",
    "end_emergency",
    "invite_inside",
    "make_compartment",
    "name_inside",
    "open_emergency",
    "open_log",
    "review_emergency",
    "withdraw_inside",
    "withdraw_opening",
    "write_inside",
]
