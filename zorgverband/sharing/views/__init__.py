"""Pages of one item: write it, read it, answer, change or take it back, and who reads it."""
