"""The archive of a client, held against the rule written a second time."""
