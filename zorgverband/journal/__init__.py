"""What happened (the journal) and who looked (the access log). Both are only ever added to."""
