"""Tests of `./zv`: setting up, starting, stopping, and coming back after anything."""
