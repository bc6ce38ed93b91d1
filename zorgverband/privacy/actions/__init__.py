"""Changing what the pages of privacy let somebody change: a file per verb."""
