"""Tests of accounts and signing in."""
