"""A question or complaint about the care or the cooperation: receipt, term, handler, answer."""
