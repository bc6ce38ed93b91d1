"""Asking to correct, remove or restrict an item (AVG 16 to 18): with a term, an answer and a ground."""
