"""Talking: a question to one person, conversations under a subject, consultation, reporting."""
