"""The networks of the demo neighbourhood: a file per situation. All people are made up."""
