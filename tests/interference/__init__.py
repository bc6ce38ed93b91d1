"""What is medical makes no difference to the social side: not one byte, not one statement."""
