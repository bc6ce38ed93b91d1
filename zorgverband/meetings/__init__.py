"""Meetings (overleg): before, during and after; minutes of which each reads their own part."""
