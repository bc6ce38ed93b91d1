"""What is printed says what its receiver may read, held against the rule written a second time."""
