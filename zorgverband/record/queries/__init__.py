"""Reading the record, as the viewer may read it: the lock decides what comes."""
