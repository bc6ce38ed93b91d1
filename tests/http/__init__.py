"""The rule in plain Python against what really comes out of the pages, the inbox and the mail."""
