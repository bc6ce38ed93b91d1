"""Changing who works where: one file per verb, each with the refusals it raises."""

from .accept_work import accept_work, decline_work
from .invite_colleague import invite_colleague, withdraw_work
from .keep_list import appoint_keeper, dismiss_keeper
from .keep_programmes import appoint_programme_keeper, dismiss_programme_keeper
from .leave_organisation import leave_organisation
from .set_numbers import set_numbers
from .set_officer import set_officer
from .take_turns import begin_turn, end_turn, make_team

__all__ = [
    "accept_work",
    "appoint_keeper",
    "appoint_programme_keeper",
    "begin_turn",
    "decline_work",
    "dismiss_keeper",
    "dismiss_programme_keeper",
    "end_turn",
    "invite_colleague",
    "leave_organisation",
    "make_team",
    "set_numbers",
    "set_officer",
    "withdraw_work",
]
