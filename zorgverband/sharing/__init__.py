"""Items: everything shared, with one header that says who may read it, and the permissions."""
