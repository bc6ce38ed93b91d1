"""Control (regie): who decides about a client, how that changes, and what is asked of two together."""
