"""What a carer says about themselves: what they offer, and how long they keep it up."""

from .offer import Offered, offer
from .say_how_it_goes import say_how_it_goes

__all__ = ["Offered", "offer", "say_how_it_goes"]
