"""Tests of requests to correct, remove or restrict."""
