"""Everything that changes handovers and discharges: a file per verb."""

from .announce_handover import announce_handover
from .answer_line import accept_line, refuse_line
from .ask_back import answer_back, ask_back
from .finish_handover import (
    receive_handover,
    refuse_handover,
    send_handover,
    withdraw_handover,
)
from .give_line import add_task, choose_receiver, give_line, refresh_lines
from .state_section import state_sections

__all__ = [
    "accept_line",
    "add_task",
    "announce_handover",
    "answer_back",
    "ask_back",
    "choose_receiver",
    "give_line",
    "receive_handover",
    "refresh_lines",
    "refuse_handover",
    "refuse_line",
    "send_handover",
    "state_sections",
    "withdraw_handover",
]
