"""Changing who takes part: one file per verb, each with the refusals it raises."""

from .accept import accept
from .admit import Newcomer, admit
from .appoint import appoint_coordinator, appoint_first_contact
from .arrive import arrive
from .change_role import Role, change_role
from .decline import decline
from .exclude import exclude, readmit
from .found_network import Founder, found_network
from .found_team import Turn, found_team
from .invite import draft, send
from .leave import leave_network
from .name_substitute import end_substitute, name_substitute
from .put_before import put_before, refuse_invitation
from .remove import remove
from .resend import resend
from .show_role import show_role
from .withdraw import withdraw

__all__ = [
    "Founder",
    "Newcomer",
    "Role",
    "Turn",
    "accept",
    "admit",
    "appoint_coordinator",
    "appoint_first_contact",
    "arrive",
    "change_role",
    "decline",
    "draft",
    "end_substitute",
    "exclude",
    "found_network",
    "found_team",
    "leave_network",
    "name_substitute",
    "put_before",
    "readmit",
    "refuse_invitation",
    "remove",
    "resend",
    "send",
    "show_role",
    "withdraw",
]
