"""Stories that build a believable neighbourhood, people to look around as, and facts to check."""
