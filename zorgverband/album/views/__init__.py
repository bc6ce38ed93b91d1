"""The album and putting photos in it."""
