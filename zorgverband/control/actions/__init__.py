"""Changing who decides: one file per verb, each with the refusals it raises."""

from .answer_proposal import answer_proposal, withdraw_proposal
from .close_network import close_network, open_again
from .kept_access import end_kept_access, keep_access
from .propose import propose
from .record_death import record_death, undo_death, undo_death_outside
from .represent import represent, stop_representing
from .set_authority import set_authority
from .support import support
from .take_back import take_back
from .take_interim import take_interim

__all__ = [
    "answer_proposal", "close_network", "end_kept_access", "keep_access", "open_again", "propose",
    "record_death", "represent", "set_authority", "stop_representing", "support", "take_back",
    "take_interim", "undo_death", "undo_death_outside", "withdraw_proposal",
]  # fmt: skip
