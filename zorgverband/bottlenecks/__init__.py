"""Bottlenecks: what goes wrong in a network, found in time from the facts, for who may know those."""
