"""Tests of taking a record along."""
