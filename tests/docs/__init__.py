"""Documents that are drawn from the code, and checks that they say what the code does."""
