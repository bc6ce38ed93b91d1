"""Settings, addresses and the processes that run; no rules."""
