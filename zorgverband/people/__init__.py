"""Persons, their organisations and teams, and the account with which they sign in."""
