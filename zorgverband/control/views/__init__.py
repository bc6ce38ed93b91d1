"""'Wie beslist', the changes of it, and proposals."""
