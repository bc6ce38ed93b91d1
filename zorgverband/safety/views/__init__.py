"""Pages of looking in need."""
