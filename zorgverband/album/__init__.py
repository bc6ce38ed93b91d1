"""The photos of a network together: out of all news somebody may read, by month."""
