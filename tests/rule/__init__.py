"""The rule of visibility written a second time, and everything that compares it with the locks."""
