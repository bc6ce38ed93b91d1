"""Tests of the album."""
