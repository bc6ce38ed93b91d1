"""Makes tampering with the log visible: signs how far its chains came, outside the database too,
and checks all of it."""
