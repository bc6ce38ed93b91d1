"""Taking over what another system wrote down: many entries at once, each with its source kept."""
