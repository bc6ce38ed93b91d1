"""Tests of programmes, through their pages and under their locks."""
