"""Pages of requests: asking, the list, one of them, and answering it."""
