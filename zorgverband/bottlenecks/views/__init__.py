"""The pages of what asks attention in a network."""
