"""Every door of the product, tried by everybody: a table, and the checks that hold it true."""
