"""Changes of the tables of privacy over time."""
