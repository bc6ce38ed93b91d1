"""Tests of the look: stylesheet, icons, dates, and the gallery that shows every component."""
