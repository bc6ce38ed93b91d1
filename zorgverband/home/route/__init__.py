"""'Mijn route': whom somebody visits on a day, over all their networks, and what to know at each door."""
