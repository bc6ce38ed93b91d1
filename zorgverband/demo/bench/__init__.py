"""What `bench` measures: one file per measured thing, each answering lines for the table."""
