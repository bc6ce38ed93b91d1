"""Programmes: questions, goals and agreements that often fit a situation, to begin a plan with."""
