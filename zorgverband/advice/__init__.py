"""Advice as a structured thing: about what, which way or how much, how long, by whom."""
