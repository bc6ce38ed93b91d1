"""Help asked of each other: first of one person, then of who offered it, then of a circle of readers."""
