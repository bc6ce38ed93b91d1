"""Tests of the plan, through its pages and under its locks."""
