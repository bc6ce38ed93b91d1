"""What an organisation keeps of its own people: who works there, in which team, with which numbers."""
