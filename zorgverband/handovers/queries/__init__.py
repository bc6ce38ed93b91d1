"""Reading what is handed over: nouns, a file for each thing."""
