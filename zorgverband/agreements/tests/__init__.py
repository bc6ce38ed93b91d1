"""Tests of agreements, through their pages and under their locks."""
