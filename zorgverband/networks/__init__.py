"""Networks around clients: who takes part, on which side, in which function, and who decides."""
