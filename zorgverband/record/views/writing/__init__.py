"""The forms of the record: one file per verb."""
