"""Tests of the record, through its pages where that can be."""
