"""FHIR elements in Dutch words.

What is made here is content of the record, written once when it is taken over; it is not a screen
sentence and therefore does not go through gettext.
"""
