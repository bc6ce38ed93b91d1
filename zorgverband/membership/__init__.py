"""Coming and going: who takes part in a network, inviting, accepting, adding a team, leaving."""
