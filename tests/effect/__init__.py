"""What is shown before an act is what the act does."""
