"""Tests of the log: its chain, its page, and what the data-protection officer does with it."""
