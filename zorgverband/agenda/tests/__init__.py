"""Tests of the agenda, through its pages and under its locks."""
