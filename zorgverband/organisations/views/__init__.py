"""Pages of an organisation: its people, its teams, and asking somebody to come."""
