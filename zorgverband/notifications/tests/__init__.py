"""Tests of telling people: who, once, when, and in which words."""
