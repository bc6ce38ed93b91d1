"""Tests of the pages that bring the rooms together."""
