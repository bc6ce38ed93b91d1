"""Telling people: who may know of a development hears of it, once per channel, when they chose."""
