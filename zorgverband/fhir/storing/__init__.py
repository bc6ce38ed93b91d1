"""From facts to entries of the record: which columns each kind fills, and the source as text."""
