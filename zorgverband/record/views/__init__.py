"""The pages of the record: overview, lists, measurements with their chart, and the forms."""
