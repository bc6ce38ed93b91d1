"""The pages of this room, one file per word in the menu."""
