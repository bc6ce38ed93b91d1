"""Lighthouse on the main pages, as a phone meets them: a command, no part of the suite."""
