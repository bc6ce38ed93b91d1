"""Tests of bottlenecks: the rules, the ladder, who meets what."""
