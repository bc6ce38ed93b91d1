"""Tests of the room `fhir`; `material.py` finds the public examples, `samples.py` makes small ones."""
