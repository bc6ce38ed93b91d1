"""What a carer says about themselves: what they offer, and how long they keep it up."""

from .ask_how_it_goes import ask_how_it_goes
from .offer import Offered, offer
from .say_how_it_goes import say_how_it_goes

__all__ = ["Offered", "ask_how_it_goes", "offer", "say_how_it_goes"]
