"""A report of a visit in a few taps: templates by kind of visit, and the message they become."""
