"""The bank of scenarios for bottlenecks: what must be found, what must not, at a frozen clock."""
