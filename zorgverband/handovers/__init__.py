"""Handing over care between people and organisations, and from hospital to home."""
